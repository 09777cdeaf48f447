import Pages

/// The form of a change record: one line of JSON with fixed keys in fixed order.
enum ChangeRecord {
    /// Bytes of a line with its newline: Fluent Bit stops reading a file at a line of 32 KiB.
    static let lineLimit = 32_000
    /// Texts that together take up to this many bytes in JSON, old and new, fit into any record: everything else in
    /// one is bounded by `TextForm`.
    static let surelyFits = 8_000
    static let part = "content.part"

    /// The line of a change from the rows it speaks of.
    static func line(_ change: Change, epoch: String, extractor: JSON, dump: JSON, reason: JSON, rows: Rows) -> [UInt8]
    {
        var changed: [JSON] = []
        var before: [JSON.Member] = []
        if let old = rows.before {
            for (was, now) in zip(old, rows.after) where was != now {
                changed.append(.text(was.name))
                before.append(was)
            }
        }
        func record(_ before: [JSON.Member]) -> [UInt8] {
            let value = JSON.object([
                .init("v", .integer(1)), .init("epoch", .text(epoch)), .init("seq", .integer(change.seq)),
                .init("ts", .text(change.ts)), .init("txn", .integer(change.txn)),
                .init("txn_last", .bool(change.isLast)), .init("op", .text(change.op)),
                .init("type", .text(change.type)), .init("kind", .text(change.kind.rawValue)),
                .init("id", .text(change.id)), .init("rev", change.rev.map(JSON.integer) ?? .null),
                .init("cause", .text(change.cause)), .init("extractor", extractor), .init("dump", dump),
                .init("changed", .array(changed)),
                .init("before", rows.before == nil ? .null : .object(before)),
                .init("after", .object(rows.after + rows.beside)), .init("reason", reason),
            ])
            var bytes: [UInt8] = []
            // Most records fit; growing step by step copies each of them several times.
            bytes.reserveCapacity(8192)
            value.write(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
            return bytes
        }
        let whole = record(before)
        guard whole.count > lineLimit else { return whole }
        // The old text went out with its own record; its hash says which it was.
        return record(before.filter { $0.name != "body" })
    }

    /// The rows a record is made of.
    struct Rows {
        /// The complete row after the change.
        var after: [JSON.Member]
        /// The same row before it, nil where there was none.
        var before: [JSON.Member]?
        /// What belongs to the record besides the row: the appearance, the delivery's own facts.
        var beside: [JSON.Member] = []
    }
}
