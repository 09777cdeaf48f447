// What a report tells of deliveries: how many came on each day, what became of them, and what was refused.
extension Store {
    /// The deliveries of one day that had one outcome.
    package struct DeliveryCount: Sendable {
        /// `YYYY-MM-DD`, UTC.
        package let day: String
        package let outcome: Delivery.Receipt.Outcome
        package let files: Int
        package let bytes: Int64
    }

    /// The deliveries that came in, by day and outcome, the oldest day first.
    package func deliveryCounts(_ window: ReportWindow) throws(StoreError) -> [DeliveryCount] {
        var counts: [DeliveryCount] = []
        try connection.run(
            """
            SELECT substr(received_at, 1, 10), outcome, count(*), sum(bytes) FROM delivery
            WHERE received_at >= ?1 AND received_at < ?2 GROUP BY 1, 2
            """,
            window.values,
            doing: "count the deliveries"
        ) { row in
            guard let outcome = Delivery.Receipt.Outcome(rawValue: row.text(1)) else { return }
            counts.append(DeliveryCount(day: row.text(0), outcome: outcome, files: row.int(2), bytes: row.integer(3)))
        }
        return counts
    }

    /// Pages that were visited, as far as the names of files tell: those with one key are visits to one page.
    package struct PageCount: Sendable {
        package var pages = 0
        /// Pages that came more than once.
        package var again = 0
        /// The most visits that one page had.
        package var most = 0

        package init() {}
    }

    /// Counts the pages that the deliveries were of.
    package func pageCount(_ window: ReportWindow) throws(StoreError) -> PageCount {
        var count = PageCount()
        try connection.run(
            """
            SELECT count(*), coalesce(sum(visits > 1), 0), coalesce(max(visits), 0) FROM (
                SELECT count(*) AS visits FROM delivery v CROSS JOIN dump d ON d.key = v.dump
                WHERE v.received_at >= ?1 AND v.received_at < ?2 AND d.page_key IS NOT NULL GROUP BY d.page_key)
            """,
            window.values,
            doing: "count the pages"
        ) { (count.pages, count.again, count.most) = ($0.int(0), $0.int(1), $0.int(2)) }
        return count
    }

    /// The refusals for one reason.
    package struct RefusalCount: Sendable {
        package let reason: String
        package let all: Int
        /// Those that are not settled.
        package let open: Int
    }

    /// One delivery that was refused; what the view `rejections` says of it.
    package struct RefusedDelivery: Sendable {
        package let receivedAt: String
        package let name: String
        package let reason: String
        package let detail: String
        /// Its name in `rejected/`; nil while it stays in the inbox.
        package let keptAs: String?
        package let attempts: Int
        package let resolvedAt: String?
    }

    /// How many deliveries were refused for which reason, the most frequent first.
    package func refusalCounts(_ window: ReportWindow) throws(StoreError) -> [RefusalCount] {
        var counts: [RefusalCount] = []
        try connection.run(
            """
            SELECT j.reason, count(*), sum(j.resolved_at IS NULL)
            FROM rejection j JOIN delivery v ON v.number = j.delivery
            WHERE v.received_at >= ?1 AND v.received_at < ?2 GROUP BY 1 ORDER BY 2 DESC, 1
            """,
            window.values,
            doing: "count the refusals"
        ) { counts.append(RefusalCount(reason: $0.text(0), all: $0.int(1), open: $0.int(2))) }
        return counts
    }

    /// The newest refusals, at most `limit`; those that are not settled come first.
    package func newestRefusals(_ window: ReportWindow, limit: Int) throws(StoreError) -> [RefusedDelivery] {
        var refusals: [RefusedDelivery] = []
        try connection.run(
            """
            SELECT v.received_at, v.name, j.reason, j.detail, j.kept_as, j.attempts, j.resolved_at
            FROM rejection j JOIN delivery v ON v.number = j.delivery
            WHERE v.received_at >= ?1 AND v.received_at < ?2
            ORDER BY j.resolved_at IS NOT NULL, j.delivery DESC LIMIT ?3
            """,
            window.values + [.number(limit)],
            doing: "read the newest refusals"
        ) {
            refusals.append(
                RefusedDelivery(
                    receivedAt: $0.text(0),
                    name: $0.text(1),
                    reason: $0.text(2),
                    detail: $0.text(3),
                    keptAs: $0.optionalText(4),
                    attempts: $0.int(5),
                    resolvedAt: $0.optionalText(6)
                )
            )
        }
        return refusals
    }
}
