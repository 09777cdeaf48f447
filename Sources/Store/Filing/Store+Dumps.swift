import Pages

// How a dump is found that is held already.
extension Store {
    /// A dump that is held, and how many items it shows.
    struct HeldDump {
        let key: Int64
        let sha256: String
        let articles: Int
        let teasers: Int
    }

    func dump(ofBytes digest: Digest) throws(StoreError) -> HeldDump? {
        try dump("SELECT key, sha256, articles, teasers FROM dump WHERE sha256 = ?1 AND forgotten_at IS NULL", digest)
    }

    /// The first dump that brought a text and of which nothing was forgotten.
    func dump(ofText digest: Digest) throws(StoreError) -> HeldDump? {
        try dump(
            """
            SELECT key, sha256, articles, teasers FROM dump
            WHERE text_sha256 = ?1 AND EXISTS (SELECT 1 FROM original o WHERE o.dump = dump.key) ORDER BY key LIMIT 1
            """,
            digest
        )
    }

    private func dump(_ query: String, _ digest: Digest) throws(StoreError) -> HeldDump? {
        try connection.first(query, [.text(digest.hex)], doing: "look a dump up") {
            HeldDump(key: $0.integer(0), sha256: $0.text(1), articles: $0.int(2), teasers: $0.int(3))
        }
    }
}
