import Pages

// The rows and records of a dump that newer rules read otherwise.
extension Store {
    /// What newer rules read otherwise of the page itself.
    func pageDifferences(of dump: RereadDump, _ filed: FiledPage) throws(StoreError) -> [String] {
        let page = filed.page
        let now = [
            TextForm.cut(page.site, to: 500), TextForm.cut(page.tagline, to: 1000), page.pageOn, page.layout,
        ]
        let old = try connection.first(
            "SELECT site, tagline, page_on, layout FROM dump WHERE key = ?1",
            [.integer(dump.key)],
            doing: "look a dump up"
        ) { row in (0..<4).map { row.optionalText(Int32($0)) } }
        guard let old else { return [] }
        return zip(["site", "tagline", "page_on", "layout"], zip(old, now)).filter { $1.0 != $1.1 }.map { name, pair in
            "\(name) was \(pair.0.map { "“\($0.prefix(60))”" } ?? "unknown"), is "
                + (pair.1.map { "“\($0.prefix(60))”" } ?? "unknown")
        }
    }

    /// Writes what newer rules read of the page, and notes it.
    func rereadPage(_ dump: RereadDump, _ filed: FiledPage, at now: String) throws(StoreError) {
        let page = filed.page
        let before = try dumpRow(dump.key)
        let lines = try lines(of: dump.key)
        // A list of lines that went ahead of its record in parts stays: those records are made of it. A new one that is
        // as long is not taken either.
        try connection.run(
            """
            UPDATE dump SET site = ?2, tagline = ?3, page_on = ?4, layout = ?5, articles = ?6, teasers = ?7,
                boilerplate_json = CASE WHEN EXISTS (SELECT 1 FROM change c WHERE c.delivery = dump.delivery
                    AND c.kind = 'dump' AND c.parts IS NOT NULL) OR ?10 THEN boilerplate_json ELSE ?8 END,
                evidence_json = ?9
            WHERE key = ?1 OR same_text = ?1
            """,
            [
                .integer(dump.key), .optional(TextForm.cut(page.site, to: 500)),
                .optional(TextForm.cut(page.tagline, to: 1000)), .optional(page.pageOn), .optional(page.layout),
                .number(page.articleCount), .number(page.teaserCount), .optional(filed.boilerplate),
                .optional(filed.evidence),
                .number([filed.boilerplate, lines].contains { ($0?.utf8.count ?? 0) > Store.mostLines } ? 1 : 0),
            ],
            doing: "file what a dump shows"
        )
        try markRead(dump.key, at: now)
        let now = try self.lines(of: dump.key)
        func row(_ row: [JSON.Member]?, _ shown: String?) -> [JSON.Member]? {
            // What did not change is not told again: both lists together would fill the line.
            guard now != lines, var row else { return row }
            row.append(.init("boilerplate_json", shown.map(JSON.written) ?? .null))
            return row
        }
        let after = row(try dumpRow(dump.key), now)
        var draft = ChangeDraft(
            .dumpReread,
            of: Change.Target(.dump, id: dump.sha256, key: dump.key),
            delivery: dump.delivery
        )
        draft.cause = .extractor
        draft.state = ChangeState(after: after, before: row(before, lines)).jsonWithRules
        draft.textSize = 0
        try note(draft)
    }

    /// The most bytes that a page's lines outside of items may take in the record of a rereading.
    private static let mostLines = 10_000

    private func lines(of dump: Int64) throws(StoreError) -> String? {
        try connection.first(
            "SELECT boilerplate_json FROM dump WHERE key = ?1",
            [.integer(dump)],
            doing: "read a page's lines"
        ) { $0.optionalText(0) }.flatMap(\.self)
    }

    /// Notes that an article was read otherwise.
    ///
    /// - Parameters:
    ///   - held: The article as it was.
    ///   - rev: Its newest revision.
    ///   - appearances: In how many places it is now, where it is gone from the one of the sighting.
    ///   - sighting: Where it was read.
    /// - Throws: `StoreError`.
    func noteReread(_ held: HeldArticle, rev: Int64, appearances: Int? = nil, at sighting: Sighting) throws(StoreError)
    {
        var draft = ChangeDraft(.articleReread, of: held.target, at: sighting)
        if appearances != nil { draft.ordinal = nil }
        draft.rev = rev
        draft.revBefore = held.revision
        draft.count = appearances ?? held.appearances
        draft.countBefore = held.appearances
        draft.seenBefore = held.lastSeen
        draft.group = held.group?.id
        try note(draft)
    }

    /// Takes out what newer rules do not read in a dump any more.
    func drop(_ old: FiledAppearance, of dump: RereadDump, at now: String) throws(StoreError) {
        if let teaser = old.teaser {
            try connection.run(
                """
                UPDATE teaser SET gone_at = ?2 WHERE key = ?1 AND gone_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM appearance WHERE teaser = ?1)
                """,
                [.integer(teaser), .text(now)],
                doing: "take a teaser out"
            )
            guard connection.changedRows > 0 else { return }
            open?.tally.add(.teasers, -1)
            try unindex(teaser: teaser)
            return try noteDeletion(ofTeaser: teaser, dump.delivery)
        }
        guard let key = old.nowArticle, let held = try article(key: key) else { return }
        try connection.run(
            "UPDATE article SET appearances = appearances - 1 WHERE key = ?1",
            [.integer(key)],
            doing: "count appearances"
        )
        let sighting = Sighting(
            dump: dump.key,
            delivery: dump.delivery,
            ordinal: old.ordinal,
            at: dump.receivedAt,
            cause: .extractor
        )
        guard held.appearances <= 1 else {
            return try noteReread(held, rev: held.revision, appearances: held.appearances - 1, at: sighting)
        }
        try takeOut(held, at: sighting, now)
    }

    private func noteDeletion(ofTeaser key: Int64, _ delivery: Int64) throws(StoreError) {
        let row = try members(Store.teaserRow, [.integer(key)])
        guard case .text(let id)? = row.value("id") else { return }
        var draft = ChangeDraft(.teaserDeleted, of: Change.Target(.teaser, id: id, key: key), delivery: delivery)
        draft.cause = .extractor
        draft.reason = "newer rules read it otherwise"
        draft.state = ChangeState(before: row).jsonWithRules
        try note(draft)
    }

    /// Takes out an article that no dump shows any more.
    private func takeOut(_ held: HeldArticle, at sighting: Sighting, _ now: String) throws(StoreError) {
        if let group = held.group { try leave(group.key, held, at: sighting) }
        index(held.key, nil, held: try newestRevision(of: held))
        try connection.run(
            "UPDATE article SET forgotten_at = ?2 WHERE key = ?1",
            [.integer(held.key), .text(now)],
            doing: "take an article out"
        )
        try connection.run(
            "DELETE FROM alias WHERE article = ?1",
            [.integer(held.key)],
            doing: "take an article out"
        )
        try connection.run(
            "DELETE FROM copy WHERE article = ?1 OR other = ?1",
            [.integer(held.key)],
            doing: "take an article out"
        )
        open?.tally.add(.articles, -1)
        var draft = ChangeDraft(.articleDeleted, of: held.target, at: sighting)
        draft.rev = held.revision
        draft.revBefore = held.revision
        draft.count = 0
        draft.countBefore = held.appearances
        draft.seenBefore = held.lastSeen
        draft.reason = "newer rules read it otherwise"
        draft.textSize = 0
        try note(draft)
    }
}
