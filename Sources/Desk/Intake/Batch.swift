package import Store

/// What one batch, or many added up, came to.
package struct Batch: Sendable {
    package var files = 0
    package var bytes = 0
    package var outcomes: [Delivery.Receipt.Outcome: Int] = [:]
    package var reasons: [String: Int] = [:]
    package var articles = 0
    package var teasers = 0
    /// Lines added to the change log.
    package var records = 0
    package var lastSeq: Int64 = 0
    /// Files that left the inbox.
    package var retired = 0
    /// What could not be done for single files; each is said once.
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

    /// `12 new, 3 duplicate`.
    package var outcomeText: String {
        Delivery.Receipt.Outcome.allCases.compactMap { outcome in
            outcomes[outcome].map { "\($0) \(outcome.rawValue)" }
        }.joined(separator: ", ")
    }
}
