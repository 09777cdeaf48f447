package import Home
import Platform
package import Store

/// The change records from a position on, straight from the database, for readers that do not tail the file.
///
/// What the database does not hold any more is read from the log's files.
package struct ChangeFeed {
    /// Which records are asked for.
    package struct Choice {
        /// Only records of these types; empty for all.
        package var types: Set<String> = []
        /// Only records whose text this query finds, as `search` takes it.
        package var query: String?

        package init(types: [String] = [], query: String? = nil) {
            self.types = Set(types)
            self.query = query
        }
    }

    private let home: HomePaths
    private let store: Store
    private let types: Set<String>
    private let match: TextMatch?
    /// Only records after this one are handed out.
    private let position: Int64
    private var stream: RecordStream
    /// Where the database has a gap, the files that may fill it.
    private var history: LogHistory?
    /// The record of the database after that gap.
    private var afterGap: Store.Record?

    /// Starts after a position.
    ///
    /// - Parameters:
    ///   - reader: The reader of the desk's database.
    ///   - since: `EPOCH:SEQ`, or a bare seq; nil for the beginning.
    ///   - choice: Which records.
    /// - Throws: `Fault` of kind `historyGone` where the position is not one of this database, of kind `usage` where
    ///   the query is none.
    package init(_ reader: Reader, since: String?, _ choice: Choice) throws(Fault) {
        try reader.expectDesk("its records are in that log")
        home = reader.home
        store = reader.store
        types = choice.types
        match = try choice.query.map { (query) throws(Fault) in try ChangeFeed.match(query) }
        position = try ChangeFeed.position(since, reader.store)
        stream = RecordStream(reader.store, after: position)
        if match != nil, position > 0 { try beginWithWholeText() }
    }

    /// The next record; nil where there is none yet.
    package mutating func next() throws(Fault) -> Store.Record? {
        while let record = try nextOfAll() {
            let isMatch = try match.map { (match) throws(Fault) in
                try storing { () throws(StoreError) in try match.matches(record) }
            }
            guard isMatch ?? true, record.seq > position else { continue }
            if types.isEmpty || types.contains(record.type) { return record }
        }
        return nil
    }

    private mutating func nextOfAll() throws(Fault) -> Store.Record? {
        if let record = try history?.next() { return record }
        history = nil
        if let record = afterGap.take() { return record }
        let last = stream.seq
        guard let record = try stream.next() else { return nil }
        guard record.seq > last + 1 else { return record }
        history = LogHistory(home, store, after: last, before: record.seq)
        afterGap = record
        return try nextOfAll()
    }

    /// Begins earlier where the position lies among the parts of a long text, so that the text is matched whole.
    private mutating func beginWithWholeText() throws(Fault) {
        var before = RecordStream(store, after: position - 1)
        guard let record = try before.next(), record.seq == position else { return }
        let beginning = try storing { () throws(StoreError) in try store.beginningOfText(record) }
        if let beginning { stream = RecordStream(store, after: beginning) }
    }

    private static func match(_ text: String) throws(Fault) -> TextMatch {
        let query = try SearchQuery(asked: text, doing: "use --match", ofArticlesOnly: true)
        return try storing { () throws(StoreError) in try TextMatch(query) }
    }

    private static func position(_ since: String?, _ store: Store) throws(Fault) -> Int64 {
        guard let since else { return 0 }
        let parts = since.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, let seq = Int64(last), seq >= 0 else {
            throw Fault(.usage, "--since \(since): expected EPOCH:SEQ or SEQ")
        }
        if parts.count == 2, parts[0] != store.epoch {
            throw Fault(
                .historyGone,
                "no history since \(since): the database's epoch is \(store.epoch); start over from \(store.epoch):0"
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
}
