import Pages
import Testing

@testable import Store

@Suite("Where a body is kept")
struct BodyPlaceTests {
    private static let body = "The ferry is late — again.\n\nNobody is surprised."

    /// Files one article whose body stands at its place in the dump, or not quite.
    private func filed(_ dump: String, at start: Int, _ body: String = body) throws -> Bench {
        let bench = try Bench()
        var item = Bench.article("Ferry late", body)
        item.evidence = [
            Evidence(field: "body", rule: "body", bytes: start..<start + body.utf8.count, raw: "The ferry")
        ]
        try bench.take(Bench.page([item]), dump: dump)
        return bench
    }

    private func expectReadable(_ bench: Bench, _ body: String = body) throws {
        for view in ["articles", "revisions", "appearances"] {
            #expect(try bench.store.ask("SELECT body FROM \(view)") == [body], "\(view)")
            #expect(try bench.store.ask("SELECT typeof(body) FROM \(view)") == ["text"], "\(view)")
        }
        let record = try ParsedRecord(try #require(try bench.lines().last))
        #expect(record.after["body"] as? String == body)
        #expect(try bench.store.indexDefect() == nil)
        #expect(try bench.store.ask("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'surprised'") == ["1"])
    }

    @Test("One that stands in the dump word for word is kept there only")
    func inDump() throws {
        let bench = try filed("Ferry late\n\n\(Self.body)\n\nThe end", at: 12)
        #expect(try bench.store.ask("SELECT body IS NULL, body_start FROM revision", columns: 2) == ["1|12"])
        try expectReadable(bench)
    }

    @Test("One that stands there in other bytes is kept by itself", arguments: ["  ", "\u{A0}"])
    func changed(space: String) throws {
        let dump = "Ferry late\n\nThe ferry is late —\(space)again.\n\nNobody is surprised."
        let bench = try filed(dump, at: 12)
        #expect(try bench.store.ask("SELECT body IS NULL FROM revision") == ["0"])
        try expectReadable(bench)
    }

    @Test("One whose place reaches past the end of the dump is kept by itself", arguments: [13, 1000, Int(Int32.max)])
    func pastEnd(start: Int) throws {
        let bench = try filed("Ferry late\n\n\(Self.body)", at: start)
        #expect(try bench.store.ask("SELECT body IS NULL FROM revision") == ["0"])
        try expectReadable(bench)
    }

    @Test("A small part of a large dump is kept by itself, for a reader of it would fetch the whole dump")
    func largeDump() throws {
        let rest = String(repeating: "Other news. ", count: 10_000)
        let bench = try filed("Ferry late\n\n\(Self.body)\n\n\(rest)", at: 12)
        #expect(try bench.store.ask("SELECT body IS NULL FROM revision") == ["0"])
        try expectReadable(bench)
        let long = String(repeating: "One long story. ", count: 10_000) + "Nobody is surprised."
        let other = try filed("Ferry late\n\n\(long)", at: 12, long)
        #expect(try other.store.ask("SELECT body IS NULL FROM revision") == ["1"])
    }

    @Test("A revision takes the old text out of the index from wherever it is kept")
    func revised() throws {
        let bench = try filed("Ferry late\n\n\(Self.body)", at: 12)
        let newer = "The ferry is late — again.\n\nEverybody is astonished."
        try bench.take(Bench.page([Bench.article("Ferry late", newer)]), dump: "another dump")
        #expect(try bench.store.ask("SELECT body FROM revisions ORDER BY revision") == [Self.body, newer])
        #expect(try bench.store.indexDefect() == nil)
        #expect(try bench.store.ask("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'surprised'") == ["0"])
    }
}
