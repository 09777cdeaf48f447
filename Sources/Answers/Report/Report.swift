package import Pages
package import Store

/// What a report tells, but for the texts of edits, which are read one by one while it is written.
package struct Report: Sendable {
    /// How many of each are told in full.
    package static let sourcesShown = 7
    package static let editsShown = 50
    package static let groupsShown = 10
    package static let membersShown = 12
    package static let refusalsShown = 10
    /// A longer text is not compared on the page, in bytes.
    package static let longestText: Int64 = 200_000

    /// The name of the desk's folder.
    package let desk: String
    package let epoch: String
    /// The last change that the figures include.
    package let lastSeq: Int64
    /// When it was made, UTC: `2026-11-21T19:20:31.123Z`.
    package let madeAt: String
    package let period: ReportPeriod
    /// The days on which something came in, within the period; nil where nothing did.
    package let days: ClosedRange<CalendarDate>?

    package var articles = Articles()
    package var deliveries = Deliveries()
    package var edits = Edits()
    package var groups = Groups()
    package var refusals = Refusals()
    package var sureness = Sureness()

    package struct Articles: Sendable {
        package var count = 0
        package var sources = 0
        package var undated = 0
        package var seenAgain = 0
        package var appearances = 0
        package var byArrival: ReportChart?
        package var byPublication: ReportChart?
    }

    package struct Deliveries: Sendable {
        /// Files and bytes by outcome.
        package var files: [Delivery.Receipt.Outcome: Int] = [:]
        package var bytes: [Delivery.Receipt.Outcome: Int64] = [:]
        package var chart: ReportChart?
        package var pages = Store.PageCount()

        package var allFiles: Int { files.values.reduce(0, +) }
        package var allBytes: Int64 { bytes.values.reduce(0, +) }
    }

    package struct Edits: Sendable {
        package var material = 0
        package var cosmetic = 0
        package var reread = 0
        package var chart: ReportChart?
        /// The newest that changed words: the article's key and the revision's number.
        package var newest: [(article: Int64, revision: Int64)] = []
    }

    package struct Groups: Sendable {
        package var count = 0
        package var shown: [(group: Store.GroupCount, members: [Store.GroupMember])] = []
    }

    package struct Refusals: Sendable {
        package var counts: [Store.RefusalCount] = []
        package var newest: [Store.RefusedDelivery] = []

        package var all: Int { counts.reduce(0) { $0 + $1.all } }
        package var open: Int { counts.reduce(0) { $0 + $1.open } }
    }

    package struct Sureness: Sendable {
        package var known: [(field: ArticleCounts.Field, articles: Int)] = []
        package var dumps = Store.DumpCounts()
        package var rules = Store.RuleCounts()
        package var labels = LabelSureness()
    }
}
