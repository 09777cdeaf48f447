// The outbox: a change row is written in the transaction of the data it describes, and its record is made after the
// commit.
extension Store {
    /// One record of the change log, ready to be written.
    package struct Record: Sendable {
        package let seq: Int64
        package let ts: String
        package let type: String
        package let id: String
        package let rev: Int64?
        /// What a person knows it by: a title, a file's name.
        package let subject: String?
        /// One line of JSON with its newline, at most `ChangeRecord.lineLimit` bytes.
        package let line: [UInt8]
        /// Whether it was made without something that was forgotten since, so that the log may hold it otherwise.
        package let isForgotten: Bool
    }

    /// The records after `seq`, in order, at most `limit`.
    package func records(after seq: Int64, limit: Int) throws(StoreError) -> [Record] {
        try inOneView { () throws(StoreError) in try rendered(after: seq, limit: limit) }
    }

    private func rendered(after seq: Int64, limit: Int) throws(StoreError) -> [Record] {
        var records: [Record] = []
        for change in try changes(after: seq, limit: limit) {
            let (line, subject) = try render(change)
            records.append(
                Record(
                    seq: change.seq,
                    ts: change.ts,
                    type: change.type.name,
                    id: change.target.id,
                    rev: change.rev,
                    subject: subject,
                    line: line,
                    isForgotten: change.isForgotten || change.isTrimmed
                )
            )
        }
        return records
    }

    /// The outbox rows after `seq`, in order, at most `limit`.
    func changes(after seq: Int64, limit: Int) throws(StoreError) -> [Change] {
        let doing = "read changes"
        var changes: [Change] = []
        var unreadable: Int64?
        try connection.run(
            Change.query + " WHERE c.seq > ?1 ORDER BY c.seq LIMIT ?2",
            [.integer(seq), .number(limit)],
            doing: doing
        ) { row in
            if let change = Change(row) {
                changes.append(change)
            } else if unreadable == nil {
                unreadable = row.integer(0)
            }
        }
        guard let unreadable else { return changes }
        throw StoreError(kind: .damaged, doing: doing, message: "change \(unreadable) holds a value no change may have")
    }

    /// Adds a change to the open transaction, and ahead of it the parts of its long text where that fits no line.
    func note(_ draft: ChangeDraft) throws(StoreError) {
        guard let open else { preconditionFailure("a change outside a transaction") }
        var change = Change(draft, in: open)
        if open.lastSeq < open.firstSeq {
            try connection.run(
                "INSERT INTO txn (number, ts, last_seq) VALUES (?1, ?2, 0)",
                [.integer(open.number), .text(open.ts)],
                doing: "open the transaction's record"
            )
        }
        // Whether the text fits is decided here, once. Where it is close, the very line that will be written decides.
        let size = if let known = draft.textSize { known } else { try textSize(of: change) }
        if size > ChangeRecord.surelyFits,
            try render(change).line.count > ChangeRecord.lineLimit
        {
            let parts = try longText(of: change).parts.count
            for part in 1...parts {
                try insert(change.piece(part, of: parts))
                change.seq += 1
            }
            change.parts = parts
        }
        try insert(change)
    }

    private func insert(_ change: Change) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO change (seq, txn, op, type, kind, id, key, rev, cause, delivery, ordinal, count, parts,
                seen_before, rev_before, count_before, group_id, reason, state_json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
            """,
            [
                .integer(change.seq), .integer(change.txn), .text(change.type.op.rawValue), .text(change.type.name),
                .text(change.target.kind.rawValue), .text(change.target.id), .integer(change.target.key),
                .optional(change.rev), .text(change.cause.rawValue), .optional(change.delivery),
                .optional(change.ordinal), .optional(change.count), .optional(change.parts),
                .optional(change.seenBefore), .optional(change.revBefore), .optional(change.countBefore),
                .optional(change.group), .optional(change.reason), .optional(change.state),
            ],
            doing: "note a change"
        )
        open?.lastSeq = change.seq
    }

    /// How many changes of each type there are from `first + 1` to `last`, by type.
    package func recordCounts(after first: Int64, upTo last: Int64) throws(StoreError) -> [(type: String, count: Int)] {
        var counts: [(type: String, count: Int)] = []
        try connection.run(
            "SELECT type, count(*) FROM change WHERE seq > ?1 AND seq <= ?2 GROUP BY type ORDER BY type",
            [.integer(first), .integer(last)],
            doing: "count changes"
        ) { counts.append(($0.text(0), $0.int(1))) }
        return counts
    }
}
