import Pages

/// All rows of the public views as one moment has them, as lines of the form of the change log.
///
/// A snapshot is a file of its own: it starts a follower that has no history, and no such row is ever put into the log.
/// All lines have the `seq` of the last change before that moment. The first says so; the last has the SHA-256 of all
/// lines before it.
package struct Snapshot: ~Copyable {
    /// Tables are read in pieces of so many rows.
    private static let piece = 500

    private let store: Store
    private let open: Store.OpenTransaction
    private let write: ([UInt8]) -> Void
    private var digest = SHA256()
    /// How many rows there are of each type.
    private var rows: [(type: String, count: Int64)] = []

    /// Writes the snapshot.
    ///
    /// - Parameters:
    ///   - store: It is read in one view, so a desk may write meanwhile.
    ///   - write: Gets a line or more at a time.
    /// - Returns: The `seq` that it stands at, and how many rows it has.
    /// - Throws: `StoreError`.
    package static func take(of store: Store, _ write: @escaping ([UInt8]) -> Void) throws(StoreError)
        -> (seq: Int64, rows: Int64)
    {
        try store.inOneView { () throws(StoreError) in
            let seq = try store.lastSeq()
            let ts = try store.connection.first("SELECT coalesce(max(ts), '') FROM txn", doing: "take a snapshot") {
                $0.text(0)
            }
            var snapshot = Snapshot(store, at: seq, ts: ts ?? "", write)
            try snapshot.writeAll()
            return (seq, snapshot.rows.reduce(0) { $0 + $1.count })
        }
    }

    private init(_ store: Store, at seq: Int64, ts: String, _ write: @escaping ([UInt8]) -> Void) {
        self.store = store
        self.write = write
        // Rows of a snapshot belong to no commit: their `txn` is 0.
        open = Store.OpenTransaction(number: 0, ts: ts, lastSeq: seq - 1, firstSeq: seq)
    }

    private mutating func writeAll() throws(StoreError) {
        emit(line("log.snapshot", [.init("schema", .integer(Int64(Schema.current())))]))
        // A dump with the text of another comes after that one.
        try dumps(Store.nextDump)
        try dumps(Store.nextTwin)
        try each("row.delivery", .delivery, "delivery", Store.deliveryRows)
        try each("row.article", .article, "id", Store.articleRows)
        try each("row.article", .article, "id", Store.mergedRows)
        try revisions()
        try each("row.teaser", .teaser, "id", Store.teaserRows)
        try each("row.appearance", .dump, "dump_sha256", Store.appearanceRows)
        try groups()
        try each("row.forgotten", .article, "id", Store.tombstoneRows)
        let counts = JSON.object(rows.map { .init($0.type, .integer($0.count)) })
        var all = SHA256()
        swap(&all, &digest)
        let whole = all.finalize().hex
        write(line("log.closed", [.init("rows", counts), .init("sha256", .text(whole))]))
    }

    /// Writes the rows of a query, whose parameters are the last key and how many rows to read; its first column is the
    /// key.
    private mutating func each(_ type: String, _ kind: Change.Kind, _ id: String, _ sql: String) throws(StoreError) {
        var last: SQLValue = .integer(0)
        while true {
            var found: [(key: Int64, row: [JSON.Member])] = []
            try store.connection.run(sql, [last, .number(Snapshot.piece)], doing: "take a snapshot") {
                found.append(($0.integer(0), $0.members(from: 1)))
            }
            guard let end = found.last else { return }
            last = .integer(end.key)
            for (_, row) in found { put(type, kind, id: row.value(id)?.shown ?? "", row) }
        }
    }

    /// Groups with their articles, so many in a line as fit surely.
    private mutating func groups() throws(StoreError) {
        var last: Int64 = 0
        while true {
            let next = try store.connection.first(
                Store.groupRows,
                [.integer(last), .integer(1)],
                doing: "take a snapshot"
            ) { (key: $0.integer(0), row: $0.members(from: 1)) }
            guard let next else { return }
            last = next.key
            var members = try store.members(of: next.key)[...]
            while !members.isEmpty {
                let added = try store.ids(of: members.prefix(Store.mostNamed))
                members = members.dropFirst(Store.mostNamed)
                let id = next.row.value("group_id")?.shown ?? ""
                put("row.group", .group, id: id, next.row + [.init("added", .array(added))])
            }
        }
    }

    /// Revisions one by one: each can be as long as a dump.
    private mutating func revisions() throws(StoreError) {
        var last: (article: Int64, number: Int64) = (0, 0)
        while true {
            let next = try store.connection.first(
                Store.nextRevision,
                [.integer(last.article), .integer(last.number)],
                doing: "take a snapshot"
            ) { (article: $0.integer(0), number: $0.integer(1), dump: $0.text(2)) }
            guard let next else { return }
            last = (next.article, next.number)
            let row = try store.members(
                Store.revisionRow,
                [.integer(next.article), .integer(next.number), .text(next.dump)]
            )
            let id = row.value("article_id")?.shown ?? ""
            putLong("row.revision", .article, id: id, rev: next.number, row, text: "body")
        }
    }

    private mutating func dumps(_ sql: String) throws(StoreError) {
        var last: Int64 = 0
        while true {
            let next = try store.connection.first(sql, [.integer(last)], doing: "take a snapshot") {
                (key: $0.integer(0), lines: $0.optionalText(1))
            }
            guard let next else { return }
            last = next.key
            guard let row = try store.dumpRow(next.key) else { continue }
            let lines: JSON = next.lines.map(JSON.written) ?? .null
            let id = row.value("sha256")?.shown ?? ""
            putLong("row.dump", .dump, id: id, row + [.init("boilerplate_json", lines)], text: "boilerplate_json")
        }
    }

    /// Writes a row whose text may be too long for a line: then it goes ahead in parts, as in the log.
    private mutating func putLong(
        _ type: String,
        _ kind: Change.Kind,
        id: String,
        rev: Int64? = nil,
        _ row: [JSON.Member],
        text name: String
    ) {
        let parts = "\(name)_parts"
        let whole = row + [.init(parts, .null)]
        let line = line(type, kind, id: id, rev: rev, whole)
        guard line.count > ChangeRecord.lineLimit, let text = row.value(name)?.shown else { return count(type, line) }
        let long = LongText(kind: kind, key: 0, rev: rev, text: text)
        for (index, part) in long.parts.enumerated() {
            emit(
                self.line(
                    "content.part",
                    kind,
                    id: id,
                    rev: rev,
                    [
                        .init("sha256", .text(long.sha256)), .init("part", .integer(Int64(index + 1))),
                        .init("parts", .integer(Int64(long.parts.count))), .init("text", .text(part)),
                    ]
                )
            )
        }
        var short = row
        short.set(name, .null)
        if row.value("\(name)_sha256") == nil { short.append(.init("\(name)_sha256", .text(long.sha256))) }
        short.append(.init(parts, .integer(Int64(long.parts.count))))
        count(type, self.line(type, kind, id: id, rev: rev, short))
    }

    private mutating func put(_ type: String, _ kind: Change.Kind, id: String, _ row: [JSON.Member]) {
        count(type, line(type, kind, id: id, row))
    }

    private mutating func count(_ type: String, _ line: [UInt8]) {
        if rows.last?.type != type { rows.append((type, 0)) }
        rows[rows.count - 1].count += 1
        emit(line)
    }

    private mutating func emit(_ line: [UInt8]) {
        digest.update(line.span)
        write(line)
    }

    private func line(
        _ type: String,
        _ kind: Change.Kind,
        id: String,
        rev: Int64? = nil,
        _ row: [JSON.Member]
    ) -> [UInt8] {
        var draft = ChangeDraft(ChangeType(.read, type), of: Change.Target(kind, id: id, key: 0), delivery: nil)
        draft.rev = rev
        draft.cause = .rule
        return ChangeRecord.line(
            Change(draft, in: open),
            epoch: store.epoch,
            source: .none,
            rows: ChangeRecord.Rows(after: row)
        )
    }

    /// A line that speaks of the file, with a change's keys.
    private func line(_ type: String, _ after: [JSON.Member]) -> [UInt8] {
        ChangeRecord.lineOfFile(type, epoch: store.epoch, seq: open.lastSeq + 1, ts: open.ts, after)
    }
}

extension JSON {
    /// A text or a number as it is read.
    fileprivate var shown: String? {
        switch self {
        case .text(let text), .written(let text): text
        case .integer(let number): String(number)
        case .null, .bool, .array, .object: nil
        }
    }
}
