import Home
import Pages
import Platform
import Store

// The metrics by name. A name that was ever published keeps its meaning.
extension Metrics {
    /// The text of the whole file.
    func text(_ intake: Intake, _ home: HomePaths) throws(Fault) -> String {
        var text = MetricsText()
        try storing { () throws(StoreError) in try addHoldings(intake.store, to: &text) }
        addState(intake, home, to: &text)
        return text.text
    }

    /// What the database holds.
    private func addHoldings(_ store: Store, to text: inout MetricsText) throws(StoreError) {
        let tally = try store.tally()
        text.add(
            "copydesk_build_info",
            .gauge,
            help: "The program that wrote this file.",
            samples: [([("version", Version.text)], 1)]
        )
        text.add(
            "copydesk_deliveries_total",
            .counter,
            help: "Files delivered, by outcome.",
            samples: Delivery.Receipt.Outcome.allCases.map {
                ([("outcome", $0.rawValue)], Double(tally[$0]))
            }
        )
        text.add(
            "copydesk_rejections_total",
            .counter,
            help: "Files refused, by reason.",
            samples: try store.rejections().sorted { $0.key < $1.key }.map { ([("reason", $0.key)], Double($0.value)) }
        )
        text.add(
            "copydesk_delivered_bytes_total",
            .counter,
            help: "Bytes of all files delivered.",
            value: Double(tally[.deliveredBytes])
        )
        text.add("copydesk_articles", .gauge, help: "Articles held.", value: Double(tally[.articles]))
        text.add(
            "copydesk_revisions",
            .gauge,
            help: "Revisions of articles held.",
            value: Double(tally[.revisions])
        )
        if let last = try store.lastDeliveryTime().flatMap(Timestamp.parse) {
            text.add(
                "copydesk_last_delivery_timestamp_seconds",
                .gauge,
                help: "When a file was last delivered.",
                value: Double(last.nanoseconds / 1_000_000) / 1000
            )
        }
    }

    /// The state of the desk.
    private func addState(_ intake: Intake, _ home: HomePaths, to text: inout MetricsText) {
        text.add(
            "copydesk_waiting_files",
            .gauge,
            help: "Files in the inbox that are not taken yet.",
            value: Double(intake.waiting + intake.unfinished.count)
        )
        text.add(
            "copydesk_oldest_waiting_age_seconds",
            .gauge,
            help: "For how long the first of them has waited; 0 where none waits.",
            value: intake.oldestWaitingSeconds
        )
        text.addHistogram(
            "copydesk_batch_duration_seconds",
            help: "Time from looking at a batch of files to having retired it.",
            buckets: histogram.buckets,
            sum: batchSeconds,
            count: batches
        )
        let wal = Path(bytes: home.database.bytes + Array("-wal".utf8)).flatMap { try? FileStatus.of($0).size } ?? 0
        text.add("copydesk_wal_bytes", .gauge, help: "Size of the database's write-ahead log.", value: Double(wal))
        let database = (try? FileStatus.of(home.database).size) ?? 0
        text.add("copydesk_database_bytes", .gauge, help: "Size of the database file.", value: Double(database))
        if let lastSuccess {
            text.add(
                "copydesk_last_success_timestamp_seconds",
                .gauge,
                help: "When the desk last went through its work without a fault.",
                value: Double(lastSuccess / 1_000_000) / 1000
            )
        }
    }
}
