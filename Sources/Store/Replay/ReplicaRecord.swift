/// What a record says before its rows: enough to know how it is applied.
struct ReplicaRecord {
    let json: String
    let seq: Int64
    let ts: String
    let txn: Int64
    let op: String
    let type: String
    let id: String
    let rev: Int64?
    let cause: String
    /// Whether there is a row after it; a record whose text was forgotten has none.
    let hasRow: Bool
    let reason: String

    /// How messages name it.
    var name: String { "record \(seq) (\(type) \(id))" }

    /// Nil for a line that is no JSON, as a crash leaves it.
    init?(_ line: String, _ connection: Connection) throws(StoreError) {
        let doing = "read a record"
        let isJSON = try connection.first("SELECT json_valid(?1)", [.text(line)], doing: doing) { $0.integer(0) == 1 }
        guard isJSON == true,
            let head = try connection.first(
                """
                SELECT ?1 ->> '$.seq', ?1 ->> '$.ts', ?1 ->> '$.txn', ?1 ->> '$.op', ?1 ->> '$.type', ?1 ->> '$.id',
                    ?1 ->> '$.rev', ?1 ->> '$.cause', json_type(?1, '$.after'), ?1 ->> '$.reason'
                """,
                [.text(line)],
                doing: doing,
                { row in
                    (
                        seq: row.integer(0), ts: row.text(1), txn: row.integer(2), op: row.text(3), type: row.text(4),
                        id: row.text(5), rev: row.optionalInteger(6), cause: row.text(7), after: row.text(8),
                        reason: row.text(9)
                    )
                }
            )
        else { return nil }
        json = line
        (seq, ts, txn, op, type) = (head.seq, head.ts, head.txn, head.op, head.type)
        (id, rev, cause, reason) = (head.id, head.rev, head.cause, head.reason)
        hasRow = head.after == "object"
    }
}
