import Pages
import Testing

@testable import Store

/// The full-text index.
@Suite struct SearchTests {
    private func scratch() throws -> ScratchStore {
        let scratch = try ScratchStore()
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Harbour", "The lighthouse keeper counted gulls all day long.")]),
            dump: "1"
        )
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Harbour", "The lighthouse keeper counted seals all day long.")]),
            dump: "2"
        )
        return scratch
    }

    @Test func `after a revision the new text is found and the old one is not`() throws {
        let scratch = try scratch()
        #expect(try scratch.store.search(["seals"], limit: 9).map(\.title) == ["Harbour"])
        #expect(try scratch.store.search(["gulls"], limit: 9).isEmpty)
        #expect(try scratch.store.indexDefect() == nil)
    }

    @Test(arguments: ["lighthouse", "LIGHTHOUSE", "light*", "líghthouse", "harbour"])
    func `a story is found by its words in any case and with other accents, and by a prefix`(word: String) throws {
        #expect(try scratch().store.search([word], limit: 9).count == 1)
    }

    @Test(arguments: ["\"", "a\"b", "NOT", "title:x", "(", "*", "-", "^x", "a OR b", "NEAR(", "'", ";", "\\"])
    func `no word is taken for query language`(word: String) throws {
        let scratch = try scratch()
        let error = storeError { () throws(StoreError) in _ = try scratch.store.search([word], limit: 9) }
        #expect(error == nil, "\(String(describing: error))")
    }

    @Test func `a long title that was cut is unindexed as it was indexed`() throws {
        let scratch = try ScratchStore()
        let title = String(repeating: "endless headline ", count: 400)
        try scratch.take(
            ScratchStore.page([ScratchStore.article(title, "One text of the story, told in a few words.")]),
            dump: "1"
        )
        try scratch.take(
            ScratchStore.page([ScratchStore.article(title, "Two text of the story, told in a few words.")]),
            dump: "2"
        )
        #expect(try scratch.store.count("revision") == 2)
        #expect(try scratch.store.indexDefect() == nil)
        #expect(try scratch.store.search(["One"], limit: 9).isEmpty)
    }

    @Test
    func `stories filed and revised in one transaction, in any order, are found by their last texts only`() throws {
        let scratch = try scratch()
        try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in
            for (title, animal) in [
                ("Mill", "herons"), ("Harbour", "boats"), ("Mill", "geese"), ("Quay", "cats"), ("Harbour", "whales"),
            ] {
                let text = "The lighthouse keeper counted \(animal) all day long."
                let bytes = Array(animal.utf8)
                guard let source = try? TextDecoder.decode(bytes) else { continue }
                let page = FiledPage(
                    SHA256.digest(of: bytes.span),
                    bytes: bytes,
                    source,
                    ScratchStore.page([ScratchStore.article(title, text)])
                )
                let delivery = ScratchStore.delivery(name: animal, at: "2026-11-21T10:00:00.000Z", size: bytes.count)
                _ = try scratch.store.file(delivery, .page(page))
            }
        }
        for animal in ["geese", "cats", "whales"] {
            #expect(try scratch.store.search([animal], limit: 9).count == 1)
        }
        for animal in ["gulls", "seals", "herons", "boats"] {
            #expect(try scratch.store.search([animal], limit: 9).isEmpty)
        }
        #expect(try scratch.store.indexDefect() == nil)
    }

    @Test func `an index switched off takes nothing in; switched on again it holds everything`() throws {
        let scratch = try scratch()
        try scratch.store.setIndexing(false)
        #expect(try scratch.store.isSearchable() == false)
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Harbour", "The lighthouse keeper counted boats all day long.")]),
            dump: "3"
        )
        try scratch.take(ScratchStore.page([ScratchStore.article("Mill", "The miller slept.")]), dump: "4")
        try scratch.store.setIndexing(true)
        #expect(try scratch.store.isSearchable())
        #expect(try scratch.store.search(["boats"], limit: 9).count == 1)
        #expect(try scratch.store.search(["miller"], limit: 9).count == 1)
        #expect(try scratch.store.search(["seals"], limit: 9).isEmpty)
        #expect(try scratch.store.indexDefect() == nil)
    }

    @Test func `an index out of step with the articles is noticed`() throws {
        let scratch = try scratch()
        try scratch.store.connection.script("UPDATE revision SET body = 'tampered'", doing: "tamper")
        #expect(try scratch.store.indexDefect() != nil)
    }
}
