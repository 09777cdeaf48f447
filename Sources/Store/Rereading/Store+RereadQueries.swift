import Pages

extension Store {
    /// The keys of the dumps to read anew, in order.
    ///
    /// - Parameters:
    ///   - choice: Which.
    ///   - since: Those that were read anew at or after this time are left out: that belongs to the same order.
    /// - Returns: Their keys, and the first name that no dump has.
    /// - Throws: `StoreError`.
    package func dumpsToReread(_ choice: RereadChoice, since: String) throws(StoreError)
        -> (keys: [Int64], unknown: String?)
    {
        let condition = "d.same_text IS NULL AND d.forgotten_at IS NULL AND (d.reread_at IS NULL OR d.reread_at < ?1)"
        var keys: [Int64] = []
        func collect(_ more: String, _ value: String) throws(StoreError) {
            try connection.run(
                "SELECT d.key FROM dump d WHERE \(condition) AND \(more) ORDER BY d.key",
                [.text(since), .text(value)],
                doing: "look for dumps to read anew"
            ) { keys.append($0.integer(0)) }
        }
        switch choice {
        case .all: try collect("?2 = ''", "")
        case .older: try collect("coalesce(d.reread_by, d.extractor) <> ?2", Normaliser.version)
        case .named(let names):
            for name in names {
                let found = try connection.first(
                    "SELECT count(*) FROM dump WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' AND forgotten_at IS NULL",
                    [.text(name)],
                    doing: "look for dumps to read anew"
                ) { $0.int(0) }
                guard found ?? 0 > 0 else { return ([], name) }
                // A dump with the text of another is read with that one.
                try collect(
                    """
                    d.key IN (SELECT coalesce(same_text, key) FROM dump WHERE sha256 >= ?2 AND sha256 < ?2 || 'g')
                    """,
                    name
                )
            }
            keys = Array(Set(keys)).sorted()
        }
        return (keys, nil)
    }

    /// How many dumps other rules than this version's read last.
    package func dumpsReadByOthers() throws(StoreError) -> Int {
        // Two ranges of the index: counting what differs would look at every row. A dump with the text of another is
        // read with that one.
        try connection.first(
            """
            SELECT (SELECT count(*) FROM dump
                    WHERE coalesce(reread_by, extractor) < ?1 AND forgotten_at IS NULL AND same_text IS NULL)
                + (SELECT count(*) FROM dump
                    WHERE coalesce(reread_by, extractor) > ?1 AND forgotten_at IS NULL AND same_text IS NULL)
            """,
            [.text(Normaliser.version)],
            doing: "count what older rules have read"
        ) { $0.int(0) } ?? 0
    }

    /// A dump with its bytes; nil where they are no longer kept.
    package func rereadDump(_ key: Int64) throws(StoreError) -> RereadDump? {
        try connection.first(
            """
            SELECT d.key, d.sha256, o.bytes, v.name, v.received_at, d.reread_tries, d.delivery
            FROM dump d JOIN original o ON o.dump = d.key JOIN delivery v ON v.number = d.delivery WHERE d.key = ?1
            """,
            [.integer(key)],
            doing: "read a dump"
        ) { row in
            RereadDump(
                key: row.integer(0),
                sha256: row.text(1),
                bytes: row.blob(2),
                name: row.text(3),
                receivedAt: row.text(4),
                tries: row.int(5),
                delivery: row.integer(6)
            )
        }
    }

    /// Notes that reading these dumps anew begins, so that a process that this ends is remembered by it.
    package func beginRereading(_ keys: [Int64]) throws(StoreError) {
        for key in keys {
            try connection.run(
                "UPDATE dump SET reread_tries = reread_tries + 1 WHERE key = ?1",
                [.integer(key)],
                doing: "begin to read a dump anew"
            )
        }
    }

    /// Notes that this version's rules have read a dump and give the same, or cannot read it.
    func endRereading(_ dump: RereadDump, at now: String) throws(StoreError) {
        try touch(dump: dump.key)
        for twin in try twins(of: dump.key) { try touch(dump: twin) }
        try markRead(dump.key, at: now)
        try noteMovedRows(dump.delivery, .extractor)
    }

    /// Dumps that brought the text of another in other bytes.
    private func twins(of dump: Int64) throws(StoreError) -> [Int64] {
        var twins: [Int64] = []
        try connection.run(
            """
            SELECT t.key FROM dump d JOIN dump t ON t.text_sha256 = d.text_sha256 AND t.same_text = d.key WHERE d.key = ?1
            """,
            [.integer(dump)],
            doing: "look for the same text"
        ) { twins.append($0.integer(0)) }
        return twins
    }

    func markRead(_ key: Int64, at now: String) throws(StoreError) {
        try connection.run(
            "UPDATE dump SET reread_by = ?2, reread_at = ?3, reread_tries = 0 WHERE key = ?1 OR same_text = ?1",
            [.integer(key), .text(Normaliser.version), .text(now)],
            doing: "note that a dump was read anew"
        )
    }

    /// Leaves a dump as it is, which this version's rules cannot read.
    package func leaveUnread(_ dump: RereadDump, at now: String) throws(StoreError) {
        try endRereading(dump, at: now)
    }
}
