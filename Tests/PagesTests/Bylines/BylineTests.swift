import Testing

@testable import Pages

@Suite struct BylineTests {
    struct Case: CustomTestStringConvertible {
        let line: String
        var authors: [String] = []
        var outlet: String?
        var date: String?
        var testDescription: String { line }
    }

    @Test(arguments: [
        Case(
            line: "By Ada Marsh | The Lamp | January 27, 2026",
            authors: ["Ada Marsh"],
            outlet: "The Lamp",
            date: "2026-01-27"
        ),
        Case(line: "Coast Wire – 24.01.2026", outlet: "Coast Wire", date: "2026-01-24"),
        Case(line: "Coast Wire | January 24, 2026", outlet: "Coast Wire", date: "2026-01-24"),
        Case(
            line: "By Ada Marsh – The Lamp – November 12, 2025",
            authors: ["Ada Marsh"],
            outlet: "The Lamp",
            date: "2025-11-12"
        ),
        Case(line: "By Ada Marsh and Ole Brandt", authors: ["Ada Marsh", "Ole Brandt"]),
        Case(line: "By Ada Marsh, Ole Brandt and Tiu Rask", authors: ["Ada Marsh", "Ole Brandt", "Tiu Rask"]),
        Case(line: "By Ada Marsh, Staff Writer", authors: ["Ada Marsh"]),
        Case(line: "March 3, 2026 By Ada Marsh", authors: ["Ada Marsh"], date: "2026-03-03"),
        Case(line: "Published on 3 March 2026 by Ada Marsh", authors: ["Ada Marsh"], date: "2026-03-03"),
        Case(line: "By Ada Marsh/June 12, 2020 9:49 am/4 minute read", authors: ["Ada Marsh"], date: "2020-06-12"),
        Case(
            line: "Ada Marsh | The Lamp | 3 March 2026",
            authors: ["Ada Marsh"],
            outlet: "The Lamp",
            date: "2026-03-03"
        ),
        Case(line: "Von Jörg van der Laan", authors: ["Jörg van der Laan"]),
        Case(line: "Автор: Анна Белова", authors: ["Анна Белова"]),
        Case(line: "Published: 2026-03-05", date: "2026-03-05"),
    ])
    func `a byline is read in each form`(wanted: Case) throws {
        let byline = try #require(BylineReader.read(Array(wanted.line.utf8)))
        #expect(byline.authors?.value ?? [] == wanted.authors)
        #expect(byline.outlet?.value == wanted.outlet)
        let day = byline.date.flatMap { DateReader.day(of: $0.meaning, order: nil, near: nil)?.text }
        #expect(day == wanted.date)
    }

    @Test(arguments: [
        "Harbour board prepares for possible talks – Survey", "By the time the boat came in, nobody was left",
        "The bridge was opened on 5 March 2026.", "By and large a good year for eels", "Lavender – and why it matters",
        "January 27, 2026 Posted by | Harbour Works | , , | Leave a comment", "Ada Marsh", "", "|", "– – –",
    ])
    func `a line that is not accounted for wholly is no byline`(line: String) {
        #expect(BylineReader.read(Array(line.utf8)) == nil)
    }

    @Test func `the date of a change stands in where a page tells no other`() throws {
        let page = try Reading.page(
            "Ferry timetable is printed upside down\n\nUpdated: 4 March 2026\n\n" + Sample.paragraphs(4)
        )
        #expect(page.items.first?.publishedOn == "2026-03-04")
        #expect(page.items.first?.evidence.first { $0.field == "published_on" }?.rule == "byline.updated")
    }

    @Test func `the date of publication wins over the date of a change before it`() throws {
        let page = try Reading.page(
            "Ferry timetable is printed upside down\n\nUpdated: 4 March 2026\n\nPublished: 2 March 2026\n\n"
                + Sample.paragraphs(4)
        )
        #expect(page.items.first?.publishedOn == "2026-03-02")
    }

    @Test(arguments: [
        ("leave a comment", 0), ("1 comment", 1), ("12 comments", 12), ("no comments", 0), ("comments (3)", 3),
        ("2 kommentare", 2), ("0 comments", 0), ("laisser un commentaire", 0),
    ])
    func `a number of comments is read from its words`(words: String, wanted: Int) {
        #expect(FooterCount.comments(words) == wanted)
    }

    @Test(arguments: ["comments off", "comments", "a comment on 3 of 4", "harbour works", ""])
    func `words that name no number give none`(words: String) {
        #expect(FooterCount.comments(words) == nil)
    }

    @Test(arguments: [(", ,", 3), (",", 2), ("mud, eels", 2), ("mud", 1)])
    func `commas that are left of tags tell their number`(field: String, wanted: Int) {
        #expect(FooterCount.tags(Array(field.utf8)) == wanted)
    }

    @Test(arguments: ["", " ", "   "])
    func `an empty field of tags says nothing`(field: String) {
        #expect(FooterCount.tags(Array(field.utf8)) == nil)
    }
}
