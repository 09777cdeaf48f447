import Pages

/// What is to be removed for good, why, and how.
package struct Removal: Sendable {
    package enum Subject: Sendable, Equatable {
        case dump(key: Int64, sha256: String)
        case article(key: Int64, id: String)

        package var id: String {
            switch self {
            case .dump(_, let sha256): sha256
            case .article(_, let id): id
            }
        }
    }

    package let subject: Subject
    package let reason: String
    /// Whether it is refused when it comes again.
    package let blocks: Bool
    /// Whether the change log's files are made anew without it.
    package let scrubsLog: Bool
    package let now: String

    package init(_ subject: Subject, reason: String, blocks: Bool, scrubsLog: Bool, now: String) {
        self.subject = subject
        // A record has to fit into a line.
        self.reason = TextForm.cut(reason, to: 2000) ?? ""
        self.blocks = blocks
        self.scrubsLog = scrubsLog
        self.now = now
    }
}

extension Store {
    /// What a word can mean: dumps by their SHA-256, articles by one of their ids, or the beginnings of these.
    ///
    /// At most two: enough to know whether it names just one.
    package func removable(_ word: String) throws(StoreError) -> [Removal.Subject] {
        let doing = "look \(word) up"
        var found: [Removal.Subject] = []
        try connection.run(
            """
            SELECT key, sha256 FROM dump WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' AND forgotten_at IS NULL
            ORDER BY sha256 LIMIT 2
            """,
            [.text(word.lowercased())],
            doing: doing
        ) { found.append(.dump(key: $0.integer(0), sha256: $0.text(1))) }
        if !word.hasPrefix("forgotten:"), let exact = try article(word) {
            return [.article(key: exact.key, id: exact.target.id)]
        }
        try connection.run(
            """
            SELECT DISTINCT a.key, a.id FROM article a LEFT JOIN alias i ON i.article = a.key
            WHERE (a.id >= ?1 AND a.id < ?1 || '~' OR i.id >= ?1 AND i.id < ?1 || '~')
                AND a.merged_into IS NULL AND a.forgotten_at IS NULL
            ORDER BY a.id LIMIT 2
            """,
            [.text(word)],
            doing: doing
        ) { found.append(.article(key: $0.integer(0), id: $0.text(1))) }
        return found
    }

    /// How much went with what was forgotten since a moment; nil where it was not.
    ///
    /// - Parameters:
    ///   - id: Of a dump or an article.
    ///   - moment: UTC, as `ts` has it.
    /// - Returns: What the record of its deletion says.
    /// - Throws: `StoreError`.
    package func removal(of id: String, since moment: String) throws(StoreError) -> RemovalCount? {
        try connection.first(
            """
            SELECT json_extract(state_json, '$.before.articles_deleted'), json_extract(state_json, '$.before.revisions_deleted'),
                json_extract(state_json, '$.before.teasers_deleted'), json_extract(state_json, '$.before.dumps_deleted'),
                json_extract(state_json, '$.before.originals_deleted')
            FROM change WHERE seq > (SELECT coalesce(max(last_seq), 0) FROM txn WHERE ts < ?2)
                AND id = ?1 AND op = 'd' AND cause = 'operator' ORDER BY seq DESC LIMIT 1
            """,
            [.text(id), .text(moment)],
            doing: "look for what was forgotten"
        ) { row in
            var count = RemovalCount()
            count.articles = row.int(0)
            count.revisions = row.int(1)
            count.teasers = row.int(2)
            count.dumps = row.int(3)
            count.originals = row.int(4)
            return count
        }
    }

    /// Removes a dump or an article with all that is only in it, and notes that.
    ///
    /// The caller holds the transaction. What was removed can still be read from free pages of the file; `purge` takes
    /// it from there.
    package func remove(_ removal: Removal) throws(StoreError) {
        var work = RemovalWork(store: self, removal: removal)
        switch removal.subject {
        case .dump(let key, _): try work.forgetDump(key)
        case .article(let key, _): try work.forgetArticle(key)
        }
    }

    /// Notes once more that something is forgotten: the change log is made anew without it now.
    package func noteScrubbing(_ tombstone: Tombstone, now: String) throws(StoreError) {
        let kind: Change.Kind = tombstone.kind == .dump ? .dump : .article
        let target = Change.Target(kind, id: tombstone.id, key: 0)
        var draft = ChangeDraft(kind == .dump ? .dumpDeleted : .articleDeleted, of: target, delivery: nil)
        draft.cause = .operator
        draft.reason = tombstone.reason
        draft.textSize = 0
        let name = kind == .dump ? "sha256" : "id"
        draft.state =
            ChangeState(
                before: [
                    .init(name, .text(tombstone.id)), .init("blocked", .bool(tombstone.isBlocked)),
                    .init("scrubbed", .bool(true)),
                ]
                    + RemovalCount().members
            ).json
        try note(draft)
    }
}
