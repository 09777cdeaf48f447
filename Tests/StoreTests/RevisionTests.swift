import Pages
import Testing

@testable import Store

@Suite("An article seen again")
struct RevisionTests {
    private let first = "The council met on Monday. It spoke about the bridge for two hours and then went home."
    private let edited = "The council met on Monday. It spoke about the bridge for six hours and then went home."
    private let punctuated = "The Council met, on Monday! It spoke about the bridge for two hours - and then went home."

    private func article(_ body: String, title: String = "The bridge", on date: String? = "2026-03-01") -> Item {
        Bench.article(title, body, on: date)
    }

    /// The bench after these bodies were seen one after the other, each in a dump of its own.
    private func seen(_ bodies: [String]) throws -> Bench {
        let bench = try Bench()
        for (index, body) in bodies.enumerated() {
            try bench.take(Bench.page([article(body)]), dump: "dump \(index)")
        }
        return bench
    }

    @Test("The same body again is article.seen and no revision")
    func seenAgain() throws {
        let bench = try seen([first, first])
        #expect(try bench.types().filter { $0.hasPrefix("article") } == ["article.created", "article.seen"])
        #expect(try bench.store.ask("SELECT revision, revisions, appearances FROM articles", columns: 3) == ["1|1|2"])
    }

    @Test("article.seen tells what moved: when it was last seen, and how often")
    func seenRecord() throws {
        let bench = try seen([first, first])
        let record = try ParsedRecord(try #require(try bench.lines().last))
        #expect(record.changed == ["last_seen_at", "appearances"])
        #expect(record.before?["last_seen_at"] as? String == "2026-11-21T10:01:00.000Z")
        #expect(record.after["last_seen_at"] as? String == "2026-11-21T10:02:00.000Z")
        #expect(record.after["body"] as? String == first)
    }

    @Test("Changed words are a material revision")
    func material() throws {
        let bench = try seen([first, edited])
        #expect(
            try bench.store.ask("SELECT nature, cause FROM revisions ORDER BY revision", columns: 2) == [
                "first|source", "material|source",
            ]
        )
        #expect(try bench.store.ask("SELECT body FROM articles") == [edited])
        #expect(try bench.types().last == "article.revised")
    }

    @Test("article.revised says what changed, with the old values and the new row")
    func revisedRecord() throws {
        let bench = try seen([first, edited])
        let record = try ParsedRecord(try #require(try bench.lines().last))
        #expect(
            record.changed
                == [
                    "word_count", "body", "revision", "revisions", "last_seen_at", "appearances", "body_sha256",
                ].filter { $0 != "word_count" }
        )
        #expect(Set(record.before.map { Array($0.keys) } ?? []) == Set(record.changed))
        #expect(record.before?["body"] as? String == first)
        #expect(record.after["body"] as? String == edited)
        #expect(record.after["nature"] as? String == "material")
        #expect(record.number("rev") == 2)
        #expect(record.before?["revision"] as? Int == 1)
    }

    @Test("Changed case and punctuation are a cosmetic revision")
    func cosmetic() throws {
        let bench = try seen([first, punctuated])
        #expect(try bench.store.ask("SELECT nature FROM revisions ORDER BY revision") == ["first", "cosmetic"])
    }

    @Test("A page that flips back to its first text makes no third revision")
    func flip() throws {
        let bench = try seen([first, edited, first, edited])
        #expect(try bench.store.count("revision") == 2)
        #expect(try bench.store.ask("SELECT revision, revisions, appearances FROM articles", columns: 3) == ["2|2|4"])
        #expect(try bench.store.ask("SELECT revision FROM appearances ORDER BY dump_name, revision").count == 4)
        #expect(try bench.types().suffix(1) == ["article.seen"])
    }

    @Test("The sighting of an old text says which revision was seen, and which is the newest")
    func flipRecord() throws {
        let bench = try seen([first, edited, first])
        let record = try ParsedRecord(try #require(try bench.lines().last))
        #expect(record.text("type") == "article.seen")
        #expect(record.number("rev") == 2)
        #expect((record.after["appearance"] as? [String: Any])?["revision"] as? Int == 1)
        #expect(record.after["body"] as? String == edited)
    }

    @Test("A revision that was written never changes")
    func immutable() throws {
        let bench = try seen([first])
        let before = try bench.store.ask("SELECT * FROM revision WHERE number = 1", columns: 18)
        for (index, body) in [edited, punctuated, first].enumerated() {
            try bench.take(Bench.page([article(body)]), dump: "later \(index)")
        }
        #expect(try bench.store.ask("SELECT * FROM revision WHERE number = 1", columns: 18) == before)
    }

    @Test("One title without a date over unrelated bodies is two articles")
    func unrelated() throws {
        let bench = try Bench()
        try bench.take(Bench.page([article(first, title: "Weather", on: nil)]), dump: "one")
        let other = "Rain is expected over the northern hills, with sleet after dark and a cold wind from the sea."
        try bench.take(Bench.page([article(other, title: "Weather", on: nil)]), dump: "two")
        #expect(try bench.store.count("article") == 2)
        #expect(try bench.types().filter { $0.hasPrefix("article") } == ["article.created", "article.created"])
        // Each is found again under its own id.
        try bench.take(Bench.page([article(other, title: "Weather", on: nil)]), dump: "three")
        #expect(try bench.store.count("article") == 2)
        #expect(try bench.types().last == "article.seen")
    }

    @Test("A changed title over the same folded title is a revision of its own")
    func title() throws {
        let bench = try Bench()
        try bench.take(Bench.page([article(first, title: "The bridge")]), dump: "one")
        try bench.take(Bench.page([article(first, title: "THE BRIDGE!")]), dump: "two")
        #expect(
            try bench.store.ask("SELECT nature, title FROM revisions ORDER BY revision", columns: 2) == [
                "first|The bridge", "cosmetic|THE BRIDGE!",
            ]
        )
    }

    @Test("One story twice on a page is one article with two appearances")
    func twiceOnPage() throws {
        let bench = try Bench()
        try bench.take(Bench.page([article(first), article(first)]), dump: "one")
        #expect(try bench.store.count("article") == 1)
        #expect(try bench.store.ask("SELECT appearances FROM articles") == ["2"])
        #expect(try bench.store.ask("SELECT ordinal FROM appearances ORDER BY 1") == ["1", "2"])
    }

    @Test("Desks that see the same text give the article the same id, whatever they saw before")
    func sameID() throws {
        let one = try seen([first])
        let other = try Bench()
        try other.take(Bench.page([article("Something else went on.", title: "Else")]), dump: "else")
        try other.take(Bench.page([article(first)]), dump: "other bytes")
        let id = try one.store.ask("SELECT id FROM articles")
        #expect(id.first?.hasPrefix("art_") == true && id.first?.count == 30)
        #expect(try other.store.ask("SELECT id FROM articles WHERE title = 'The bridge'") == id)
    }
}
