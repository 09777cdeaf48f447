package import Home
package import Store

/// The change records from a position on, straight from the database, for readers that do not tail the file.
package struct ChangeFeed {
    private let types: Set<String>
    private var stream: RecordStream

    /// Starts after a position.
    ///
    /// - Parameters:
    ///   - reader: The reader of the desk's database.
    ///   - since: `EPOCH:SEQ`, or a bare seq; nil for the beginning.
    ///   - types: Only records of these types; empty for all.
    /// - Throws: `Fault` of kind `historyGone` where the position is not one of this database.
    package init(_ reader: Reader, since: String?, types: [String]) throws(Fault) {
        self.types = Set(types)
        stream = RecordStream(reader.store, after: try ChangeFeed.position(since, reader.store))
    }

    /// The next record; nil where there is none yet.
    package mutating func next() throws(Fault) -> Store.Record? {
        while let record = try stream.next() {
            if types.isEmpty || types.contains(record.type) { return record }
        }
        return nil
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
