import Pages
import Testing

@testable import Store

@Suite("The full-text index")
struct SearchTests {
    private func bench() throws -> Bench {
        let bench = try Bench()
        try bench.take(
            Bench.page([Bench.article("Harbour", "The lighthouse keeper counted gulls all day long.")]),
            dump: "1"
        )
        try bench.take(
            Bench.page([Bench.article("Harbour", "The lighthouse keeper counted seals all day long.")]),
            dump: "2"
        )
        return bench
    }

    @Test("After a revision the new text is found and the old one is not")
    func revised() throws {
        let bench = try bench()
        #expect(try bench.store.search(["seals"], limit: 9).map(\.title) == ["Harbour"])
        #expect(try bench.store.search(["gulls"], limit: 9).isEmpty)
        #expect(try bench.store.indexDefect() == nil)
    }

    @Test("Marks, accents and prefixes", arguments: ["lighthouse", "LIGHTHOUSE", "light*", "líghthouse", "harbour"])
    func words(word: String) throws {
        #expect(try bench().store.search([word], limit: 9).count == 1)
    }

    @Test(
        "No word is taken for query language",
        arguments: ["\"", "a\"b", "NOT", "title:x", "(", "*", "-", "^x", "a OR b", "NEAR(", "'", ";", "\\"]
    )
    func hostile(word: String) throws {
        let bench = try bench()
        let error = storeError { () throws(StoreError) in _ = try bench.store.search([word], limit: 9) }
        #expect(error == nil, "\(String(describing: error))")
    }

    @Test("A long title that was cut is unindexed as it was indexed")
    func longTitle() throws {
        let bench = try Bench()
        let title = String(repeating: "endless headline ", count: 400)
        try bench.take(Bench.page([Bench.article(title, "One text of the story, told in a few words.")]), dump: "1")
        try bench.take(Bench.page([Bench.article(title, "Two text of the story, told in a few words.")]), dump: "2")
        #expect(try bench.store.count("revision") == 2)
        #expect(try bench.store.indexDefect() == nil)
        #expect(try bench.store.search(["One"], limit: 9).isEmpty)
    }

    @Test("Stories filed and revised in one transaction, in any order, are found by their last texts only")
    func withinOneTransaction() throws {
        let bench = try bench()
        try bench.store.inTransaction(at: bench.now()) { () throws(StoreError) in
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
                    Bench.page([Bench.article(title, text)])
                )
                let delivery = Bench.delivery(name: animal, at: "2026-11-21T10:00:00.000Z", size: bytes.count)
                _ = try bench.store.file(delivery, .page(page))
            }
        }
        for animal in ["geese", "cats", "whales"] {
            #expect(try bench.store.search([animal], limit: 9).count == 1)
        }
        for animal in ["gulls", "seals", "herons", "boats"] {
            #expect(try bench.store.search([animal], limit: 9).isEmpty)
        }
        #expect(try bench.store.indexDefect() == nil)
    }

    @Test("Switched off it takes nothing in; switched on again it holds everything")
    func switched() throws {
        let bench = try bench()
        try bench.store.setIndexing(false)
        #expect(try bench.store.isSearchable() == false)
        try bench.take(
            Bench.page([Bench.article("Harbour", "The lighthouse keeper counted boats all day long.")]),
            dump: "3"
        )
        try bench.take(Bench.page([Bench.article("Mill", "The miller slept.")]), dump: "4")
        try bench.store.setIndexing(true)
        #expect(try bench.store.isSearchable())
        #expect(try bench.store.search(["boats"], limit: 9).count == 1)
        #expect(try bench.store.search(["miller"], limit: 9).count == 1)
        #expect(try bench.store.search(["seals"], limit: 9).isEmpty)
        #expect(try bench.store.indexDefect() == nil)
    }

    @Test("It is noticed when it is out of step with the articles")
    func outOfStep() throws {
        let bench = try bench()
        try bench.store.connection.script("UPDATE revision SET body = 'tampered'", doing: "tamper")
        #expect(try bench.store.indexDefect() != nil)
    }
}
