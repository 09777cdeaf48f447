import Pages
import Testing

@testable import Store

/// Where a body is kept.
@Suite struct BodyPlaceTests {
    private static let body = "The ferry is late — again.\n\nNobody is surprised."

    /// Files one article whose body stands at its place in the dump, or not quite.
    private func filed(_ dump: String, at start: Int, _ body: String = body) throws -> ScratchStore {
        let scratch = try ScratchStore()
        var item = ScratchStore.article("Ferry late", body)
        item.evidence = [
            Evidence(field: "body", rule: "body", bytes: start..<start + body.utf8.count, raw: "The ferry")
        ]
        try scratch.take(ScratchStore.page([item]), dump: dump)
        return scratch
    }

    private func expectReadable(_ scratch: ScratchStore, _ body: String = body) throws {
        for view in ["articles", "revisions", "appearances"] {
            #expect(try scratch.store.ask("SELECT body FROM \(view)") == [body], "\(view)")
            #expect(try scratch.store.ask("SELECT typeof(body) FROM \(view)") == ["text"], "\(view)")
        }
        let record = try ParsedRecord(try #require(try scratch.lines().last))
        #expect(record.after["body"] as? String == body)
        #expect(try scratch.store.indexDefect() == nil)
        #expect(
            try scratch.store.ask("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'surprised'") == ["1"]
        )
    }

    @Test func `a body that stands in the dump word for word is kept there only`() throws {
        let scratch = try filed("Ferry late\n\n\(Self.body)\n\nThe end", at: 12)
        #expect(try scratch.store.ask("SELECT body IS NULL, body_start FROM revision", columns: 2) == ["1|12"])
        try expectReadable(scratch)
    }

    @Test(arguments: ["  ", "\u{A0}"])
    func `a body that stands in the dump in other bytes is kept by itself`(space: String) throws {
        let dump = "Ferry late\n\nThe ferry is late —\(space)again.\n\nNobody is surprised."
        let scratch = try filed(dump, at: 12)
        #expect(try scratch.store.ask("SELECT body IS NULL FROM revision") == ["0"])
        try expectReadable(scratch)
    }

    @Test(arguments: [13, 1000, Int(Int32.max)])
    func `a body whose place reaches past the end of the dump is kept by itself`(start: Int) throws {
        let scratch = try filed("Ferry late\n\n\(Self.body)", at: start)
        #expect(try scratch.store.ask("SELECT body IS NULL FROM revision") == ["0"])
        try expectReadable(scratch)
    }

    @Test
    func `a small part of a large dump is kept by itself, for a reader of it would fetch the whole dump`() throws {
        let rest = String(repeating: "Other news. ", count: 10_000)
        let scratch = try filed("Ferry late\n\n\(Self.body)\n\n\(rest)", at: 12)
        #expect(try scratch.store.ask("SELECT body IS NULL FROM revision") == ["0"])
        try expectReadable(scratch)
        let long = String(repeating: "One long story. ", count: 10_000) + "Nobody is surprised."
        let other = try filed("Ferry late\n\n\(long)", at: 12, long)
        #expect(try other.store.ask("SELECT body IS NULL FROM revision") == ["1"])
    }

    @Test func `a revision takes the old text out of the index from wherever it is kept`() throws {
        let scratch = try filed("Ferry late\n\n\(Self.body)", at: 12)
        let newer = "The ferry is late — again.\n\nEverybody is astonished."
        try scratch.take(ScratchStore.page([ScratchStore.article("Ferry late", newer)]), dump: "another dump")
        #expect(try scratch.store.ask("SELECT body FROM revisions ORDER BY revision") == [Self.body, newer])
        #expect(try scratch.store.indexDefect() == nil)
        #expect(
            try scratch.store.ask("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'surprised'") == ["0"]
        )
    }
}
