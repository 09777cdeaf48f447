import Pages

// The rows behind each kind of record. They are read from what never changes once committed, or from the change row
// itself, so a record made today and the same record made after a crash are equal byte for byte.
extension Store {
    /// The change's line as it stands in the log, and what a person knows its subject by.
    func render(_ change: Change) throws(StoreError) -> (line: [UInt8], subject: String?) {
        let source = try source(of: change.delivery)
        let rows =
            if change.type == ChangeRecord.part {
                ChangeRecord.Rows(after: try partRow(change), before: nil)
            } else {
                switch change.kind {
                case .dump: try dumpRows(change)
                case .delivery: try deliveryRows(change)
                case .article: try articleRows(change, source)
                case .teaser: try teaserRows(change, source)
                case .group: preconditionFailure("no change of a group is ever noted by this version")
                }
            }
        let dump = source.first?.value == .null ? JSON.null : .object(Array(source.prefix(4)))
        let line = ChangeRecord.line(
            change,
            epoch: epoch,
            extractor: source.value("extractor") ?? .null,
            dump: dump,
            reason: source.last?.value ?? .null,
            rows: rows
        )
        if case .text(let subject)? = rows.after.value("title") ?? source.value("name") { return (line, subject) }
        return (line, nil)
    }

    /// What a delivery says of each change that it brought; they stand one after the other.
    private func source(of delivery: Int64?) throws(StoreError) -> [JSON.Member] {
        if let source, source.delivery == delivery { return source.members }
        let members = try members(
            """
            SELECT coalesce(d.sha256, j.sha256) AS sha256, v.bytes, v.name, v.received_at, d.extractor, v.dump, j.reason
            FROM delivery v LEFT JOIN dump d ON d.key = v.dump LEFT JOIN rejection j ON j.delivery = v.number
            WHERE v.number = ?1
            """,
            [.optional(delivery)]
        )
        source = (delivery, members)
        return members
    }

    /// Bytes that the one text of a record that may be too long for a line takes there, the old one's included.
    func textSize(of change: Change) throws(StoreError) -> Int {
        guard let column = LongText.column(of: change.kind) else { return 0 }
        var size = 0
        var revisions = [change.rev]
        if change.type == "article.revised" { revisions.append(change.rev.map { $0 - 1 }) }
        for rev in revisions {
            size +=
                try connection.first(
                    "SELECT \(column.name) FROM \(column.source)",
                    [.integer(change.key), .optional(rev)],
                    doing: "measure a text"
                ) { $0.optionalText(0).map(JSON.writtenSize(of:)) ?? 0 } ?? 0
        }
        return size
    }

    /// That text, cut into parts.
    func longText(of change: Change) throws(StoreError) -> LongText {
        if let longText, longText.belongs(to: change) { return longText }
        var text = ""
        if let column = LongText.column(of: change.kind) {
            text =
                try connection.first(
                    "SELECT \(column.name) FROM \(column.source)",
                    [.integer(change.key), .optional(change.rev)],
                    doing: "read a text"
                ) { $0.text(0) } ?? ""
        }
        let fresh = LongText(kind: change.kind, key: change.key, rev: change.rev, text: text)
        longText = fresh
        return fresh
    }

    private func partRow(_ change: Change) throws(StoreError) -> [JSON.Member] {
        let text = try longText(of: change)
        let part = (change.ordinal ?? 1) - 1
        return [
            .init("sha256", .text(text.sha256)), .init("part", .optional(change.ordinal)),
            .init("parts", .optional(change.count)),
            .init("text", text.parts.indices.contains(part) ? .text(text.parts[part]) : .null),
        ]
    }

    private func articleRows(_ change: Change, _ source: [JSON.Member]) throws(StoreError) -> ChangeRecord.Rows {
        func row(_ revision: Int64?, seen: JSON?, appearances: Int?) throws(StoreError) -> [JSON.Member] {
            try members(
                """
                SELECT a.id, r.title,
                    (SELECT group_concat(value, '; ') FROM json_each(r.authors_json)) AS authors, r.authors_json,
                    r.outlet, a.site, r.published_on, r.published_at, r.posted_on,
                    (SELECT group_concat(value, '; ') FROM json_each(r.categories_json)) AS categories,
                    r.categories_json, r.language, r.word_count, r.body, r.number AS revision,
                    r.number AS revisions, a.first_seen_at, ?3 AS last_seen_at, ?4 AS appearances,
                    NULL AS group_id, r.body_sha256, r.nature
                FROM article a JOIN revision_text r ON r.article = a.key AND r.number = ?2 WHERE a.key = ?1
                """,
                [.integer(change.key), .optional(revision), seen.value, .optional(appearances)]
            )
        }
        var after = try row(change.rev, seen: source.value("received_at"), appearances: change.count)
        var before: [JSON.Member]?
        if change.op == "u" {
            let revision = change.type == "article.revised" ? change.rev.map { $0 - 1 } : change.rev
            before = try row(
                revision,
                seen: change.seenBefore.map(JSON.text),
                appearances: change.count.map { $0 - 1 }
            )
        }
        // The last column is no part of the row, but said of the revision.
        let nature = after.popLast()
        _ = before?.popLast()
        if change.parts != nil { after.set("body", .null) }
        if change.parts != nil, before?.value("body_sha256") == after.value("body_sha256") {
            before?.set("body", .null)
        }
        let appearance = try members(
            """
            SELECT ordinal, revision, title, byline, authors_json, outlet, published_on, posted_on, categories_json,
                tag_count, comment_count, byte_start, byte_end, evidence_json
            FROM appearance WHERE dump = ?1 AND ordinal = ?2
            """,
            [source.value("dump").value, .optional(change.ordinal)]
        )
        return ChangeRecord.Rows(
            after: after,
            before: before,
            beside: [.init("body_parts", .optional(change.parts)), nature ?? .init("nature", .null)]
                + [.init("appearance", .object(appearance))]
        )
    }

    private func teaserRows(_ change: Change, _ source: [JSON.Member]) throws(StoreError) -> ChangeRecord.Rows {
        // Without article_id: which story a teaser points to is looked up in the view and may be found later.
        func row(seen: JSON?) throws(StoreError) -> [JSON.Member] {
            try members(
                """
                SELECT id, title, summary, site, page_on, first_seen_at, ?2 AS last_seen_at FROM teaser WHERE key = ?1
                """,
                [.integer(change.key), seen.value]
            )
        }
        let appearance = try members(
            """
            SELECT ordinal, title, byline, authors_json, outlet, published_on, posted_on, categories_json,
                tag_count, comment_count, byte_start, byte_end, evidence_json
            FROM appearance WHERE dump = ?1 AND ordinal = ?2
            """,
            [source.value("dump").value, .optional(change.ordinal)]
        )
        return ChangeRecord.Rows(
            after: try row(seen: source.value("received_at")),
            before: change.op == "u" ? try row(seen: change.seenBefore.map(JSON.text)) : nil,
            beside: [.init("appearance", .object(appearance))]
        )
    }

    private func dumpRows(_ change: Change) throws(StoreError) -> ChangeRecord.Rows {
        func row(deliveries: Int?) throws(StoreError) -> [JSON.Member] {
            try members(
                """
                SELECT d.sha256, d.text_sha256, s.sha256 AS same_text_as, v.name, d.bytes, d.encoding, d.site,
                    d.tagline, d.page_on, d.page_key, d.layout, d.articles, d.teasers, d.boilerplate_json,
                    v.received_at, ?2 AS deliveries, d.extractor
                FROM dump d JOIN delivery v ON v.number = d.delivery LEFT JOIN dump s ON s.key = d.same_text
                WHERE d.key = ?1
                """,
                [.integer(change.key), .optional(deliveries)]
            )
        }
        var after = try row(deliveries: change.count)
        if change.parts != nil {
            after.set("boilerplate_json", .null)
            after.append(.init("boilerplate_json_sha256", .text(try longText(of: change).sha256)))
            after.append(.init("boilerplate_json_parts", .optional(change.parts)))
        }
        var before: [JSON.Member]?
        if change.op == "u" {
            before = after
            before?.set("deliveries", .optional(change.count.map { $0 - 1 }))
        }
        let delivery = try deliveryMembers(
            "SELECT number AS delivery, path, modified_at, outcome FROM delivery WHERE number = ?1",
            [.optional(change.delivery)]
        )
        return ChangeRecord.Rows(after: after, before: before, beside: delivery)
    }

    private func deliveryRows(_ change: Change) throws(StoreError) -> ChangeRecord.Rows {
        ChangeRecord.Rows(after: try rejectionRow(change.key), before: nil)
    }

    func rejectionRow(_ delivery: Int64) throws(StoreError) -> [JSON.Member] {
        try deliveryMembers(
            """
            SELECT v.number AS delivery, v.received_at, v.name, v.path, v.bytes, v.modified_at, j.sha256, v.outcome,
                j.reason, j.detail, j.kept_as, j.attempts, NULL AS resolved_at
            FROM delivery v JOIN rejection j ON j.delivery = v.number WHERE v.number = ?1
            """,
            [.integer(delivery)]
        )
    }

    /// Members of a delivery, its path cut: with 64 folders of 255 bytes, all escaped, it alone would be too long for a
    /// line.
    private func deliveryMembers(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [JSON.Member] {
        var members = try members(sql, values)
        if case .text(let path)? = members.value("path") {
            members.set("path", .optional(TextForm.cut(path, to: 12_000)))
        }
        return members
    }

    private func members(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [JSON.Member] {
        try connection.first(sql, values, doing: "read a change's rows") { $0.members } ?? []
    }
}

extension [JSON.Member] {
    func value(_ name: String) -> JSON? {
        first { $0.name == name }?.value
    }

    mutating func set(_ name: String, _ value: JSON) {
        guard let index = firstIndex(where: { $0.name == name }) else { return }
        self[index].value = value
    }
}

extension JSON {
    /// The value as a statement's parameter.
    var value: SQLValue {
        switch self {
        case .text(let text), .written(let text): .text(text)
        case .integer(let number): .integer(number)
        default: .null
        }
    }
}

extension JSON? {
    /// The value as a statement's parameter; none is NULL.
    var value: SQLValue { self?.value ?? .null }
}
