import Pages

// What a report tells of how sure it is what was read.
extension Store {
    /// What is known of the dumps that came in first within a time; dumps of a text that was held already are left out.
    package struct DumpCounts: Sendable {
        package var dumps = 0
        /// Those that a layout file read.
        package var byLayout = 0
        /// Those that another version's rules read last.
        package var byOtherRules = 0
        /// Those with bytes that mean nothing in their encoding, and how many such sequences they have in all.
        package var damaged = 0
        package var undecodable: Int64 = 0
        /// How many dumps are in which encoding, the most frequent first.
        package var encodings: [(name: String, dumps: Int)] = []
        /// The keys of the first and the last of them.
        var keys: ClosedRange<Int64>?

        package init() {}
    }

    package func dumpCounts(_ window: ReportWindow) throws(StoreError) -> DumpCounts {
        var counts = DumpCounts()
        try connection.run(
            """
            SELECT d.encoding, count(*), sum(d.layout IS NOT NULL), sum(coalesce(d.reread_by, d.extractor) <> ?3),
                sum(d.undecodable > 0), sum(d.undecodable), min(d.key), max(d.key)
            FROM dump d CROSS JOIN delivery v ON v.number = d.delivery
            WHERE v.received_at >= ?1 AND v.received_at < ?2 AND d.forgotten_at IS NULL AND d.same_text IS NULL
            GROUP BY 1 ORDER BY 2 DESC, 1
            """,
            window.values + [.text(Normaliser.version)],
            doing: "count the dumps"
        ) { row in
            counts.encodings.append((row.text(0), row.int(1)))
            counts.dumps += row.int(1)
            counts.byLayout += row.int(2)
            counts.byOtherRules += row.int(3)
            counts.damaged += row.int(4)
            counts.undecodable += row.integer(5)
            let keys = row.integer(6)...max(row.integer(6), row.integer(7))
            counts.keys =
                counts.keys.map {
                    min($0.lowerBound, keys.lowerBound)...max($0.upperBound, keys.upperBound)
                } ?? keys
        }
        return counts
    }

    /// Dumps spread evenly over those that were counted: a sample where there are more than `limit`.
    ///
    /// With `withoutLayout` only those are drawn that no layout file read.
    package func sample(of counts: DumpCounts, limit: Int, withoutLayout: Bool = false) throws(StoreError)
        -> [DumpInSample]
    {
        guard let keys = counts.keys, limit > 0 else { return [] }
        let step = max(1, Double(keys.upperBound - keys.lowerBound + 1) / Double(limit))
        var sample: [DumpInSample] = []
        var at = Double(keys.lowerBound)
        while sample.count < limit, Int64(at) <= keys.upperBound {
            let found = try connection.first(
                """
                SELECT key, sha256 FROM dump WHERE key >= ?1 AND key <= ?2 AND forgotten_at IS NULL AND same_text IS NULL
                    AND (layout IS NULL OR NOT ?3)
                ORDER BY key LIMIT 1
                """,
                [.integer(Int64(at)), .integer(keys.upperBound), .integer(withoutLayout ? 1 : 0)],
                doing: "draw a sample of dumps"
            ) { DumpInSample(key: $0.integer(0), sha256: $0.text(1)) }
            guard let found else { break }
            sample.append(found)
            at = max(at + step, Double(found.key + 1))
        }
        return sample
    }

    /// A dump that was drawn.
    package struct DumpInSample: Sendable {
        let key: Int64
        package let sha256: String
    }

    /// The bytes of a dump that was drawn; nil where it is longer than was asked for.
    package func originalBytes(of dump: DumpInSample, mostBytes: Int) throws(StoreError) -> [UInt8]? {
        try connection.first(
            "SELECT bytes FROM original WHERE dump = ?1 AND length(bytes) <= ?2",
            [.integer(dump.key), .number(mostBytes)],
            doing: "read a dump of the sample"
        ) { $0.blob(0) }
    }

    /// By which rules the fields of articles were read, and how surely known articles were known again.
    package struct RuleCounts: Sendable {
        package var dumps = 0
        /// Articles on these dumps that were looked at.
        package var articles = 0
        /// How many articles have a field that a rule read: by field, then by rule.
        package var fields: [String: [String: Int]] = [:]
        /// Articles that were known again, by how much of the shorter text stands in the longer one: in tenths, 0 to 10.
        package var scores = [Int](repeating: 0, count: 11)

        package init() {}
    }

    /// Counts the rules of a sample.
    package func ruleCounts(_ sample: [DumpInSample]) throws(StoreError) -> RuleCounts {
        var counts = RuleCounts()
        for dump in sample {
            counts.dumps += 1
            // A page of more articles is told by its first ones, so that no page counts for all.
            try connection.run(
                """
                SELECT DISTINCT p.ordinal, e.value ->> 'field', e.value ->> 'rule',
                    CAST(10 * (e.value ->> 'score') AS INTEGER)
                FROM appearance p, json_each(p.evidence_json) e
                WHERE p.dump = ?1 AND p.article IS NOT NULL AND p.ordinal <= 20
                """,
                [.integer(dump.key)],
                doing: "count the rules"
            ) { row in
                counts.add(field: row.text(1), rule: row.text(2), tenths: row.optionalInt(3))
            }
            counts.articles +=
                try connection.first(
                    "SELECT count(*) FROM appearance WHERE dump = ?1 AND article IS NOT NULL AND ordinal <= 20",
                    [.integer(dump.key)],
                    doing: "count the rules"
                ) { $0.int(0) } ?? 0
        }
        return counts
    }
}

extension Store.RuleCounts {
    /// So many names of rules are told apart for a field; layout files may add any number.
    private static let mostRules = 500

    fileprivate mutating func add(field: String, rule: String, tenths: Int?) {
        if let tenths { scores[min(10, max(0, tenths))] += 1 }
        guard fields[field] != nil || fields.count < 50 else { return }
        let isNew = fields[field]?[rule] == nil
        if isNew, fields[field, default: [:]].count >= Self.mostRules { return }
        fields[field, default: [:]][rule, default: 0] += 1
    }
}
