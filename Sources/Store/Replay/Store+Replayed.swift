extension Store {
    /// The number of the last record that this database was rebuilt from; nil for a desk's own.
    package func replayedTo() throws(StoreError) -> Int64? {
        try connection.first(
            "SELECT value FROM meta WHERE name = 'replayed_to'",
            doing: "read the database \(path)"
        ) { Int64($0.text(0)) }.flatMap(\.self)
    }
}
