import Pages

// Refused files that are kept among the rejected, and what becomes of them when they are sent through again.
extension Store {
    /// A refused file that is kept among the rejected.
    package struct Kept: Sendable {
        /// The delivery that was refused.
        package let delivery: Int64
        package let name: String
        /// The path below the inbox, in shown form.
        package let path: String
        package let modifiedAt: String?
        /// Its size when it was refused.
        package let bytes: Int64
        package let sha256: String?
        package let reason: String
        package let detail: String
        /// Its name among the rejected, in shown form.
        package let keptAs: String
        /// How often the desk tried.
        package let attempts: Int
        /// Whether it was taken after all.
        package let isResolved: Bool
        /// When it was last sent through again.
        package let triedAt: String?

        fileprivate static let query = """
            SELECT j.delivery, v.name, v.path, v.modified_at, v.bytes, j.sha256, j.reason, j.detail, j.kept_as,
                j.resolved_at IS NOT NULL, j.tried_at, j.attempts
            FROM rejection j JOIN delivery v ON v.number = j.delivery
            """

        fileprivate init(_ row: Row) {
            delivery = row.integer(0)
            name = row.text(1)
            path = row.text(2)
            modifiedAt = row.optionalText(3)
            bytes = row.integer(4)
            sha256 = row.optionalText(5)
            reason = row.text(6)
            detail = row.text(7)
            keptAs = row.text(8)
            isResolved = row.integer(9) == 1
            triedAt = row.optionalText(10)
            attempts = row.int(11)
        }
    }

    /// Who wants refused files to be sent through again.
    package enum RetryCause: Sendable {
        case person
        /// The rules by which pages are read have changed.
        case newRules
    }

    /// The refused files that are kept and open, and those that were taken since a moment; the oldest first.
    package func keptRejections(orTakenSince moment: String) throws(StoreError) -> [Kept] {
        try kept("WHERE j.kept_as IS NOT NULL AND (j.resolved_at IS NULL OR j.tried_at >= ?1)", [.text(moment)])
    }

    /// The refused files that are kept and open, and were refused by other rules than these.
    package func keptRejections(notBy rules: String) throws(StoreError) -> [Kept] {
        try kept("WHERE j.kept_as IS NOT NULL AND j.resolved_at IS NULL AND j.extractor IS NOT ?1", [.text(rules)])
    }

    /// One refused file as it stands now; nil where there is none.
    package func keptRejection(ofDelivery number: Int64) throws(StoreError) -> Kept? {
        try kept("WHERE j.delivery = ?1 AND j.kept_as IS NOT NULL", [.integer(number)]).first
    }

    /// The refused files that were sent through again, where `rejected/` may not show yet what became of them.
    package func unsettledRejections() throws(StoreError) -> [Kept] {
        try kept("WHERE j.unsettled IS NOT NULL AND j.kept_as IS NOT NULL", [])
    }

    private func kept(_ condition: String, _ values: [SQLValue]) throws(StoreError) -> [Kept] {
        var found: [Kept] = []
        try connection.run(Kept.query + " \(condition) ORDER BY j.delivery", values, doing: "list rejected files") {
            found.append(Kept($0))
        }
        return found
    }

    /// Whether a refused file is kept under this name that nobody has taken yet.
    package func keepsRejection(as keptAs: String) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM rejection WHERE kept_as = ?1 AND resolved_at IS NULL",
            [.text(keptAs)],
            doing: "look a rejected file up"
        ) { _ in true } ?? false
    }

    /// Notes that `rejected/` shows what became of these.
    package func settleRejections(ofDeliveries numbers: [Int64]) throws(StoreError) {
        for number in numbers {
            try connection.run(
                "UPDATE rejection SET unsettled = NULL WHERE delivery = ?1",
                [.integer(number)],
                doing: "settle a rejection"
            )
        }
    }

    /// Files what came of a refused file that was sent through again.
    ///
    /// What can be taken is a new delivery, and the rejection is resolved in the same transaction. What is refused again
    /// is no delivery: the rejection says why this time. The caller holds the transaction.
    ///
    /// - Parameters:
    ///   - kept: The file.
    ///   - delivery: What a new delivery says of it.
    ///   - content: What the reading gave.
    ///   - cause: Who wanted it.
    /// - Returns: What became of it; that of a refusal tells the number of the old delivery.
    /// - Throws: `StoreError`.
    package func retry(_ kept: Kept, as delivery: Delivery, _ content: Delivery.Content, _ cause: RetryCause)
        throws(StoreError) -> Delivery.Receipt
    {
        let before = try rejectionValues(kept.delivery)
        let target = Change.Target(.delivery, id: String(kept.delivery), key: kept.delivery)
        let now = delivery.receivedAt
        guard case .refused(let digest, let refusal, _) = content else {
            let receipt = try file(delivery, content)
            try overwrite("resolved_at = ?3, sha256 = coalesce(?4, sha256)", [.optional(receipt.sha256)], kept, now)
            var draft = ChangeDraft(.dumpReleased, of: target, delivery: kept.delivery)
            draft.state = try rejectionState(kept.delivery, bytes: delivery.identity.size, before: before)
            draft.cause = Store.cause(cause)
            try note(draft)
            return receipt
        }
        let values: [SQLValue] = [.text(refusal.reason.rawValue), .text(refusal.detail), .optional(digest?.hex)]
        try overwrite("reason = ?4, detail = ?5, sha256 = coalesce(?6, sha256)", values, kept, now)
        var draft = ChangeDraft(.dumpRejectedAgain, of: target, delivery: kept.delivery)
        draft.state = try rejectionState(kept.delivery, bytes: delivery.identity.size, before: before)
        draft.reason = refusal.reason.rawValue
        draft.cause = Store.cause(cause)
        try note(draft)
        return Delivery.Receipt(
            delivery: kept.delivery,
            outcome: .rejected,
            sha256: digest?.hex,
            articles: 0,
            teasers: 0,
            seq: open?.lastSeq ?? 0
        )
    }

    private func overwrite(_ columns: String, _ values: [SQLValue], _ kept: Kept, _ now: String) throws(StoreError) {
        try connection.run(
            """
            UPDATE rejection SET attempts = attempts + 1, extractor = ?2, tried_at = ?3, unsettled = 1,
                \(columns)
            WHERE delivery = ?1
            """,
            [.integer(kept.delivery), .text(Normaliser.version), .text(now)] + values,
            doing: "file what became of a rejected file"
        )
    }

    private static func cause(_ cause: RetryCause) -> Change.Cause {
        switch cause {
        case .person: .operator
        case .newRules: .extractor
        }
    }
}
