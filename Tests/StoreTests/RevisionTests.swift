import Pages
import Testing

@testable import Store

/// An article seen again.
@Suite struct RevisionTests {
    private let first = "The council met on Monday. It spoke about the bridge for two hours and then went home."
    private let edited = "The council met on Monday. It spoke about the bridge for six hours and then went home."
    private let punctuated = "The Council met, on Monday! It spoke about the bridge for two hours - and then went home."

    private func article(_ body: String, title: String = "The bridge", on date: String? = "2026-03-01") -> Item {
        ScratchStore.article(title, body, on: date)
    }

    /// The store after these bodies were seen one after the other, each in a dump of its own.
    private func seen(_ bodies: [String]) throws -> ScratchStore {
        let scratch = try ScratchStore()
        for (index, body) in bodies.enumerated() {
            try scratch.take(ScratchStore.page([article(body)]), dump: "dump \(index)")
        }
        return scratch
    }

    @Test func `the same body again is article.seen and no revision`() throws {
        let scratch = try seen([first, first])
        #expect(try scratch.types().filter { $0.hasPrefix("article") } == ["article.created", "article.seen"])
        #expect(try scratch.store.ask("SELECT revision, revisions, appearances FROM articles", columns: 3) == ["1|1|2"])
    }

    @Test func `article.seen tells what moved: when it was last seen, and how often`() throws {
        let scratch = try seen([first, first])
        let record = try ParsedRecord(try #require(try scratch.lines().last))
        #expect(record.changed == ["last_seen_at", "appearances"])
        #expect(record.before?["last_seen_at"] as? String == "2026-11-21T10:01:00.000Z")
        #expect(record.after["last_seen_at"] as? String == "2026-11-21T10:02:00.000Z")
        #expect(record.after["body"] as? String == first)
    }

    @Test func `changed words are a material revision`() throws {
        let scratch = try seen([first, edited])
        #expect(
            try scratch.store.ask("SELECT nature, cause FROM revisions ORDER BY revision", columns: 2) == [
                "first|source", "material|source",
            ]
        )
        #expect(try scratch.store.ask("SELECT body FROM articles") == [edited])
        #expect(try scratch.types().last == "article.revised")
    }

    @Test func `article.revised says what changed, with the old values and the new row`() throws {
        let scratch = try seen([first, edited])
        let record = try ParsedRecord(try #require(try scratch.lines().last))
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

    @Test func `changed case and punctuation are a cosmetic revision`() throws {
        let scratch = try seen([first, punctuated])
        #expect(try scratch.store.ask("SELECT nature FROM revisions ORDER BY revision") == ["first", "cosmetic"])
    }

    @Test func `a page that flips back to its first text makes no third revision`() throws {
        let scratch = try seen([first, edited, first, edited])
        #expect(try scratch.store.count("revision") == 2)
        #expect(try scratch.store.ask("SELECT revision, revisions, appearances FROM articles", columns: 3) == ["2|2|4"])
        #expect(try scratch.store.ask("SELECT revision FROM appearances ORDER BY dump_name, revision").count == 4)
        #expect(try scratch.types().suffix(1) == ["article.seen"])
    }

    @Test func `the sighting of an old text says which revision was seen, and which is the newest`() throws {
        let scratch = try seen([first, edited, first])
        let record = try ParsedRecord(try #require(try scratch.lines().last))
        #expect(record.text("type") == "article.seen")
        #expect(record.number("rev") == 2)
        #expect((record.after["appearance"] as? [String: Any])?["revision"] as? Int == 1)
        #expect(record.after["body"] as? String == edited)
    }

    @Test func `a revision that was written never changes`() throws {
        let scratch = try seen([first])
        let before = try scratch.store.ask("SELECT * FROM revision WHERE number = 1", columns: 18)
        for (index, body) in [edited, punctuated, first].enumerated() {
            try scratch.take(ScratchStore.page([article(body)]), dump: "later \(index)")
        }
        #expect(try scratch.store.ask("SELECT * FROM revision WHERE number = 1", columns: 18) == before)
    }

    @Test func `one title without a date over unrelated bodies is two articles`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([article(first, title: "Weather", on: nil)]), dump: "one")
        let other = "Rain is expected over the northern hills, with sleet after dark and a cold wind from the sea."
        try scratch.take(ScratchStore.page([article(other, title: "Weather", on: nil)]), dump: "two")
        #expect(try scratch.store.count("article") == 2)
        #expect(try scratch.types().filter { $0.hasPrefix("article") } == ["article.created", "article.created"])
        // Each is found again under its own id.
        try scratch.take(ScratchStore.page([article(other, title: "Weather", on: nil)]), dump: "three")
        #expect(try scratch.store.count("article") == 2)
        #expect(try scratch.types().last == "article.seen")
    }

    @Test func `a changed title over the same folded title is a revision of its own`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([article(first, title: "The bridge")]), dump: "one")
        try scratch.take(ScratchStore.page([article(first, title: "THE BRIDGE!")]), dump: "two")
        #expect(
            try scratch.store.ask("SELECT nature, title FROM revisions ORDER BY revision", columns: 2) == [
                "first|The bridge", "cosmetic|THE BRIDGE!",
            ]
        )
    }

    @Test func `one story twice on a page is one article with two appearances`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([article(first), article(first)]), dump: "one")
        #expect(try scratch.store.count("article") == 1)
        #expect(try scratch.store.ask("SELECT appearances FROM articles") == ["2"])
        #expect(try scratch.store.ask("SELECT ordinal FROM appearances ORDER BY 1") == ["1", "2"])
    }

    @Test func `desks that see the same text give the article the same id, whatever they saw before`() throws {
        let one = try seen([first])
        let other = try ScratchStore()
        try other.take(ScratchStore.page([article("Something else went on.", title: "Else")]), dump: "else")
        try other.take(ScratchStore.page([article(first)]), dump: "other bytes")
        let id = try one.store.ask("SELECT id FROM articles")
        #expect(id.first?.hasPrefix("art_") == true && id.first?.count == 30)
        #expect(try other.store.ask("SELECT id FROM articles WHERE title = 'The bridge'") == id)
    }
}
