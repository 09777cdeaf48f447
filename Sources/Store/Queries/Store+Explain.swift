package import Pages

// What `show --explain` asks for: a dump, by its SHA-256 or by an item on it, and the items as they were filed.
extension Store {
    /// A dump with what a person needs to look into it.
    package struct OriginalDump: Sendable {
        package let sha256: String
        package let name: String
        package let encoding: String
        /// The rules that read it when it was filed.
        package let extractor: String
        /// The dump under which the same text was filed first; nil where that is this dump.
        package let sameTextAs: String?
        package let bytes: [UInt8]
        /// When it was filed, UTC: `2026-11-21T19:20:31.000Z`.
        package let receivedAt: String
    }

    /// Dumps whose SHA-256 begins with these digits.
    ///
    /// At most two: enough to know whether the digits name just one.
    package func dumps(startingWith digits: String) throws(StoreError) -> [OriginalDump] {
        var found: [OriginalDump] = []
        try connection.run(
            """
            SELECT d.sha256, v.name, d.encoding, coalesce(d.reread_by, d.extractor), s.sha256, o.bytes, v.received_at
            FROM dump d JOIN original o ON o.dump = d.key JOIN delivery v ON v.number = d.delivery
                LEFT JOIN dump s ON s.key = d.same_text
            WHERE d.sha256 >= ?1 AND d.sha256 < ?1 || 'g' ORDER BY d.sha256 LIMIT 2
            """,
            [.text(digits)],
            doing: "read the dump \(digits)"
        ) {
            found.append(
                OriginalDump(
                    sha256: $0.text(0),
                    name: $0.text(1),
                    encoding: $0.text(2),
                    extractor: $0.text(3),
                    sameTextAs: $0.optionalText(4),
                    bytes: $0.blob(5),
                    receivedAt: $0.text(6)
                )
            )
        }
        return found
    }

    /// Where an article or a teaser was last seen: the dump's SHA-256 and the item's place on the page, from 1.
    package func lastAppearance(of id: String) throws(StoreError) -> (sha256: String, ordinal: Int)? {
        try connection.first(
            """
            SELECT d.sha256, p.ordinal FROM appearance p JOIN dump d ON d.key = p.dump
            WHERE p.article IN (SELECT key FROM article WHERE id = ?1
                    UNION ALL SELECT key FROM article WHERE merged_into = (SELECT key FROM article WHERE id = ?1))
                OR p.teaser = (SELECT key FROM teaser WHERE id = ?1) ORDER BY d.delivery DESC, p.ordinal LIMIT 1
            """,
            [.text(id)],
            doing: "look \(id) up"
        ) { ($0.text(0), $0.int(1)) }
    }

    /// The items of a dump as they were filed, in page order.
    package func itemsFiled(of sha256: String) throws(StoreError) -> [[JSON.Member]] {
        var rows: [[JSON.Member]] = []
        try connection.run(
            "SELECT * FROM appearances WHERE dump_sha256 = ?1 ORDER BY ordinal",
            [.text(sha256)],
            doing: "look at what was filed from \(sha256)"
        ) { rows.append($0.members) }
        return rows
    }

    /// The last rejection of bytes whose SHA-256 begins with these digits; `keptAs` is the file's name in `rejected/`.
    package func lastRejection(startingWith digits: String) throws(StoreError)
        -> (sha256: String, reason: String, keptAs: String?)?
    {
        try connection.first(
            """
            SELECT sha256, reason, kept_as FROM rejection
            WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY delivery DESC LIMIT 1
            """,
            [.text(digits)],
            doing: "look for a rejected dump \(digits)"
        ) { ($0.text(0), $0.text(1), $0.optionalText(2)) }
    }
}
