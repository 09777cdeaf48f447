// What the service manager and a monitoring system are told, beyond what `status` asks.
extension Store {
    /// What was delivered since a moment.
    package struct Arrivals: Sendable {
        package var done = 0
        package var rejected = 0
    }

    /// Counts the deliveries since a moment.
    ///
    /// - Parameter moment: UTC, as `received_at` has it.
    /// - Returns: How many, and how many of them were rejected.
    /// - Throws: `StoreError`.
    package func arrivals(since moment: String) throws(StoreError) -> Arrivals {
        var arrivals = Arrivals()
        // From the newest back to the first that is older: the time has no index, and the table may be long.
        try connection.run(
            """
            SELECT count(*), coalesce(sum(outcome = 'rejected'), 0) FROM delivery
            WHERE number > coalesce(
                (SELECT number FROM delivery WHERE received_at < ?1 ORDER BY number DESC LIMIT 1), 0)
            """,
            [.text(moment)],
            doing: "count the day's deliveries"
        ) { arrivals = Arrivals(done: $0.int(0), rejected: $0.int(1)) }
        return arrivals
    }

    /// What metrics count over the whole life of a database.
    package struct Tally: Sendable {
        package var outcomes: [String: Int] = [:]
        package var reasons: [String: Int] = [:]
        package var articles = 0
        package var revisions = 0
        /// Bytes of all deliveries.
        package var bytes: Int64 = 0
        package var lastDelivery: String?
    }

    package func tally() throws(StoreError) -> Tally {
        var tally = Tally()
        try connection.run(
            "SELECT outcome, count(*), sum(bytes) FROM delivery GROUP BY outcome",
            doing: "count deliveries"
        ) {
            tally.outcomes[$0.text(0)] = $0.int(1)
            tally.bytes += $0.integer(2)
        }
        try connection.run("SELECT reason, count(*) FROM rejection GROUP BY reason", doing: "count rejections") {
            tally.reasons[$0.text(0)] = $0.int(1)
        }
        try connection.run(
            """
            SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM revision),
                (SELECT received_at FROM delivery ORDER BY number DESC LIMIT 1)
            """,
            doing: "count articles"
        ) {
            tally.articles = $0.int(0)
            tally.revisions = $0.int(1)
            tally.lastDelivery = $0.optionalText(2)
        }
        return tally
    }
}
