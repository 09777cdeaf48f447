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

    /// Refusals by reason.
    package func rejections() throws(StoreError) -> [String: Int] {
        var reasons: [String: Int] = [:]
        try connection.run("SELECT reason, count(*) FROM rejection GROUP BY reason", doing: "count rejections") {
            reasons[$0.text(0)] = $0.int(1)
        }
        return reasons
    }

    /// When the newest delivery came; nil before the first.
    package func lastDeliveryTime() throws(StoreError) -> String? {
        try connection.first(
            "SELECT received_at FROM delivery ORDER BY number DESC LIMIT 1",
            doing: "read the last delivery"
        ) { $0.text(0) }
    }
}
