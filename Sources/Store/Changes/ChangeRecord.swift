package import Pages

/// The form of a change record: one line of JSON with fixed keys in a fixed order.
package enum ChangeRecord {
    /// The most bytes a line may have with its newline: Fluent Bit stops reading a file at a line of 32 KiB.
    static let lineLimit = 32_000
    /// Up to this many bytes in JSON, the long texts of a record, old and new together, always fit into its line:
    /// `TextForm` bounds every other value.
    static let surelyFits = 8_000

    /// The rows a record is made of.
    struct Rows {
        /// The complete row after the change; nil where it removed the row.
        var after: [JSON.Member]?
        /// The same row before it; nil where there was none.
        var before: [JSON.Member]?
        /// What stands in `after` besides the row: the appearance, the delivery's own values.
        var beside: [JSON.Member] = []
    }

    /// The line of a change.
    static func line(_ change: Change, epoch: String, source: RecordSource, rows: Rows) -> [UInt8] {
        var changed: [JSON] = []
        var before: [JSON.Member] = []
        if let old = rows.before {
            guard let after = rows.after else { return lineOfRemoval(change, epoch: epoch, source: source, old) }
            for (was, now) in zip(old, after) where was != now {
                changed.append(.text(was.name))
                before.append(was)
            }
        }
        let after = rows.after.map { JSON.object($0 + rows.beside) } ?? .null
        func record(_ before: [JSON.Member]) -> [UInt8] {
            line(
                change,
                epoch: epoch,
                source: source,
                changed: changed,
                before: rows.before == nil ? .null : .object(before),
                after: after
            )
        }
        let whole = record(before)
        guard whole.count > lineLimit else { return whole }
        // An earlier record carried the old text; its hash, which stays in `before`, says which text it was.
        return record(before.filter { $0.name != "body" })
    }

    /// The line of a change that removed its row: `before` is the whole row.
    private static func lineOfRemoval(
        _ change: Change,
        epoch: String,
        source: RecordSource,
        _ old: [JSON.Member]
    ) -> [UInt8] {
        func record(_ before: [JSON.Member]) -> [UInt8] {
            line(change, epoch: epoch, source: source, changed: [], before: .object(before), after: .null)
        }
        let whole = record(old)
        return whole.count > lineLimit ? record(old.filter { $0.name != "body" }) : whole
    }

    /// A `log.*` line, which speaks of the file and not of the store.
    package static func lineOfFile(_ type: String, epoch: String, seq: Int64, ts: String, _ after: [JSON.Member])
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        JSON.object([
            .init("v", .integer(1)), .init("epoch", .text(epoch)), .init("seq", .integer(seq)), .init("ts", .text(ts)),
            .init("txn", .integer(0)), .init("txn_last", .bool(true)), .init("op", .null), .init("type", .text(type)),
            .init("kind", .text("log")), .init("id", .text(epoch)), .init("rev", .null), .init("cause", .text("rule")),
            .init("extractor", .text(Normaliser.version)), .init("dump", .null), .init("changed", .array([])),
            .init("before", .null), .init("after", .object(after)), .init("reason", .null),
        ]).write(to: &bytes)
        return bytes + [UInt8(ascii: "\n")]
    }

    private static func line(
        _ change: Change,
        epoch: String,
        source: RecordSource,
        changed: [JSON],
        before: JSON,
        after: JSON
    ) -> [UInt8] {
        let value = JSON.object([
            .init("v", .integer(1)), .init("epoch", .text(epoch)), .init("seq", .integer(change.seq)),
            .init("ts", .text(change.ts)), .init("txn", .integer(change.txn)),
            .init("txn_last", .bool(change.isLast)), .init("op", .text(change.type.op.rawValue)),
            .init("type", .text(change.type.name)), .init("kind", .text(change.target.kind.rawValue)),
            .init("id", .text(change.target.id)), .init("rev", change.rev.map(JSON.integer) ?? .null),
            .init("cause", .text(change.cause.rawValue)), .init("extractor", source.extractor),
            .init("dump", source.dump), .init("changed", .array(changed)), .init("before", before),
            .init("after", after), .init("reason", change.reason.map(JSON.text) ?? source.reason),
        ])
        var bytes: [UInt8] = []
        // Most records fit. An array that grows step by step copies each of them several times.
        bytes.reserveCapacity(8192)
        value.write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// The line of a change whose text was forgotten: it keeps its place, and says of a dump how it was delivered.
    static func lineOfForgotten(_ change: Change, epoch: String, source: RecordSource, delivery: [JSON.Member]?)
        -> [UInt8]
    {
        var source = source
        source.extractor = .null
        source.reason = .text("forgotten")
        let after = delivery.map(JSON.object) ?? .null
        return line(change, epoch: epoch, source: source, changed: [], before: .null, after: after)
    }
}

extension [JSON.Member] {
    /// The value of the member with this name.
    func value(_ name: String) -> JSON? {
        first { $0.name == name }?.value
    }

    /// Replaces the value of the member with this name; does nothing where there is none.
    mutating func set(_ name: String, _ value: JSON) {
        guard let index = firstIndex(where: { $0.name == name }) else { return }
        self[index].value = value
    }
}
