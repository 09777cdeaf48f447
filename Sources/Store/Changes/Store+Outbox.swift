import Pages

// The outbox: change rows go in with the data, records come out after the commit.
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
    }

    /// The records after `seq`, in order, at most `limit`.
    package func records(after seq: Int64, limit: Int) throws(StoreError) -> [Record] {
        try inOneView { () throws(StoreError) in try rendered(after: seq, limit: limit) }
    }

    private func rendered(after seq: Int64, limit: Int) throws(StoreError) -> [Record] {
        var changes: [Change] = []
        try connection.run(
            Store.changeColumns + " WHERE c.seq > ?1 ORDER BY c.seq LIMIT ?2",
            [.integer(seq), .number(limit)],
            doing: "read changes"
        ) { changes.append(Store.change($0)) }
        var records: [Record] = []
        for change in changes {
            let (line, subject) = try render(change)
            records.append(
                Record(
                    seq: change.seq,
                    ts: change.ts,
                    type: change.type,
                    id: change.id,
                    rev: change.rev,
                    subject: subject,
                    line: line
                )
            )
        }
        return records
    }

    /// Adds a change to the open transaction, its long text's parts ahead of it.
    ///
    /// `textSize` is what the one text that may be too long for a line takes there, where the caller knows it.
    func note(
        _ op: String,
        _ type: String,
        _ kind: Change.Kind,
        id: String,
        key: Int64,
        rev: Int64? = nil,
        cause: String = "source",
        delivery: Int64,
        ordinal: Int? = nil,
        count: Int? = nil,
        seenBefore: String? = nil,
        textSize: Int? = nil
    ) throws(StoreError) {
        guard let open else { preconditionFailure("a change outside a transaction") }
        var change = Change(
            seq: open.lastSeq + 1,
            txn: open.number,
            ts: open.ts,
            isLast: false,
            op: op,
            type: type,
            kind: kind,
            id: id,
            key: key,
            rev: rev,
            cause: cause,
            delivery: delivery,
            ordinal: ordinal,
            count: count,
            seenBefore: seenBefore,
            parts: nil
        )
        if open.lastSeq < open.firstSeq {
            try connection.run(
                "INSERT INTO txn (number, ts, last_seq) VALUES (?1, ?2, 0)",
                [.integer(open.number), .text(open.ts)],
                doing: "open the transaction's record"
            )
        }
        // Whether the text fits is decided once, here, and where it is close on the very line that will be written.
        let size = if let textSize { textSize } else { try self.textSize(of: change) }
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
            INSERT INTO change (seq, txn, op, type, kind, id, key, rev, cause, delivery, ordinal, count, parts, seen_before)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """,
            [
                .integer(change.seq), .integer(change.txn), .text(change.op), .text(change.type),
                .text(change.kind.rawValue), .text(change.id), .integer(change.key), .optional(change.rev),
                .text(change.cause), .optional(change.delivery), .optional(change.ordinal), .optional(change.count),
                .optional(change.parts), .optional(change.seenBefore),
            ],
            doing: "note a change"
        )
        open?.lastSeq = change.seq
    }

    /// How many changes of each type there are among some, by type.
    package func recordCounts(after first: Int64, upTo last: Int64) throws(StoreError) -> [(type: String, count: Int)] {
        var counts: [(type: String, count: Int)] = []
        try connection.run(
            "SELECT type, count(*) FROM change WHERE seq > ?1 AND seq <= ?2 GROUP BY type ORDER BY type",
            [.integer(first), .integer(last)],
            doing: "count changes"
        ) { counts.append(($0.text(0), $0.int(1))) }
        return counts
    }

    private static let changeColumns = """
        SELECT c.seq, c.txn, t.ts, c.seq = t.last_seq, c.op, c.type, c.kind, c.id, c.key, c.rev, c.cause,
            c.delivery, c.ordinal, c.count, c.seen_before, c.parts
        FROM change c JOIN txn t ON t.number = c.txn
        """

    private static func change(_ row: Row) -> Change {
        Change(
            seq: row.integer(0),
            txn: row.integer(1),
            ts: row.text(2),
            isLast: row.integer(3) == 1,
            op: row.text(4),
            type: row.text(5),
            kind: Change.Kind(rawValue: row.text(6)) ?? .dump,
            id: row.text(7),
            key: row.integer(8),
            rev: row.isNull(9) ? nil : row.integer(9),
            cause: row.text(10),
            delivery: row.isNull(11) ? nil : row.integer(11),
            ordinal: row.optionalInt(12),
            count: row.optionalInt(13),
            seenBefore: row.optionalText(14),
            parts: row.optionalInt(15)
        )
    }
}
