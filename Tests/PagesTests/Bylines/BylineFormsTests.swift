import Testing

@testable import Pages

@Suite struct BylineFormsTests {
    @Test(arguments: [
        ("Posted by Ada Marsh on March 3, 2026", ["Ada Marsh"]),
        ("March 3, 2026 Ada Marsh 3 Comments", ["Ada Marsh"]),
        ("By Ada Marsh for The Lamp", ["Ada Marsh"]),
        ("By Ada Marsh The Lamp", ["Ada Marsh"]),
        ("By Ada Marsh and Ole Brandt The Lamp", ["Ada Marsh", "Ole Brandt"]),
        ("Von Ada Marsh mit Küstendienst", ["Ada Marsh"]),
        ("Von Ada Marsh, Hafenstadt", ["Ada Marsh"]),
        ("Von Ada Marsh Politische Korrespondentin", ["Ada Marsh"]),
        ("Kolumne von Ada Marsh", ["Ada Marsh"]),
        ("Analysis by Ada Marsh", ["Ada Marsh"]),
        ("byAda Marsh", ["Ada Marsh"]),
        ("By Ada MarshTwitter", ["Ada Marsh"]),
        ("By Ada Marsh @adamarsh", ["Ada Marsh"]),
        ("Posted on 3 March 2026 by mudlark7", ["mudlark7"]),
        ("By Ada Marsh Ada Marsh", ["Ada Marsh"]),
    ])
    func `authors are read, and nothing that stands after them`(line: String, authors: [String]) {
        #expect(BylineReader.read(Array(line.utf8))?.authors?.value == authors)
    }

    @Test(arguments: [
        ("Zuletzt aktualisiert: 5. März 2026, veröffentlicht: 3. März 2026", "2026-03-03"),
        ("3. března 2026 v 14:20", "2026-03-03"), ("3 marca 2026", "2026-03-03"), ("3 Mart 2026 - 16:48", "2026-03-03"),
        ("torsdag 05. mars 2026 17:25", "2026-03-05"), ("Mar 3, 20265:45 AM", "2026-03-03"),
        ("公開日：2026/03/03 11:30", "2026-03-03"), ("Coast | mud | 13.3.2026 | 23:55", "2026-03-13"),
    ])
    func `a short line with a date is a date's line`(line: String, day: String) throws {
        let byline = try #require(BylineReader.read(Array(line.utf8)))
        #expect(!byline.isUpdate)
        let meaning = try #require(byline.date?.meaning)
        #expect(DateReader.day(of: meaning, order: nil, near: nil)?.text == day)
    }

    @Test(arguments: [
        "— Ada Marsh (@adamarsh) March 3, 2026", "By Royal Appointment comes a smaller pie",
        "© 2026 The Lamp, 3 March 2026",
        "The sluice was shut on 3 March 2026 because the mud had risen over the sill again.",
    ])
    func `a quoted message, a right and a sentence are no bylines`(line: String) {
        #expect(BylineReader.read(Array(line.utf8)) == nil)
    }

    @Test func `an agency in capitals is the outlet and no author`() throws {
        let byline = try #require(BylineReader.read(Array("Von KND".utf8)))
        #expect(byline.authors == nil)
        #expect(byline.outlet?.value == "KND")
    }

    @Test func `a name alone below the headline is the author`() throws {
        let page = try Reading.page(
            "Ferry timetable is printed upside down\n\nAda Marsh\n\n" + Sample.paragraphs(4)
        )
        #expect(page.items.map(\.title) == ["Ferry timetable is printed upside down"])
        #expect(page.items.first?.authors == ["Ada Marsh"])
    }

    @Test func `a section's name below the headline is no author`() throws {
        let page = try Reading.page("Ferry timetable is printed upside down\n\nTop Stories\n\n" + Sample.paragraphs(4))
        #expect(page.items.first?.authors == [])
    }

    @Test func `the note at a story's end names its author`() throws {
        let page = try Reading.page(
            "Ferry timetable is printed upside down\n\n" + Sample.paragraphs(4)
                + "\n\nAda Marsh is a reporter who covers ferries and the people who wait for them."
        )
        #expect(page.items.first?.authors == ["Ada Marsh"])
    }

    @Test func `a sentence about somebody else names no author`() throws {
        let page = try Reading.page(
            "Ferry timetable is printed upside down\n\n" + Sample.paragraphs(4)
                + "\n\nAda Marsh is the oldest passenger of the line, and she has seen worse than this."
        )
        #expect(page.items.first?.authors == [])
    }
}
