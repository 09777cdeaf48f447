import Pages

// The rows that each kind of record is made of. They are read from what never changes once it is committed, or from
// the change row itself. So a record made today and the same record made after a crash are equal byte for byte.
extension Store {
    /// The change's line as it stands in the log, and what a person knows its row by.
    func render(_ change: Change) throws(StoreError) -> (line: [UInt8], subject: String?) {
        if change.isForgotten { return (try lineOfForgotten(change), nil) }
        var source = try change.target.kind == .delivery ? rejectionSource(change) : source(of: change.delivery)
        if change.state != nil, let rules = try value("extractor", keptBy: change) { source.extractor = rules }
        let rows = try rows(of: change, source)
        let line = ChangeRecord.line(change, epoch: epoch, source: source, rows: rows)
        guard let title = (rows.after ?? rows.before ?? []).value("title") else { return (line, source.name) }
        if case .text(let subject) = title { return (line, subject) }
        return (line, nil)
    }

    private func lineOfForgotten(_ change: Change) throws(StoreError) -> [UInt8] {
        // The database shows every delivery as long as it lives.
        let isDelivery = [.dumpReceived, .dumpDuplicate, .dumpSameText].contains(change.type)
        return ChangeRecord.lineOfForgotten(
            change,
            epoch: epoch,
            source: isDelivery ? try source(of: change.delivery) : .none,
            delivery: isDelivery ? try members(Store.deliveryBeside, [.optional(change.delivery)]) : nil
        )
    }

    private func rows(of change: Change, _ source: RecordSource) throws(StoreError) -> ChangeRecord.Rows {
        if change.type == .contentPart { return try partRows(change) }
        if change.type.tellsRow { return try rowRows(change) }
        switch change.target.kind {
        case .dump where change.state != nil: return try rows(kept: change.state ?? "{}")
        case .dump: return try dumpRows(change)
        case .delivery: return try rejectionRows(change)
        case .article: return try articleRows(change, source)
        case .teaser where change.type.op == .deleted: return try rows(kept: change.state ?? "{}")
        case .teaser: return try teaserRows(change, source)
        case .group: return try rows(kept: change.state ?? "{}")
        }
    }

    /// What the delivery of a change says; the changes of one delivery stand one after the other.
    private func source(of delivery: Int64?) throws(StoreError) -> RecordSource {
        if let lastSource, lastSource.delivery == delivery { return lastSource.source }
        let source =
            try connection.first(
                RecordSource.query,
                [.optional(delivery)],
                doing: "read a change's rows",
                RecordSource.init
            ) ?? .none
        lastSource = (delivery, source)
        return source
    }

    private func partRows(_ change: Change) throws(StoreError) -> ChangeRecord.Rows {
        let text = try longText(of: change)
        let part = (change.ordinal ?? 1) - 1
        return ChangeRecord.Rows(after: [
            .init("sha256", .text(text.sha256)), .init("part", .optional(change.ordinal)),
            .init("parts", .optional(change.count)),
            .init("text", text.parts.indices.contains(part) ? .text(text.parts[part]) : .null),
        ])
    }

    private func articleRows(_ change: Change, _ source: RecordSource) throws(StoreError) -> ChangeRecord.Rows {
        let key = change.target.key
        var before: [JSON.Member]?
        if let state = change.stateBefore { before = try articleRow(key, in: state, change.group)?.members ?? [] }
        if change.type.op == .deleted {
            // Of what was forgotten the change keeps all that may be said.
            let kept = try change.state.flatMap { (state) throws(StoreError) in try members(of: "before", in: state) }
            return ChangeRecord.Rows(after: nil, before: kept ?? before)
        }
        let now = try articleRow(key, in: change.stateAfter(receivedAt: seenAt(change, source)), change.group)
        var after = now?.members ?? []
        if before?.isEmpty == true, let state = change.stateBefore { before = after.numbered(as: state) }
        if change.parts != nil {
            // The text went out in parts, ahead of this record.
            after.set("body", .null)
            if before?.value("body_sha256") == after.value("body_sha256") { before?.set("body", .null) }
        }
        let appearance = try appearance(of: change, inDump: source.dumpKey)
        return ChangeRecord.Rows(
            after: after,
            before: before,
            beside: [
                .init("body_parts", .optional(change.parts)), .init("nature", .optional(now?.nature)),
                .init("appearance", .object(appearance)),
            ]
        )
    }

    /// An article's row as it was in a state, and the nature of that state's revision, which the row does not show.
    private func articleRow(
        _ key: Int64,
        in state: Change.State,
        _ group: String?
    ) throws(StoreError) -> (nature: String?, members: [JSON.Member])? {
        try connection.first(
            """
            SELECT r.nature, a.id, r.title,
                (SELECT group_concat(value, '; ') FROM json_each(r.authors_json)) AS authors, r.authors_json,
                r.outlet, a.site, r.published_on, r.published_at, r.posted_on,
                (SELECT group_concat(value, '; ') FROM json_each(r.categories_json)) AS categories,
                r.categories_json, r.language, r.word_count, r.body, r.number AS revision,
                r.number AS revisions, a.first_seen_at, ?3 AS last_seen_at, ?4 AS appearances,
                ?5 AS group_id, r.body_sha256
            FROM article a JOIN revision_text r ON r.article = a.key AND r.number = ?2 WHERE a.key = ?1
            """,
            [
                .integer(key), .optional(state.rev), .optional(state.lastSeenAt), .optional(state.count),
                .optional(group),
            ],
            doing: "read a change's rows"
        ) { (nature: $0.optionalText(0), members: $0.members(from: 1)) }
    }

    /// When the row was last seen, after the change: a dump that is read anew is no newer for it.
    private func seenAt(_ change: Change, _ source: RecordSource) -> String? {
        guard change.cause == .extractor else { return source.receivedAt }
        return [change.seenBefore, source.receivedAt].compactMap(\.self).max()
    }

    private func teaserRows(_ change: Change, _ source: RecordSource) throws(StoreError) -> ChangeRecord.Rows {
        let key = change.target.key
        let appearance = try appearance(of: change, inDump: source.dumpKey)
        let after = try teaserRow(key, in: change.stateAfter(receivedAt: seenAt(change, source)))
        var before: [JSON.Member]?
        if let state = change.stateBefore { before = try teaserRow(key, in: state) }
        return ChangeRecord.Rows(after: after, before: before, beside: [.init("appearance", .object(appearance))])
    }

    /// A teaser's row as it was in a state.
    ///
    /// Without `article_id`: the view looks for the story that a teaser points to, and may find it later.
    private func teaserRow(_ key: Int64, in state: Change.State) throws(StoreError) -> [JSON.Member] {
        try members(
            "SELECT id, title, summary, site, page_on, first_seen_at, ?2 AS last_seen_at FROM teaser WHERE key = ?1",
            [.integer(key), .optional(state.lastSeenAt)]
        )
    }

    func dumpRows(_ change: Change) throws(StoreError) -> ChangeRecord.Rows {
        var after = try members(
            """
            SELECT d.sha256, d.text_sha256, s.sha256 AS same_text_as, v.name, d.bytes, d.encoding, d.site,
                d.tagline, d.page_on, d.page_key, d.layout, d.articles, d.teasers, d.boilerplate_json,
                v.received_at, ?2 AS deliveries, d.extractor
            FROM dump d JOIN delivery v ON v.number = d.delivery LEFT JOIN dump s ON s.key = d.same_text
            WHERE d.key = ?1
            """,
            [.integer(change.target.key), .optional(change.count)]
        )
        if change.parts != nil {
            after.set("boilerplate_json", .null)
            after.append(.init("boilerplate_json_sha256", .text(try longText(of: change).sha256)))
            after.append(.init("boilerplate_json_parts", .optional(change.parts)))
        }
        var before: [JSON.Member]?
        if let state = change.stateBefore {
            before = after
            before?.set("deliveries", .optional(state.count))
        }
        let delivery = try members(Store.deliveryBeside, [.optional(change.delivery)])
        return ChangeRecord.Rows(after: after, before: before, beside: delivery)
    }

    /// What a delivery adds to the record of its dump.
    private static let deliveryBeside =
        "SELECT number AS delivery, path, modified_at, outcome FROM delivery WHERE number = ?1"

    func members(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [JSON.Member] {
        try connection.first(sql, values, doing: "read a change's rows") { $0.members } ?? []
    }
}

extension [JSON.Member] {
    /// An article's row with the numbers of a state whose text was forgotten: of the rest nothing is known any more.
    fileprivate func numbered(as state: Change.State) -> [JSON.Member] {
        var members = self
        for name in ["revision", "revisions"] { members.set(name, state.rev.map(JSON.integer) ?? .null) }
        members.set("last_seen_at", .optional(state.lastSeenAt))
        members.set("appearances", .optional(state.count))
        return members
    }
}
