/// What a database has taken in since it was made, as counts.
package struct Tally: Sendable, Equatable {
    /// What is counted, by its name in the database.
    package enum Entry: String, CaseIterable, Sendable {
        case new, duplicate
        case sameText = "same_text"
        case rejected
        /// Bytes of all deliveries.
        case deliveredBytes = "delivered_bytes"
        case dumps, articles, revisions, teasers

        init(_ outcome: Delivery.Receipt.Outcome) {
            self =
                switch outcome {
                case .new: .new
                case .duplicate: .duplicate
                case .sameText: .sameText
                case .rejected: .rejected
                }
        }
    }

    private(set) var counts: [Entry: Int64] = [:]

    package subscript(entry: Entry) -> Int64 { counts[entry] ?? 0 }

    package subscript(outcome: Delivery.Receipt.Outcome) -> Int64 { self[Entry(outcome)] }

    mutating func add(_ entry: Entry, _ count: Int64 = 1) {
        counts[entry, default: 0] += count
    }
}

// The counts are kept in a table and updated in the transaction of the rows they count. Counting the rows themselves
// takes time in proportion to their number.
extension Store {
    package func tally() throws(StoreError) -> Tally {
        var tally = Tally()
        try connection.run("SELECT name, count FROM tally", doing: "read the tally") {
            if let entry = Tally.Entry(rawValue: $0.text(0)) { tally.add(entry, $0.integer(1)) }
        }
        return tally
    }

    /// Adds the counts of the open transaction to the table.
    func write(_ tally: Tally) throws(StoreError) {
        for entry in Tally.Entry.allCases where tally[entry] != 0 {
            try connection.run(
                "UPDATE tally SET count = count + ?2 WHERE name = ?1",
                [.text(entry.rawValue), .integer(tally[entry])],
                doing: "write the tally"
            )
        }
    }

    /// Compares the tally with the rows it counts.
    ///
    /// - Returns: One line for each count that differs.
    /// - Throws: `StoreError`.
    package func tallyFaults() throws(StoreError) -> [String] {
        var faults: [String] = []
        try connection.run(
            """
            SELECT r.name, coalesce(t.count, 0), r.count FROM tally_of_rows r LEFT JOIN tally t ON t.name = r.name
            WHERE t.count IS NOT r.count
            """,
            doing: "check the tally"
        ) { faults.append("tally: \($0.text(0)) is \($0.integer(1)), the rows are \($0.integer(2))") }
        return faults
    }

    /// Writes the tally anew from the rows.
    package func recount() throws(StoreError) {
        try connection.script(
            "BEGIN IMMEDIATE; DELETE FROM tally; INSERT INTO tally SELECT name, count FROM tally_of_rows; COMMIT",
            doing: "count anew"
        )
    }
}
