extension Explanation {
    /// The whole explanation, as the members of one JSON object.
    package var members: [JSON.Member] {
        [
            .init("extractor", .text(Normaliser.version)),
            .init("read_as", .text(readAs)),
            .init("refusal", .optional(refusal?.detail)),
            .init("page", Explanation.fields(of: page)),
            .init("items", .array(zip(1..., page.items).map(item))),
            .init("blocks", .array((0..<count).compactMap(block).map(Explanation.json))),
        ]
    }

    private static func fields(of page: Page) -> JSON {
        .object([
            .init("layout", .optional(page.layout)), .init("site", .optional(page.site)),
            .init("tagline", .optional(page.tagline)), .init("page_on", .optional(page.pageOn)),
            .init("evidence", .array(page.evidence.map(json))),
        ])
    }

    private func item(_ number: Int, _ item: Item) -> JSON {
        .object([
            .init("item", .integer(Int64(number))), .init("kind", .text(item.kind.rawValue)),
            .init("title", .optional(item.title)), .init("byline", .optional(item.byline)),
            .init("authors", .array(item.authors.map(JSON.text))), .init("outlet", .optional(item.outlet)),
            .init("published_on", .optional(item.publishedOn)), .init("published_at", .optional(item.publishedAt)),
            .init("posted_on", .optional(item.postedOn)), .init("categories", .array(item.categories.map(JSON.text))),
            .init("tag_count", .optional(item.tagCount)), .init("comment_count", .optional(item.commentCount)),
            .init("language", .optional(item.language)), .init("word_count", .integer(Int64(item.wordCount))),
            .init("bytes", Explanation.json(item.bytes)),
            .init("evidence", .array(item.evidence.map(Explanation.json))),
        ])
    }

    private static func json(_ block: Block) -> JSON {
        .object([
            .init("bytes", json(block.bytes)), .init("label", .text("\(block.label)")),
            .init("probability", block.odds.map { share($0.probability) } ?? .null),
            .init("runner_up", .optional(block.odds.map { "\($0.runnerUp)" })),
            .init(
                "runner_up_probability",
                share(block.odds?.runnerUpProbability)
            ),
            .init("rule", .optional(block.rule)), .init("item", .optional(block.use?.item)),
            .init("role", .optional(block.use?.role.rawValue)),
            .init(
                "reasons",
                .array(
                    block.reasons.map { reason in
                        .object([.init("name", .text(reason.name)), .init("weight", number(reason.weight))])
                    }
                )
            ),
            .init(
                "fields",
                .array(
                    zip(block.marks, block.places).map { mark, place in
                        .object([
                            .init("item", .optional(mark.item)), .init("field", .text(mark.evidence.field)),
                            .init("value", .text(mark.value)), .init("rule", .text(mark.evidence.rule)),
                            .init("bytes", json(mark.evidence.bytes)), .init("in_text", place.map(json) ?? .null),
                        ])
                    }
                )
            ),
            .init("text", .text(block.text)),
        ])
    }

    private static func json(_ evidence: Evidence) -> JSON {
        .object(
            [
                .init("field", .text(evidence.field)), .init("rule", .text(evidence.rule)),
                .init("bytes", json(evidence.bytes)), .init("raw", .text(evidence.raw)),
            ] + (evidence.hasReferences ? [.init("decoded", .text("references"))] : [])
        )
    }

    private static func json(_ range: Range<Int>) -> JSON {
        .array([.integer(Int64(range.lowerBound)), .integer(Int64(range.upperBound))])
    }

    /// A probability with four digits after the decimal point, rounded down.
    fileprivate static func share(_ probability: Double?) -> JSON {
        guard let probability else { return .null }
        let digits = Int((min(1, max(0, probability)) * 10_000).rounded(.down))
        let decimals = String(10_000 + digits % 10_000).dropFirst()
        return .written("\(digits / 10_000).\(decimals)")
    }

    /// A number with three digits after the decimal point; null where there is none or it is not finite.
    fileprivate static func number(_ value: Double?) -> JSON {
        guard let value, let thousandths = Int(exactly: (value * 1000).rounded()) else { return .null }
        let decimals = String(1000 + thousandths.magnitude % 1000).dropFirst()
        return .written("\(thousandths < 0 ? "-" : "")\(thousandths.magnitude / 1000).\(decimals)")
    }
}
