import Pages
import Testing

@testable import Store

/// A store with dumps whose texts stand in their bytes, as the desk files them, and what must be true of it.
final class ForgettingWorld {
    let scratch: ScratchStore
    /// Records as they were made when they were new, by seq.
    private var lines: [Int64: [UInt8]] = [:]

    init() throws {
        scratch = try ScratchStore()
    }

    func ask(_ sql: String, _ columns: Int32 = 1) throws -> [String] { try scratch.store.ask(sql, columns: columns) }

    /// Files a dump that shows these items.
    ///
    /// - Returns: Its SHA-256.
    func take(_ items: [Item], name: String, mark: String = "", site: String? = nil) throws -> String {
        let (bytes, source, page) = try ForgettingWorld.dump(items, mark, site)
        let digest = SHA256.digest(of: bytes.span)
        let now = scratch.now()
        let delivery = ScratchStore.delivery(name: name, at: now, size: bytes.count)
        let filed = FiledPage(digest, bytes: bytes, name: name, source, page)
        _ = try scratch.store.inTransaction(at: now) { () throws(StoreError) in
            try scratch.store.file(delivery, .page(filed))
        }
        return digest.hex
    }

    func refusal(of items: [Item]) throws -> Refusal? {
        let (bytes, source, page) = try ForgettingWorld.dump(items, "", nil)
        return try scratch.store.refusal(
            of: .page(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, source, page))
        )
    }

    /// Forgets a dump or an article.
    ///
    /// - Returns: The types of the records that tell of it, without those of single rows.
    func forget(_ id: String, blocks: Bool = false) throws -> [String] {
        let store = scratch.store
        let last = try store.lastSeq()
        let subject = try #require(try store.removable(id).first)
        let removal = Removal(subject, reason: "a test", blocks: blocks, scrubsLog: false, now: scratch.now())
        try store.inTransaction(at: removal.now) { () throws(StoreError) in try store.remove(removal) }
        return try scratch.types(after: last).filter { !$0.hasPrefix("row.") }
    }

    /// The bytes of a page with these items, and the page with the places at which their texts stand in them.
    private static func dump(_ items: [Item], _ mark: String, _ site: String?) throws -> ([UInt8], SourceText, Page) {
        var text = mark + (site ?? "") + "\n\n"
        var placed: [Item] = []
        for var item in items {
            text += (item.title ?? "") + "\n\n"
            let start = text.utf8.count
            text += item.body
            item.evidence = [Evidence(field: "body", rule: "test", bytes: start..<text.utf8.count, raw: "")]
            placed.append(item)
            text += "\n\n"
        }
        let bytes = Array(text.utf8)
        var page = ScratchStore.page(placed, site: site)
        page.boilerplate = ["Read on"]
        return (bytes, try TextDecoder.decode(bytes), page)
    }

    /// One of a few stories, each of which is told in several ways.
    static func item(_ dice: inout ForgettingDice) -> Item {
        let number = dice.roll(4)
        if number == 3 { return ScratchStore.teaser("Teaser \(dice.roll(2))", "Of a story that is told elsewhere.") }
        var sentences = (1...10).map {
            "In story \(number) sentence \($0) says what happened at place \(number * 31 + $0)."
        }
        switch dice.roll(5) {
        case 0: sentences[3] = "This sentence \(dice.roll(3)) was edited later on by someone else."
        case 1: sentences.removeLast()
        case 2: sentences.append("A line more, number \(dice.roll(2)).")
        default: break
        }
        return ScratchStore.article("Story \(number)", sentences.joined(separator: " "))
    }

    /// Expects that all of the store agrees, and that records which are not forgotten are made as ever.
    func check(_ step: String = "") throws {
        let store = scratch.store
        #expect(try store.structuralDefects().isEmpty)
        #expect(try store.indexDefect() == nil)
        let wrong = [
            "articles":
                "SELECT a.id FROM articles a WHERE appearances <> (SELECT count(*) FROM appearances WHERE article_id = a.id)",
            "rows": "SELECT a.key FROM article a WHERE merged_into IS NULL AND forgotten_at IS NULL "
                + "AND NOT EXISTS (SELECT 1 FROM articles v WHERE v.id = a.id)",
            "texts": "SELECT article FROM revision_text WHERE body IS NULL",
            "shown": "SELECT article FROM revision r WHERE into_article IS NOT NULL AND NOT EXISTS "
                + "(SELECT 1 FROM revision t WHERE t.article = r.into_article AND t.number = r.into_number)",
            "places": "SELECT article FROM appearance p WHERE article IS NOT NULL AND NOT EXISTS "
                + "(SELECT 1 FROM revision r WHERE r.article = p.article AND r.number = p.revision)",
            "clues": "SELECT article FROM clue c WHERE NOT EXISTS "
                + "(SELECT 1 FROM revision r WHERE r.article = c.article AND r.number = c.revision)",
            "dumps":
                "SELECT key FROM dump d WHERE forgotten_at IS NOT NULL AND (boilerplate_json IS NOT NULL OR EXISTS "
                + "(SELECT 1 FROM original o WHERE o.dump = d.key) OR EXISTS (SELECT 1 FROM appearance p WHERE p.dump = d.key) "
                + "OR EXISTS (SELECT 1 FROM revision r WHERE r.dump = d.key))",
            "groups": "SELECT group_id FROM groups WHERE articles < 2 OR likely_origin_id LIKE 'forgotten%'",
        ]
        for (what, query) in wrong.sorted(by: { $0.key < $1.key }) {
            let found = try ask(query)
            #expect(found.isEmpty, "\(what) \(step)")
        }
        for text in try store.records(after: 0, limit: 100_000) {
            if let line = lines[text.seq], !text.isForgotten {
                let isSame = line == text.line
                #expect(
                    isSame,
                    "\(step): \(String(decoding: line, as: UTF8.self)) is now \(String(decoding: text.line, as: UTF8.self))"
                )
            }
            lines[text.seq] = text.line
        }
    }
}

/// Numbers that are the same in each run.
struct ForgettingDice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}
