import Pages
import Platform
import Store

/// The change records from a position on, straight from the database: for readers that do not tail the file.
package struct ChangeFeed {
    package enum Format: String, CaseIterable, Sendable {
        case jsonl
        case text
    }

    private let store: Store
    private let types: Set<String>
    private let format: Format
    private let colours: Bool
    private var stream: RecordStream

    /// Starts after a position.
    ///
    /// - Parameters:
    ///   - reader: The desk.
    ///   - since: `EPOCH:SEQ`, or a bare seq; nil for the beginning.
    ///   - types: Only records of these types; empty for all.
    ///   - format: JSON Lines as in the log, or a line for a person.
    ///   - colours: Whether the line for a person is coloured.
    /// - Throws: `Fault` of kind `historyGone` where the position is not one of this database.
    package init(_ reader: Reader, since: String?, types: [String], format: Format, colours: Bool) throws(Fault) {
        store = reader.store
        self.types = Set(types)
        self.format = format
        self.colours = colours
        stream = RecordStream(reader.store, after: try ChangeFeed.position(since, reader.store))
    }

    private static func position(_ since: String?, _ store: Store) throws(Fault) -> Int64 {
        guard let since else { return 0 }
        let parts = since.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, let seq = Int64(last), seq >= 0 else {
            throw Fault(.usage, "--since \(Console.safe(since)): expected EPOCH:SEQ or SEQ")
        }
        if parts.count == 2, parts[0] != store.epoch {
            throw Fault(
                .historyGone,
                "no history since \(Console.safe(since)): the database's epoch is \(store.epoch); start over from \(store.epoch):0"
            )
        }
        let newest = try storing { () throws(StoreError) in try store.lastSeq() }
        guard seq <= newest else {
            throw Fault(
                .historyGone,
                "no history since \(seq): the database ends at \(store.epoch):\(newest); start over"
            )
        }
        return seq
    }

    /// Writes what there is; with `follow` goes on until the reader closes the pipe or the process is ended.
    package mutating func write(follow: Bool) throws(Fault) {
        while true {
            var bytes: [UInt8] = []
            while let record = try stream.next() {
                if types.isEmpty || types.contains(record.type) { bytes += form(record) }
                if bytes.count > 1 << 18 {
                    try Console.write(bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
            if !bytes.isEmpty { try Console.write(bytes) }
            guard follow else { return }
            // One cheap question a quarter of a second; whoever wants it sooner tails the file.
            Clock.sleep(milliseconds: 250)
        }
    }

    private func form(_ record: Store.Record) -> [UInt8] {
        guard format == .text else { return record.line }
        let revision = record.rev.map { " r\($0)" } ?? ""
        let subject = record.subject.map { "  \(Console.safe($0.split(separator: "\n").joined(separator: " ")))" } ?? ""
        let type = colours ? "\u{1B}[1m\(record.type)\u{1B}[0m" : record.type
        let id = record.id.count == 64 ? String(record.id.prefix(12)) : record.id
        return Array("\(record.seq)  \(record.ts)  \(type)  \(id)\(revision)\(subject)\n".utf8)
    }
}
