package import Store

/// What became of one batch, or of several batches added up.
package struct Batch: Sendable {
    package var files = 0
    package var bytes = 0
    package var outcomes: [Delivery.Receipt.Outcome: Int] = [:]
    package var reasons: [String: Int] = [:]
    package var articles = 0
    package var teasers = 0
    /// Records added to the change log.
    package var records = 0
    package var lastSeq: Int64 = 0
    /// Files that left the inbox.
    package var retired = 0
    /// What could not be done for single files or was found wrong with the change log; each is reported once.
    package var complaints: [String] = []
    package var rejections: [Rejection] = []

    package init() {}

    mutating func add(_ receipt: Delivery.Receipt) {
        files += 1
        outcomes[receipt.outcome, default: 0] += 1
        if receipt.outcome == .new {
            articles += receipt.articles
            teasers += receipt.teasers
        }
        lastSeq = receipt.seq
    }

    /// Adds the counts of another batch; complaints and rejections are reported batch by batch and not collected.
    package mutating func add(_ other: Batch) {
        files += other.files
        bytes += other.bytes
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        reasons.merge(other.reasons, uniquingKeysWith: +)
        articles += other.articles
        teasers += other.teasers
        records += other.records
        lastSeq = max(lastSeq, other.lastSeq)
        retired += other.retired
    }

    /// Adds the counts of another batch, and what is to be reported of it.
    mutating func add(withReports other: Batch) {
        add(other)
        complaints += other.complaints
        rejections += other.rejections
    }

    /// `12 new, 3 duplicate`.
    package var outcomeText: String {
        Delivery.Receipt.Outcome.allCases.compactMap { outcome in
            outcomes[outcome].map { "\($0) \(outcome.rawValue)" }
        }.joined(separator: ", ")
    }
}
