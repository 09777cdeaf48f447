// What the service manager and a monitoring system are told in addition to the figures of `status`.
extension Store {
    /// How many files were delivered since a moment.
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
        let doing = "count the day's deliveries"
        let newest = try nextDelivery() - 1
        // Delivery numbers rise with time and have no gaps. So a binary search finds the last delivery before the
        // moment, and no index of times is needed.
        var (before, after) = (Int64(0), newest + 1)
        while before + 1 < after {
            let middle = before + (after - before) / 2
            let isBefore = try connection.first(
                "SELECT received_at < ?2 FROM delivery WHERE number = ?1",
                [.integer(middle), .text(moment)],
                doing: doing
            ) { $0.integer(0) == 1 }
            if isBefore == true { before = middle } else { after = middle }
        }
        let rejected = try connection.first(
            "SELECT count(*) FROM rejection WHERE delivery > ?1",
            [.integer(before)],
            doing: doing
        ) { $0.int(0) }
        return Arrivals(done: Int(newest - before), rejected: rejected ?? 0)
    }

    /// The number of rejections for each reason.
    package func rejections() throws(StoreError) -> [String: Int] {
        var reasons: [String: Int] = [:]
        try connection.run("SELECT reason, count(*) FROM rejection GROUP BY reason", doing: "count rejections") {
            reasons[$0.text(0)] = $0.int(1)
        }
        return reasons
    }

    /// When the newest delivery was received; nil before the first.
    package func lastDeliveryTime() throws(StoreError) -> String? {
        try connection.first(
            "SELECT received_at FROM delivery ORDER BY number DESC LIMIT 1",
            doing: "read the last delivery"
        ) { $0.text(0) }
    }
}
