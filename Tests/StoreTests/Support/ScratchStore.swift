import Pages
import TestSupport

@testable import Store

/// A store in a folder of its own, and short ways to file pages into it.
final class ScratchStore {
    static let epoch = "11111111-2222-4333-8444-555555555555"

    let folder: ScratchFolder
    let store: Store
    private var minute = 0

    init() throws {
        folder = try ScratchFolder()
        store = try ScratchStore.open(folder)
    }

    static func open(_ folder: ScratchFolder) throws(StoreError) -> Store {
        try Store(
            path: folder.file("copydesk.db"),
            access: .desk(newEpoch: epoch, now: "2026-11-21T09:00:00.000Z")
        )
    }

    /// A minute later at each call, so that no two transactions share a time.
    func now() -> String {
        minute += 1
        let hour = 10 + minute / 60
        return "2026-11-21T\(hour):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00.000Z"
    }

    /// Files a page whose dump is `text`, in a transaction of its own.
    @discardableResult
    func take(
        _ page: Page,
        dump text: String,
        name: String = "000_0123456789abcdef.txt",
        path: [UInt8]? = nil,
        shown: String? = nil
    ) throws -> Delivery.Receipt {
        let bytes = Array(text.utf8)
        let source = try TextDecoder.decode(bytes)
        let now = now()
        let delivery = ScratchStore.delivery(name: name, path: path, shown: shown, at: now, size: bytes.count)
        let content = Delivery.Content.page(
            FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, source, page)
        )
        return try store.inTransaction(at: now) { () throws(StoreError) in try store.file(delivery, content) }
    }

    /// Files one content as it is.
    @discardableResult
    func take(
        _ content: Delivery.Content,
        name: String = "000_0123456789abcdef.txt",
        destiny: Delivery.Destiny = .remove
    ) throws -> Delivery.Receipt {
        let now = now()
        let delivery = ScratchStore.delivery(name: name, at: now, size: 1, destiny: destiny)
        return try store.inTransaction(at: now) { () throws(StoreError) in try store.file(delivery, content) }
    }

    static func delivery(
        name: String,
        path: [UInt8]? = nil,
        shown: String? = nil,
        at: String,
        size: Int,
        destiny: Delivery.Destiny = .remove
    ) -> Delivery {
        Delivery(
            receivedAt: at,
            name: name,
            path: shown ?? name,
            pathBytes: path ?? Array(name.utf8),
            identity: Delivery.FileIdentity(device: 1, inode: 2, size: Int64(size), modified: 3, changed: 4),
            modifiedAt: "2026-11-20T08:00:00.000Z",
            destiny: destiny
        )
    }

    /// A page of this site with these items.
    static func page(_ items: [Item], site: String? = "Tin Whistle Gazette") -> Page {
        var page = Page()
        page.site = site
        page.items = items
        return page
    }

    static func article(_ title: String?, _ body: String, on date: String? = "2026-03-01") -> Item {
        var item = Item(kind: .article, title: title, body: body, bytes: 0..<10)
        item.publishedOn = date
        return item
    }

    static func teaser(_ title: String, _ summary: String) -> Item {
        Item(kind: .teaser, title: title, body: summary, bytes: 0..<10)
    }

    /// All records as text, without their newline.
    func lines(after seq: Int64 = 0) throws -> [String] {
        try store.records(after: seq, limit: 100_000).map { String(decoding: $0.line.dropLast(), as: UTF8.self) }
    }

    func types(after seq: Int64 = 0) throws -> [String] {
        try store.records(after: seq, limit: 100_000).map(\.type)
    }
}

extension Store {
    /// Rows of a query, their columns joined by `|` as the sqlite3 shell does.
    func ask(_ sql: String, columns: Int32 = 1) throws(StoreError) -> [String] {
        var rows: [String] = []
        try connection.run(sql, doing: "ask") { row in
            rows.append((0..<columns).map { row.text($0) }.joined(separator: "|"))
        }
        return rows
    }

    /// What a query finds, best first.
    func find(_ query: String, _ order: SearchOrder = .best) throws -> [Hit] {
        try search(try SearchQuery(query), order, limit: 99)
    }

    func count(_ table: String) throws(StoreError) -> Int {
        try connection.first("SELECT count(*) FROM \(table)", doing: "count") { $0.int(0) } ?? -1
    }
}

/// The error that `body` ends with, nil where it ends well.
func storeError(_ body: () throws(StoreError) -> Void) -> StoreError? {
    do throws(StoreError) {
        try body()
        return nil
    } catch {
        return error
    }
}
