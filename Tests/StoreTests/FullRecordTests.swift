import Foundation
import Pages
import Testing

@testable import Store

/// Records whose every field is as long as it can be.
@Suite struct FullRecordTests {
    private func expectShort(_ scratch: ScratchStore) throws {
        for record in try scratch.store.records(after: 0, limit: 1000) {
            #expect(record.line.count <= 32_000, "\(record.type) has \(record.line.count) bytes")
            #expect((try? ParsedRecord(String(decoding: record.line, as: UTF8.self))) != nil)
        }
    }

    /// An item whose fields are all far longer than any page has, and need escaping.
    private func item(_ salt: String, _ body: String) -> Item {
        let quotes = String(repeating: "\"\\", count: 4000)
        var item = ScratchStore.article("the one title " + String(repeating: salt, count: 3000), body)
        item.byline = quotes
        item.authors = (0..<300).map { "Author \"\(salt)\(salt)\" the \($0)th of that name" }
        item.outlet = salt + quotes
        item.categories = (0..<300).map { "Category \(salt) \"\($0)\"" }
        item.evidence = (0..<40).map {
            Evidence(field: "field_\($0)", rule: "a-layout:\($0)", bytes: 0..<9, raw: quotes, hasReferences: true)
        }
        item.publishedOn = "2026-03-01"
        item.postedOn = "2026-03-02"
        return item
    }

    private let hostileName = String(repeating: "\\xff", count: 255)

    @Test(arguments: ["short", String(repeating: "\"", count: 1_999), String(repeating: "\" ", count: 20_000)])
    func `an article created, revised and seen again with huge fields has short records`(body: String) throws {
        let scratch = try ScratchStore()
        var page = ScratchStore.page(
            [item("!", body + " one two three four")],
            site: String(repeating: "\"", count: 4000)
        )
        try scratch.take(page, dump: "one", name: hostileName)
        page.items = [item("?", body + " one two three four five")]
        try scratch.take(page, dump: "two", name: hostileName)
        try scratch.take(page, dump: "three", name: hostileName)
        #expect(try scratch.types().contains("article.revised"))
        try expectShort(scratch)
    }

    @Test(arguments: [1_900, 40_000, 400_000])
    func `a page with huge site, tagline and boilerplate has short records`(size: Int) throws {
        let scratch = try ScratchStore()
        var page = ScratchStore.page(
            [ScratchStore.article("Title", "Body.")],
            site: String(repeating: "\"", count: 4000)
        )
        page.tagline = String(repeating: "\\", count: 4000)
        page.layout = String(repeating: "l", count: 200)
        page.boilerplate = Array(repeating: "Share \"this\" \u{1F99C}", count: size / 20)
        try scratch.take(page, dump: "one", name: hostileName)
        try scratch.take(page, dump: "one", name: hostileName)
        try expectShort(scratch)
        let records = try scratch.lines().map { try ParsedRecord($0) }
        guard let dump = records.first(where: { $0.text("type") == "dump.received" }) else { return }
        if dump.after["boilerplate_json"] is NSNull {
            let parts = records.prefix { $0.text("type") == "content.part" }
            let text = parts.map { $0.after["text"] as? String ?? "" }.joined()
            #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String] == page.boilerplate)
            #expect(
                dump.after["boilerplate_json_sha256"] as? String == SHA256.digest(of: Array(text.utf8).span).hex
            )
        } else {
            #expect(dump.after["boilerplate_json"] as? [String] == page.boilerplate)
        }
    }

    @Test func `a teaser with a huge headline and summary has short records`() throws {
        let scratch = try ScratchStore()
        let quotes = String(repeating: "\"", count: 30_000)
        let page = ScratchStore.page([ScratchStore.teaser(quotes, quotes)], site: quotes)
        try scratch.take(page, dump: "one", name: hostileName)
        try scratch.take(page, dump: "two", name: hostileName)
        try expectShort(scratch)
    }

    @Test(arguments: [4_096, 16_000])
    func `a path of bytes that must all be escaped has short records`(size: Int) throws {
        let scratch = try ScratchStore()
        // As the desk shows it: four characters a byte, and JSON doubles the backslash.
        let shown = String(repeating: "\\xff", count: size)
        let page = ScratchStore.page([ScratchStore.article("Title", "Body.")])
        try scratch.take(page, dump: "one", name: hostileName, path: Array(repeating: 0xFF, count: size), shown: shown)
        try scratch.take(page, dump: "one", name: hostileName, path: Array(repeating: 0xFE, count: size), shown: shown)
        try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in
            let delivery = ScratchStore.delivery(
                name: hostileName,
                path: Array(repeating: 0xFD, count: size),
                shown: shown,
                at: "2026-11-21T12:00:00.000Z",
                size: 1,
                destiny: .setAside(as: Array(repeating: 0xFF, count: 220), shown: hostileName)
            )
            _ = try scratch.store.file(delivery, .refused(nil, Refusal(.empty, "The file has no bytes."), attempts: 1))
        }
        try expectShort(scratch)
    }
}
