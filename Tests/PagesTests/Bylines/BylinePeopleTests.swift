import Testing

@testable import Pages

@Suite struct BylinePeopleTests {
    private func read(_ line: String) -> Byline? { BylineReader.read(Array(line.utf8)) }

    @Test(arguments: [
        ("3 March 2026 mudlark7 12 Comments", ["mudlark7"]), ("mudlark Games 5 Comments", ["mudlark"]),
        ("3 March 2026 mudlark Harbour Mud and gates, tips 1 Comment", ["mudlark"]),
        ("Ada Marsh|Published", ["Ada Marsh"]), ("Ada Marsh @adamarsh / 2 days", ["Ada Marsh"]),
        ("Emma Marsh, Harbour Times", ["Emma Marsh"]), ("Emma Marsh – 3 March 2026", ["Emma Marsh"]),
        ("By ADA MARSH AND OLE BRANDT", ["ADA MARSH", "OLE BRANDT"]), ("홍길동 기자", ["홍길동"]),
        ("作者：张三 2026年1月27日", ["张三"]), ("By Ada Marsh in London", ["Ada Marsh"]),
        ("Par Ada Marsh avec AFP", ["Ada Marsh"]),
        ("Von Ada Marsh Ada Marsh Ole Brandt Ole Brandt", ["Ada Marsh", "Ole Brandt"]),
        ("Text: Ada Marsh", ["Ada Marsh"]), ("By Ada Marsh Follow 3 March 2026", ["Ada Marsh"]),
    ])
    func `people are read in more forms`(line: String, authors: [String]) {
        #expect(read(line)?.authors?.value == authors)
    }

    @Test(arguments: [
        ("By Reuters", "Reuters"), ("Von dpa | 3. März 2026", "dpa"),
        ("By The Associated Press", "The Associated Press"),
    ])
    func `an agency alone is the outlet`(line: String, outlet: String) {
        #expect(read(line)?.authors == nil)
        #expect(read(line)?.outlet?.value == outlet)
    }

    @Test(arguments: [
        ("Der Anzeiger | 3. März 2026", "Der Anzeiger"), ("El Faro – 3 de marzo de 2026", "El Faro"),
        ("Al Marsa – 3 March 2026", "Al Marsa"),
    ])
    func `an outlet keeps its article and is no person`(line: String, outlet: String) {
        #expect(read(line)?.authors == nil)
        #expect(read(line)?.outlet?.value == outlet)
    }

    @Test(arguments: [
        "Debbie White", "/ Ada Wunder-Marsh", "Amanda \"Tania Mae\" Tan", "Ada Marsh and Ole Brandt",
        "Ada Marsh Ada Marsh Ole Brandt Ole Brandt", "Ada Marsh Harbour correspondent",
    ])
    func `lines of names alone are told`(line: String) {
        #expect(BylineNames.areBareNames(Array(line.utf8)))
    }

    @Test(arguments: [
        "White House", "Real Estate", "Text Ada Marsh", "Foto: Ada Marsh", "Opinion", "Terms Of Service", "Sign In",
        "Ein Kommentar Von", "Eine Kolumne von",
    ])
    func `lines that only look like names are told`(line: String) {
        #expect(!BylineNames.areBareNames(Array(line.utf8)))
    }

    @Test(arguments: [
        "Ada Marsh is a reporter who covers ferries.", "About Ada Marsh", "Ada de la Marsh covers the coast for us.",
        "Ada Marsh ist freie Autorin und lebt am Hafen.",
    ])
    func `a note about the author is told`(text: String) {
        #expect(AuthorNote.name(in: Array(text.utf8)) != nil)
    }

    @Test(arguments: [
        "Ada Marsh (@adamarsh) is a contributor of the Harbour Lamp.", "Ada Marsh (she/her) covers the harbour.",
        "Write to Ada Marsh at ada@harbour.example", "Email Ada Marsh at ada@harbour.example.",
    ])
    func `a note names the author with a handle after the name or an address after it`(text: String) throws {
        let bytes = Array(text.utf8)
        let name = try #require(AuthorNote.name(in: bytes))
        #expect(String(decoding: bytes[name], as: UTF8.self) == "Ada Marsh")
    }

    @Test(arguments: [
        "Write to us at lamp@harbour.example", "Contact the desk at lamp@harbour.example", "Write to @ada",
        "Ada Marsh (", "Ada Marsh ()", "Ada Marsh (born in the harbour) is a boat.", "Email at @",
    ])
    func `what only begins like a note names nobody`(text: String) {
        #expect(AuthorNote.name(in: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "Ada Marsh is the oldest passenger of the line.", "The Ferry is a boat that a reporter took.", "About us",
        "Ada Marsh said that the reporter is a liar.", "",
    ])
    func `a sentence about anybody else is no such note`(text: String) {
        #expect(AuthorNote.name(in: Array(text.utf8)) == nil)
    }

    @Test func `name lines that follow each other are all authors`() throws {
        let page = try Reading.page(
            "Ferry timetable is printed upside down\n\nAda Marsh\n\nOle Brandt\n\n" + Sample.paragraphs(4)
        )
        #expect(page.items.first?.authors == ["Ada Marsh", "Ole Brandt"])
    }

    @Test func `no date after the day of the visit is taken`() throws {
        let text = try TextDecoder.decode(
            Array(("Ferry timetable is printed upside down\n\n12 March 2026\n\n" + Sample.paragraphs(4)).utf8)
        )
        let reader = Normaliser(layouts: [])
        let before = try #require(CalendarDate(text: "2026-03-10"))
        #expect(try reader.read(text, visitedOn: before).items.first?.publishedOn == nil)
        let after = try #require(CalendarDate(text: "2026-03-11"))
        #expect(try reader.read(text, visitedOn: after).items.first?.publishedOn == "2026-03-12")
    }
}
