import Pages

// What becomes of the dumps themselves.
extension RemovalWork {
    struct Dump {
        let key: Int64
        let sha256: String
        let textHash: String
        let delivery: Int64
        let bytes: Int64
        let encoding: String
        let name: String
        let receivedAt: String
        let deliveries: Int

        /// The row as the record of its deletion has it.
        var members: [JSON.Member] {
            [
                .init("sha256", .text(sha256)), .init("text_sha256", .text(textHash)), .init("name", .text(name)),
                .init("bytes", .integer(bytes)), .init("encoding", .text(encoding)),
                .init("received_at", .text(receivedAt)), .init("deliveries", .optional(deliveries)),
            ]
        }
    }

    func dump(_ key: Int64) throws(StoreError) -> Dump? {
        try connection.first(
            """
            SELECT d.key, d.sha256, d.text_sha256, d.delivery, d.bytes, d.encoding, v.name, v.received_at,
                (SELECT count(*) FROM delivery WHERE dump = d.key)
            FROM dump d JOIN delivery v ON v.number = d.delivery WHERE d.key = ?1 AND d.forgotten_at IS NULL
            """,
            [.integer(key)],
            doing: doing
        ) { row in
            Dump(
                key: row.integer(0),
                sha256: row.text(1),
                textHash: row.text(2),
                delivery: row.integer(3),
                bytes: row.integer(4),
                encoding: row.text(5),
                name: row.text(6),
                receivedAt: row.text(7),
                deliveries: row.int(8)
            )
        }
    }

    /// Dumps that brought the same text in other bytes, and whose appearances are this dump's.
    func twins(of dump: Dump) throws(StoreError) -> [Int64] {
        try keys(
            "SELECT key FROM dump WHERE text_sha256 = ?1 AND same_text = ?2 AND forgotten_at IS NULL ORDER BY key",
            [.text(dump.textHash), .integer(dump.key)]
        )
    }

    /// Lets a twin have what a dump showed.
    ///
    /// Where on its bytes that stands is not known until it is read anew.
    mutating func handOver(_ dump: Dump, to heir: Int64, _ twins: [Int64]) throws(StoreError) {
        for text in try texts(ofDump: dump.key) { try keepApart(text, as: heir) }
        try run(
            """
            UPDATE appearance SET dump = ?2, byte_start = 0, byte_end = (SELECT bytes FROM dump WHERE key = ?2),
                evidence_json = '[]' WHERE dump = ?1
            """,
            [.integer(dump.key), .integer(heir)]
        )
        for twin in twins {
            try run(
                "UPDATE dump SET same_text = CASE WHEN key <> ?2 THEN ?2 END WHERE key = ?1",
                [.integer(twin), .integer(heir)]
            )
        }
        trimmedDumps.formUnion(twins)
    }

    /// Gives texts a place of their own that still lie in originals which are about to go.
    func keepRest(of dumps: Set<Int64>) throws(StoreError) {
        var left: [Text] = []
        try connection.run(
            """
            SELECT \(Text.columns) FROM revision r
            WHERE r.dump IN (SELECT value FROM json_each(?1)) AND r.body_start IS NOT NULL
            """,
            [.text(RemovalWork.list(dumps))],
            doing: doing
        ) { left.append(Text($0)) }
        for text in left { try keepApart(text) }
    }

    /// Leaves of a dump's row only its hashes and its deliveries.
    mutating func clear(_ dump: Dump) throws(StoreError) {
        let key = SQLValue.integer(dump.key)
        try run("DELETE FROM original WHERE dump = ?1", [key])
        try run(
            """
            UPDATE dump SET site = NULL, tagline = NULL, page_on = NULL, page_key = NULL, layout = NULL, articles = 0,
                teasers = 0, boilerplate_json = NULL, evidence_json = NULL, forgotten_at = ?2 WHERE key = ?1
            """,
            [key, .text(removal.now)]
        )
        deadDumps.insert(dump.key)
        store.open?.tally.add(.dumps, -1)
        count.dumps += 1
        try bury(dump.sha256, .dump, blocks: removal.blocks)
    }

    /// Takes a dump's bytes and its lines outside of items; its other items stay.
    mutating func trim(_ dump: Dump) throws(StoreError) {
        try run("DELETE FROM original WHERE dump = ?1", [.integer(dump.key)])
        try run(
            "UPDATE dump SET boilerplate_json = NULL, evidence_json = NULL WHERE key = ?1",
            [.integer(dump.key)]
        )
        trimmedDumps.insert(dump.key)
        count.originals += 1
        try bury(dump.sha256, .dump, blocks: removal.blocks)
    }

    static func list(_ keys: Set<Int64>) -> String { JSON.array(keys.sorted().map(JSON.integer)).string }
}
