extension Store {
    /// How many changes of each type there are among some, by type.
    package func recordCounts(after first: Int64, upTo last: Int64) throws(StoreError) -> [(type: String, count: Int)] {
        var counts: [(type: String, count: Int)] = []
        try connection.run(
            "SELECT type, count(*) FROM change WHERE seq > ?1 AND seq <= ?2 GROUP BY type ORDER BY type",
            [.integer(first), .integer(last)],
            doing: "count changes"
        ) { counts.append(($0.text(0), $0.int(1))) }
        return counts
    }
}
