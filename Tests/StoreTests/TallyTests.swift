import Pages
import Testing

@testable import Store

@Suite("The tally")
struct TallyTests {
    private let ferry = Bench.article("Ferry stops", "The ferry stops for the winter, said the harbour master.")
    private let fair = Bench.article("Fair opens", "The fair opens on Friday with a band and two goats.")

    /// A store that holds two new dumps, one known twice over, one in other bytes, a refusal, a revision and a teaser.
    private func full() throws -> Bench {
        let bench = try Bench()
        try bench.take(Bench.page([ferry, Bench.teaser("Soon", "Goats are expected.")]), dump: "one")
        try bench.take(Bench.page([ferry]), dump: "one")
        try bench.take(Bench.page([ferry]), dump: "one\n")
        var longer = ferry
        longer.body += " It will start again in March, if the ice allows it."
        try bench.take(Bench.page([longer, fair]), dump: "two")
        try bench.take(.refused(nil, Refusal(.notRegular, "a pipe"), attempts: 1))
        return bench
    }

    @Test("It counts every outcome and everything that is held, as the rows do")
    func counts() throws {
        let bench = try full()
        let tally = try bench.store.tally()
        let counts = Tally.Entry.allCases.map { tally[$0] }
        //               new, duplicate, same_text, rejected, bytes, dumps, articles, revisions, teasers
        #expect(counts == [2, 1, 1, 1, 3 + 3 + 4 + 3 + 1, 3, 2, 3, 1])
        #expect(try bench.store.tallyFaults() == [])
        #expect(try bench.store.totals().outcomes.map(\.name) == ["duplicate", "new", "rejected", "same_text"])
    }

    @Test("What is rolled back is not counted")
    func rollback() throws {
        let bench = try full()
        let before = try bench.store.tally()
        let bytes = Array("three".utf8)
        let text = try TextDecoder.decode(bytes)
        let page = FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, Bench.page([fair]))
        let error = storeError { () throws(StoreError) in
            try bench.store.inTransaction(at: bench.now()) { () throws(StoreError) in
                _ = try bench.store.file(Bench.delivery(name: "three", at: bench.now(), size: 5), .page(page))
                throw StoreError(kind: .unavailable, doing: "test", message: "enough")
            }
        }
        #expect(error != nil)
        #expect(try bench.store.tally() == before)
        #expect(try bench.store.tallyFaults() == [])
    }

    @Test("A database of the first schema is counted when it is opened")
    func migrated() throws {
        let bench = try full()
        let before = try bench.store.tally()
        try bench.store.connection.script(
            "DROP TABLE tally; DROP VIEW tally_of_rows; DROP INDEX taken_fault; PRAGMA user_version = 1",
            doing: "go back to the first schema"
        )
        let store = try Bench.open(bench.folder)
        #expect(try store.tally() == before)
        #expect(try store.ask("PRAGMA user_version") == ["2"])
    }

    @Test("Where it differs from the rows the check says so, and to count anew mends it")
    func mended() throws {
        let bench = try full()
        try bench.store.connection.script("UPDATE tally SET count = 41 WHERE name = 'articles'", doing: "lie")
        try bench.store.connection.script("DELETE FROM tally WHERE name = 'new'", doing: "forget")
        #expect(
            try bench.store.structuralDefects().map(\.text).sorted() == [
                "tally: articles is 41, the rows are 2", "tally: new is 0, the rows are 2",
            ]
        )
        try bench.store.recount()
        #expect(try bench.store.structuralDefects() == [])
    }
}
