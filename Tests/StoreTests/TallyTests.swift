import Pages
import Testing

@testable import Store

@Suite struct TallyTests {
    private let ferry = ScratchStore.article("Ferry stops", "The ferry stops for the winter, said the harbour master.")
    private let fair = ScratchStore.article("Fair opens", "The fair opens on Friday with a band and two goats.")

    /// A store that holds two new dumps, one known twice over, one in other bytes, a refusal, a revision and a teaser.
    private func full() throws -> ScratchStore {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([ferry, ScratchStore.teaser("Soon", "Goats are expected.")]), dump: "one")
        try scratch.take(ScratchStore.page([ferry]), dump: "one")
        try scratch.take(ScratchStore.page([ferry]), dump: "one\n")
        var longer = ferry
        longer.body += " It will start again in March, if the ice allows it."
        try scratch.take(ScratchStore.page([longer, fair]), dump: "two")
        try scratch.take(.refused(nil, Refusal(.notRegular, "a pipe"), attempts: 1))
        return scratch
    }

    @Test func `the tally counts every outcome and everything that is held, as the rows do`() throws {
        let scratch = try full()
        let tally = try scratch.store.tally()
        let counts = Tally.Entry.allCases.map { tally[$0] }
        //               new, duplicate, same_text, rejected, bytes, dumps, articles, revisions, teasers
        #expect(counts == [2, 1, 1, 1, 3 + 3 + 4 + 3 + 1, 3, 2, 3, 1])
        #expect(try scratch.store.tallyFaults() == [])
        #expect(try scratch.store.totals().outcomes.map(\.name) == ["duplicate", "new", "rejected", "same_text"])
    }

    @Test func `what is rolled back is not counted`() throws {
        let scratch = try full()
        let before = try scratch.store.tally()
        let bytes = Array("three".utf8)
        let text = try TextDecoder.decode(bytes)
        let page = FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, ScratchStore.page([fair]))
        let error = storeError { () throws(StoreError) in
            try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in
                _ = try scratch.store.file(
                    ScratchStore.delivery(name: "three", at: scratch.now(), size: 5),
                    .page(page)
                )
                throw StoreError(kind: .unavailable, doing: "test", message: "enough")
            }
        }
        #expect(error != nil)
        #expect(try scratch.store.tally() == before)
        #expect(try scratch.store.tallyFaults() == [])
    }

    @Test func `where the tally differs from the rows the check says so, and counting anew mends it`() throws {
        let scratch = try full()
        try scratch.store.connection.script("UPDATE tally SET count = 41 WHERE name = 'articles'", doing: "lie")
        try scratch.store.connection.script("DELETE FROM tally WHERE name = 'new'", doing: "forget")
        #expect(
            try scratch.store.structuralDefects().map(\.text).sorted() == [
                "tally: articles is 41, the rows are 2", "tally: new is 0, the rows are 2",
            ]
        )
        try scratch.store.recount()
        #expect(try scratch.store.structuralDefects() == [])
    }
}
