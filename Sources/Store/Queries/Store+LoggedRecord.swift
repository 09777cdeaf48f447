// A record as a line of the log tells it, for those that the database does not hold any more.
extension Store {
    /// The record of a line that a desk wrote; nil where the line is no whole JSON object with what a record has.
    ///
    /// - Parameter line: The line without its newline.
    /// - Returns: The record as the line tells it.
    /// - Throws: `StoreError`.
    package func record(ofLine line: [UInt8]) throws(StoreError) -> Record? {
        try connection.first(
            """
            SELECT ?1 ->> '$.seq', ?1 ->> '$.ts', ?1 ->> '$.type', ?1 ->> '$.id', ?1 ->> '$.rev',
                CASE WHEN json_type(?1, '$.after.title') IS NOT NULL THEN ?1 ->> '$.after.title'
                    WHEN json_type(?1, '$.after') = 'null' AND json_type(?1, '$.before.title') IS NOT NULL
                        THEN ?1 ->> '$.before.title'
                    ELSE coalesce(?1 ->> '$.dump.name', ?1 ->> '$.after.name') END,
                ?1 ->> '$.reason'
            WHERE json_valid(?1) AND json_type(?1, '$.seq') = 'integer' AND json_type(?1, '$.ts') = 'text'
                AND json_type(?1, '$.type') = 'text' AND json_type(?1, '$.id') = 'text'
            """,
            [.text(String(decoding: line, as: UTF8.self))],
            doing: "read a line of the change log"
        ) { row in
            Record(
                seq: row.integer(0),
                ts: row.text(1),
                type: row.text(2),
                id: row.text(3),
                rev: row.optionalInteger(4),
                subject: row.optionalText(5),
                line: line + [UInt8(ascii: "\n")],
                isForgotten: row.text(6) == "forgotten"
            )
        }
    }
}
