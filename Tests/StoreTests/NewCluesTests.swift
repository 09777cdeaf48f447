import Pages
import Testing

@testable import Store

/// Clues of texts that are filed in the open transaction, and their rows in the table.
@Suite struct NewCluesTests {
    private let pages = (1...12).map { Story(UInt64($0)) }.map { [$0] }

    @Test func `a story is known again within the transaction that files it`() throws {
        let room = try Newsroom()
        let goat = Story(1)
        let types = try room.tell([
            [goat], [goat.with { $0.title = "Goat takes her seat after all" }], [goat.at("Harbour Post")],
            [goat.with { $0.lines = ["Home"] }],
        ])
        #expect(types == ["article.created", "article.revised", "article.created", "group.changed", "article.seen"])
        try room.expectSound()
    }

    @Test func `the table holds the same clues whether pages come in one transaction or one by one`() throws {
        let together = try Newsroom()
        try together.tell(pages)
        let apart = try Newsroom()
        for page in pages { try apart.tell([page]) }
        let query = "SELECT hash, article, revision FROM clue ORDER BY 1, 2, 3"
        let rows = try together.ask(query, columns: 3)
        // More than one statement takes, and not a multiple of that.
        #expect(rows.count > 128 && rows.count % 64 != 0)
        #expect(rows == (try apart.ask(query, columns: 3)))
    }

    @Test func `a transaction that is rolled back leaves no clues to the next`() throws {
        let room = try Newsroom()
        let store = room.store
        _ = try? store.inTransaction(at: room.scratch.now()) { () throws(StoreError) in
            store.open?.clues.add(clues("one"), of: HeldText(article: 7, revision: 1))
            throw StoreError(kind: .machine, doing: "test", message: "test")
        }
        try room.tell([pages[0]])
        #expect(try room.ask("SELECT count(*) FROM clue WHERE article = 7") == ["0"])
    }

    @Test func `rows come in the order of the table`() {
        var new = NewClues()
        for (article, body) in [(9, "one"), (3, "one"), (5, "two"), (3, "two")] {
            new.add(clues(body), of: HeldText(article: Int64(article), revision: 1))
        }
        let rows = new.rows.map { [$0.hash, $0.text.article, $0.text.revision] }
        #expect(rows.count == 4)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        #expect(new.texts(behind: clues("one").text).map(\.article) == [3, 9])
    }

    /// Those of a text without title and too short for shingles.
    private func clues(_ body: String) -> Clues {
        Clues(bodyHash: Identity.foldedHash(body), folded: Array(body.utf8), title: "", pageKey: nil)
    }
}
