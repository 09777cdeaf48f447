package import Home
import Pages
import Platform
import Store

/// Reads what a report tells, in one view of the database, and hands it on to be written.
package struct ReportReader {
    private let reader: Reader
    private let period: ReportPeriod
    private let step: (String, Int, Int) -> Void

    private static let steps = 8
    /// So many dumps are drawn to count rules, and so many of them are read once more.
    private static let sampled = 1000
    private static let explained = 40
    /// A longer dump is not read once more, in bytes.
    private static let longestExplained = 1 << 18

    /// - Parameters:
    ///   - reader: The desk.
    ///   - period: Of which days to tell.
    ///   - step: Is called before each step with its name, its number and how many there are.
    package init(_ reader: Reader, _ period: ReportPeriod, step: @escaping (String, Int, Int) -> Void) {
        self.reader = reader
        self.period = period
        self.step = step
    }

    /// Reads everything, and calls `write` with it while the view is still open.
    ///
    /// - Parameters:
    ///   - madeAt: The time, UTC.
    ///   - write: Gets the report, and what reads one of its newest edits; that is nil where it is no longer there.
    /// - Throws: `Fault`.
    package func read(
        madeAt: String,
        _ write: (Report, (Int) throws(Fault) -> ReportEdit?) throws(Fault) -> Void
    ) throws(Fault) {
        let store = reader.store
        try store.inOneView { () throws(Fault) in
            let report = try report(madeAt: madeAt)
            step("writing", Self.steps, Self.steps)
            try write(report) { (place) throws(Fault) in
                guard report.edits.newest.indices.contains(place) else { return nil }
                let edit = report.edits.newest[place]
                let found = try storing { () throws(StoreError) in
                    try store.editedText(edit.article, edit.revision, mostBytes: Report.longestText)
                }
                return found.map(ReportEdit.init)
            }
        }
    }

    private func report(madeAt: String) throws(Fault) -> Report {
        let (store, window) = (reader.store, period.window)
        step("deliveries", 1, Self.steps)
        let deliveries = try storing { () throws(StoreError) in try store.deliveryCounts(window) }
        let seq = try storing { () throws(StoreError) in try store.lastSeq() }
        var report = Report(
            desk: String(decoding: reader.home.folder.lastComponent, as: UTF8.self),
            epoch: store.epoch,
            lastSeq: seq,
            madeAt: madeAt,
            period: period,
            days: ReportReader.days(deliveries)
        )
        report.deliveries = ReportReader.told(deliveries, report.days)
        report.deliveries.pages = try storing { () throws(StoreError) in try store.pageCount(window) }
        step("sources", 2, Self.steps)
        let sources = try storing { () throws(StoreError) in try store.sources(window, limit: Report.sourcesShown) }
        step("articles", 3, Self.steps)
        let counts = try storing { () throws(StoreError) in
            try store.articleCounts(window, sources: sources.first.compactMap(\.name), mostEdits: Report.editsShown)
        }
        tell(counts, sources, in: &report)
        step("groups", 4, Self.steps)
        report.groups = try groups()
        step("refusals", 5, Self.steps)
        report.refusals = try storing { () throws(StoreError) in
            Report.Refusals(
                counts: try store.refusalCounts(window),
                newest: try store.newestRefusals(window, limit: Report.refusalsShown)
            )
        }
        report.sureness = try sureness(counts)
        return report
    }

    /// The days from the first to the last on which something came in.
    private static func days(_ deliveries: [Store.DeliveryCount]) -> ClosedRange<CalendarDate>? {
        let known = deliveries.compactMap { CalendarDate(text: $0.day) }
        guard let first = known.min(), let last = known.max() else { return nil }
        return first...last
    }

    private static func told(_ counts: [Store.DeliveryCount], _ days: ClosedRange<CalendarDate>?) -> Report.Deliveries {
        var told = Report.Deliveries()
        var byDay: [String: [Int]] = [:]
        let outcomes = Delivery.Receipt.Outcome.allCases
        for count in counts {
            told.files[count.outcome, default: 0] += count.files
            told.bytes[count.outcome, default: 0] += count.bytes
            guard let place = outcomes.firstIndex(of: count.outcome) else { continue }
            byDay[count.day, default: [Int](repeating: 0, count: outcomes.count)][place] += count.files
        }
        told.chart = ReportChart(byDay, outcomes.map { .word($0.rawValue) }, days: days)
        return told
    }

    private func tell(
        _ counts: ArticleCounts,
        _ sources: (first: [Store.SourceCount], all: Int),
        in report: inout Report
    ) {
        let named = sources.first.compactMap(\.name)
        let kinds =
            named.map { ReportChart.Series.Kind.source($0) } + [
                .otherSources(sources.all - named.count), .unknownSource,
            ]
        report.articles = Report.Articles(
            count: counts.articles,
            sources: sources.all,
            undated: counts.undated,
            seenAgain: counts.seenAgain,
            appearances: counts.appearances,
            byArrival: ReportChart(counts.byArrival, kinds, days: report.days),
            byPublication: ReportChart(counts.byPublication, kinds)
        )
        var byDay: [String: [Int]] = [:]
        for (day, number) in counts.material { byDay[day, default: [0, 0]][0] += number }
        for (day, number) in counts.cosmetic { byDay[day, default: [0, 0]][1] += number }
        report.edits = Report.Edits(
            material: counts.material.values.reduce(0, +),
            cosmetic: counts.cosmetic.values.reduce(0, +),
            reread: counts.reread,
            chart: ReportChart(byDay, [.word("material"), .word("cosmetic")], days: report.days),
            newest: counts.newestEdits.map { ($0.article, $0.revision) }
        )
    }

    private func groups() throws(Fault) -> Report.Groups {
        let (store, window) = (reader.store, period.window)
        return try storing { () throws(StoreError) in
            let found = try store.groups(window, limit: Report.groupsShown)
            var groups = Report.Groups(count: found.all)
            for group in found.first {
                groups.shown.append((group, try store.members(of: group, limit: Report.membersShown)))
            }
            return groups
        }
    }

    private func sureness(_ counts: ArticleCounts) throws(Fault) -> Report.Sureness {
        let (store, window) = (reader.store, period.window)
        var sureness = Report.Sureness()
        sureness.known = ArticleCounts.Field.allCases.map { ($0, counts.known($0)) }
        step("dumps", 6, Self.steps)
        try storing { () throws(StoreError) in
            sureness.dumps = try store.dumpCounts(window)
            sureness.rules = try store.ruleCounts(try store.sample(of: sureness.dumps, limit: Self.sampled))
        }
        step("labels", 7, Self.steps)
        let layouts = try LayoutFolder.read(reader.configuration.layouts)
        let normaliser = Normaliser(layouts: layouts)
        let drawn = try storing { () throws(StoreError) in
            try store.sample(of: sureness.dumps, limit: Self.explained, withoutLayout: true)
        }
        for dump in drawn {
            let bytes = try storing { () throws(StoreError) in
                try store.originalBytes(of: dump, mostBytes: Self.longestExplained)
            }
            guard let bytes, let text = try? TextDecoder.decode(bytes, converter: SystemEncodings.scalars) else {
                continue
            }
            let explanation = normaliser.explain(text)
            let odds = (0..<explanation.count).compactMap { explanation.probability(ofLabelAt: $0) }
            if !odds.isEmpty { sureness.labels.dumps += 1 }
            for probability in odds { sureness.labels.add(probability: probability) }
        }
        return sureness
    }
}
