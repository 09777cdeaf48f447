import Pages

// The records of rejections. A file that is sent through again overwrites the row of its rejection, so each change
// keeps what it says of it, and its record is made of that.
extension Store {
    /// A rejection as it is now, as one JSON object for the change that writes it.
    ///
    /// - Parameters:
    ///   - delivery: The number of the delivery that was refused.
    ///   - bytes: The size of the file that was looked at: who keeps refused files may have mended it.
    ///   - before: The row before the change; nil where there was none.
    /// - Returns: `{"after": …}`, with `before` where there was such a row.
    /// - Throws: `StoreError`.
    func rejectionState(_ delivery: Int64, bytes: Int64, before: String? = nil) throws(StoreError) -> String {
        try connection.first(
            """
            SELECT CASE WHEN ?3 IS NULL THEN json_object('after', json_object(\(Store.rejectionValues), 'bytes', ?2))
                ELSE json_object('after', json_object(\(Store.rejectionValues), 'bytes', ?2), 'before', json(?3)) END
            FROM rejection WHERE delivery = ?1
            """,
            [.integer(delivery), .integer(bytes), .optional(before)],
            doing: "note a rejection"
        ) { $0.text(0) } ?? "{}"
    }

    /// The values of a rejection that can change, as one JSON object.
    func rejectionValues(_ delivery: Int64) throws(StoreError) -> String? {
        try connection.first(
            "SELECT json_object(\(Store.rejectionValues)) FROM rejection WHERE delivery = ?1",
            [.integer(delivery)],
            doing: "look a rejection up"
        ) { $0.text(0) }
    }

    private static let rejectionValues = """
        'sha256', sha256, 'reason', reason, 'detail', detail, 'attempts', attempts, 'resolved_at', resolved_at
        """

    /// What the delivery of a rejection says, as it was after a change.
    func rejectionSource(_ change: Change) throws(StoreError) -> RecordSource {
        try connection.first(
            RecordSource.queryOfRejection,
            [.integer(change.target.key), .optional(change.state)],
            doing: "read a change's rows",
            RecordSource.init
        ) ?? .none
    }

    func rejectionRows(_ change: Change) throws(StoreError) -> ChangeRecord.Rows {
        ChangeRecord.Rows(
            after: try rejectionRow(change, "after"),
            before: change.type.op == .updated ? try rejectionRow(change, "before") : nil
        )
    }

    /// A rejection with its delivery, as it was on one side of a change.
    private func rejectionRow(_ change: Change, _ side: String) throws(StoreError) -> [JSON.Member] {
        try members(
            """
            SELECT v.number AS delivery, v.received_at, v.name, v.path, v.bytes, v.modified_at,
                ?2 ->> '$.\(side).sha256' AS sha256, v.outcome, ?2 ->> '$.\(side).reason' AS reason,
                ?2 ->> '$.\(side).detail' AS detail, j.kept_as, ?2 ->> '$.\(side).attempts' AS attempts,
                ?2 ->> '$.\(side).resolved_at' AS resolved_at
            FROM delivery v JOIN rejection j ON j.delivery = v.number WHERE v.number = ?1
            """,
            [.integer(change.target.key), .optional(change.state)]
        )
    }

    /// A rejection as it is now, as one JSON object, for the file beside the rejected one.
    package func rejection(ofDelivery number: Int64) throws(StoreError) -> String {
        JSON.object(
            try members(
                """
                SELECT v.number AS delivery, v.received_at, v.name, v.path, v.bytes, v.modified_at, j.sha256, v.outcome,
                    j.reason, j.detail, j.kept_as, j.attempts, j.resolved_at
                FROM delivery v JOIN rejection j ON j.delivery = v.number WHERE v.number = ?1
                """,
                [.integer(number)]
            )
        ).string
    }
}
