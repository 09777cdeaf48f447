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
        let before = try lastDelivery(before: moment, from: 0, to: newest)
        let rejected = try connection.first(
            "SELECT count(*) FROM rejection WHERE delivery > ?1",
            [.integer(before)],
            doing: doing
        ) { $0.int(0) }
        return Arrivals(done: Int(newest - before), rejected: rejected ?? 0)
    }

    /// How many files were delivered between each of these moments and the next, and since the last of them.
    ///
    /// - Parameter moments: In order of time, UTC, as `received_at` has them.
    /// - Returns: As many counts.
    /// - Throws: `StoreError`.
    package func deliveries(sinceEachOf moments: [String]) throws(StoreError) -> [Int64] {
        let newest = try nextDelivery() - 1
        var ends: [Int64] = []
        for moment in moments { ends.append(try lastDelivery(before: moment, from: ends.last ?? 0, to: newest)) }
        return zip(ends, ends.dropFirst() + [newest]).map { $1 - $0 }
    }

    /// The number of the last delivery before a moment, between two numbers; the lower one where there is none.
    ///
    /// Delivery numbers rise with time and have no gaps. So a binary search finds it, and no index of times is needed.
    private func lastDelivery(before moment: String, from lowest: Int64, to newest: Int64) throws(StoreError) -> Int64 {
        var (before, after) = (lowest, newest + 1)
        while before + 1 < after {
            let middle = before + (after - before) / 2
            let isBefore = try connection.first(
                "SELECT received_at < ?2 FROM delivery WHERE number = ?1",
                [.integer(middle), .text(moment)],
                doing: "find when files were delivered"
            ) { $0.integer(0) == 1 }
            // What is not there, in a copy that begins later, is older than what is.
            if isBefore == false { after = middle } else { before = middle }
        }
        return before
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
