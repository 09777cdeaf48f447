package import Store

/// The database's records in order, read in pieces.
package struct RecordStream {
    private let store: Store
    private var ahead: ArraySlice<Store.Record> = []
    /// The `seq` of the last record that was handed out.
    package private(set) var seq: Int64

    package init(_ store: Store, after seq: Int64 = 0) {
        self.store = store
        self.seq = seq
    }

    /// The next record; nil where there is none yet.
    package mutating func next() throws(Fault) -> Store.Record? {
        if ahead.isEmpty {
            let last = seq
            ahead = try storing { () throws(StoreError) in try store.records(after: last, limit: 256) }[...]
        }
        guard let record = ahead.popFirst() else { return nil }
        seq = record.seq
        return record
    }
}
