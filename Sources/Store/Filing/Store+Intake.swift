package import Pages

// What a delivery writes: its own row, the dump, the items and the changes. The caller holds the transaction that all
// of it belongs to.
extension Store {
    /// Whether the database has these bytes already.
    package func holds(_ digest: Digest) throws(StoreError) -> Bool {
        try dump(ofBytes: digest) != nil
    }

    /// Files one delivery.
    ///
    /// Two equal files may be read in one batch, each as a new page. The second finds the first here and is filed as
    /// its duplicate.
    package func file(_ delivery: Delivery, _ content: Delivery.Content) throws(StoreError) -> Delivery.Receipt {
        switch content {
        case .refused(let digest, let refusal, let attempts):
            return try refuse(delivery, digest, refusal, attempts: attempts)
        case .known(let digest):
            guard let dump = try dump(ofBytes: digest) else {
                preconditionFailure("a dump was held a moment ago and is gone: \(digest.hex)")
            }
            return try repeatDump(delivery, dump)
        case .page(let page): return try fileText(delivery, page)
        }
    }

    private func fileText(_ delivery: Delivery, _ filed: FiledPage) throws(StoreError) -> Delivery.Receipt {
        if let dump = try dump(ofBytes: filed.digest) { return try repeatDump(delivery, dump) }
        try liftTombstones(of: filed)
        if let twin = try dump(ofText: filed.textDigest) { return try fileTwin(delivery, filed, twin) }
        let page = filed.page
        let number = try nextDelivery()
        let dump = try insertDump(filed, number, delivery)
        try insertDelivery(delivery, number, .new, dump: dump)
        let target = Change.Target(.dump, id: filed.digest.hex, key: dump)
        try note(ChangeDraft(.dumpReceived, of: target, delivery: number, count: try deliveryCount(of: dump)))
        // Other rules read it than before it was forgotten, and the record above names those.
        let isByOtherRules = try rulesOfRefilled(dump) != nil
        if isByOtherRules { try noteRow(ofDump: dump, losesLines: false, number, .source) }
        for (index, item) in filed.items.enumerated() {
            var sighting = Sighting(dump: dump, delivery: number, ordinal: index + 1, at: delivery.receivedAt)
            sighting.isByOtherRules = isByOtherRules
            try place(item, of: filed, at: sighting)
        }
        return receipt(
            number,
            .new,
            sha256: filed.digest.hex,
            articles: page.articleCount,
            teasers: page.teaserCount
        )
    }

    private func repeatDump(_ delivery: Delivery, _ dump: HeldDump) throws(StoreError) -> Delivery.Receipt {
        let number = try nextDelivery()
        try insertDelivery(delivery, number, .duplicate, dump: dump.key)
        let count = try deliveryCount(of: dump.key)
        let target = Change.Target(.dump, id: dump.sha256, key: dump.key)
        try note(ChangeDraft(.dumpDuplicate, of: target, delivery: number, count: count))
        return receipt(
            number,
            .duplicate,
            sha256: dump.sha256,
            articles: dump.articles,
            teasers: dump.teasers
        )
    }

    private func deliveryCount(of dump: Int64) throws(StoreError) -> Int {
        try connection.first(
            "SELECT count(*) FROM delivery WHERE dump = ?1",
            [.integer(dump)],
            doing: "count deliveries"
        ) { $0.int(0) } ?? 0
    }

    /// Files a dump whose text is held already, in other bytes.
    private func fileTwin(
        _ delivery: Delivery,
        _ filed: FiledPage,
        _ twin: HeldDump
    ) throws(StoreError) -> Delivery.Receipt {
        let number = try nextDelivery()
        let values: [SQLValue] = [
            .text(filed.digest.hex), .integer(number), .number(filed.bytes.count), .text(filed.encoding.rawValue),
            .number(filed.undecodable), .optional(PageKey.read(delivery.name)), .integer(twin.key),
        ]
        let dump: Int64
        if let refilled = try refillTwin(values) {
            dump = refilled
        } else {
            try connection.run(
                """
                INSERT INTO dump (sha256, text_sha256, same_text, delivery, bytes, encoding, undecodable, site, tagline,
                    page_on, page_key, layout, articles, teasers, boilerplate_json, extractor)
                SELECT ?1, text_sha256, coalesce(same_text, key), ?2, ?3, ?4, ?5, site, tagline,
                    page_on, ?6, layout, articles, teasers, boilerplate_json, extractor
                FROM dump WHERE key = ?7
                """,
                values,
                doing: "file a dump"
            )
            dump = connection.lastKey
        }
        try insertOriginal(dump, filed.bytes)
        try insertDelivery(delivery, number, .sameText, dump: dump)
        let target = Change.Target(.dump, id: filed.digest.hex, key: dump)
        try note(ChangeDraft(.dumpSameText, of: target, delivery: number, count: try deliveryCount(of: dump)))
        if try rulesOfRefilled(dump) != nil { try noteRow(ofDump: dump, losesLines: false, number, .source) }
        return receipt(
            number,
            .sameText,
            sha256: filed.digest.hex,
            articles: twin.articles,
            teasers: twin.teasers
        )
    }

    private func refuse(
        _ delivery: Delivery,
        _ digest: Digest?,
        _ refusal: Refusal,
        attempts: Int
    ) throws(StoreError) -> Delivery.Receipt {
        let number = try nextDelivery()
        try insertDelivery(delivery, number, .rejected, dump: nil)
        var keptAs: SQLValue = .null
        if case .setAside(_, let shown) = delivery.destiny {
            keptAs = .text(shown)
        }
        try connection.run(
            """
            INSERT INTO rejection (delivery, sha256, reason, detail, kept_as, attempts, extractor)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .integer(number), .optional(digest?.hex), .text(refusal.reason.rawValue), .text(refusal.detail),
                keptAs, .number(attempts), .text(Normaliser.version),
            ],
            doing: "file a rejection"
        )
        let target = Change.Target(.delivery, id: String(number), key: number)
        var draft = ChangeDraft(.dumpRejected, of: target, delivery: number)
        draft.cause = .rule
        draft.reason = refusal.reason.rawValue
        draft.state = try rejectionState(number, bytes: delivery.identity.size)
        try note(draft)
        return receipt(number, .rejected, sha256: digest?.hex, articles: 0, teasers: 0)
    }

    private func insertDump(_ filed: FiledPage, _ number: Int64, _ delivery: Delivery) throws(StoreError) -> Int64 {
        let page = filed.page
        let values: [SQLValue] = [
            .text(filed.digest.hex), .text(filed.textDigest.hex), .integer(number), .number(filed.bytes.count),
            .text(filed.encoding.rawValue), .number(filed.undecodable),
            .optional(TextForm.cut(page.site, to: 500)), .optional(TextForm.cut(page.tagline, to: 1000)),
            .optional(page.pageOn), .optional(PageKey.read(delivery.name)), .optional(page.layout),
            .number(page.articleCount), .number(page.teaserCount), .optional(filed.boilerplate),
            .optional(filed.evidence), .text(Normaliser.version),
        ]
        let dump: Int64
        if let refilled = try refill(values) {
            dump = refilled
        } else {
            try connection.run(
                """
                INSERT INTO dump (sha256, text_sha256, delivery, bytes, encoding, undecodable, site, tagline, page_on,
                    page_key, layout, articles, teasers, boilerplate_json, evidence_json, extractor)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
                """,
                values,
                doing: "file a dump"
            )
            dump = connection.lastKey
        }
        try insertOriginal(dump, filed.bytes)
        return dump
    }

    private func insertOriginal(_ dump: Int64, _ bytes: [UInt8]) throws(StoreError) {
        try connection.run(
            "INSERT INTO original (dump, bytes) VALUES (?1, ?2)",
            [.integer(dump), .blob(bytes)],
            doing: "keep a dump's bytes"
        )
        open?.tally.add(.dumps)
    }

    private func insertDelivery(
        _ delivery: Delivery,
        _ number: Int64,
        _ outcome: Delivery.Receipt.Outcome,
        dump: Int64?
    ) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO delivery (number, received_at, name, path, bytes, modified_at, outcome, dump)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .integer(number), .text(delivery.receivedAt), .text(delivery.name), .text(TextForm.path(delivery.path)),
                .integer(delivery.identity.size), .text(delivery.modifiedAt), .text(outcome.rawValue), .optional(dump),
            ],
            doing: "file a delivery"
        )
        open?.tally.add(Tally.Entry(outcome))
        open?.tally.add(.deliveredBytes, delivery.identity.size)
        try remember(delivery, number)
    }

    /// The number that the next delivery will get.
    package func nextDelivery() throws(StoreError) -> Int64 {
        let last = try connection.first(
            "SELECT seq FROM sqlite_sequence WHERE name = 'delivery'",
            doing: "number a delivery"
        ) { $0.integer(0) }
        return (last ?? 0) + 1
    }

    private func receipt(
        _ number: Int64,
        _ outcome: Delivery.Receipt.Outcome,
        sha256: String?,
        articles: Int,
        teasers: Int
    ) -> Delivery.Receipt {
        Delivery.Receipt(
            delivery: number,
            outcome: outcome,
            sha256: sha256,
            articles: articles,
            teasers: teasers,
            seq: open?.lastSeq ?? 0
        )
    }
}
