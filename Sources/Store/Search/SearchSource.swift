/// What is searched: a view with the full-text indexes that hold its texts.
struct SearchSource {
    /// The view, whose column `key` is the rowid of the indexes.
    let view: String
    /// The index of texts as they stand; nil where there is none.
    let plain: String?
    /// The index of texts that are split into words of two characters; nil where it is switched off.
    ///
    /// Where `plain` is there too, it holds only texts that have something to split.
    let split: String?
    /// SQL for the day that `after:` and `before:` compare: that of publication, else the first on which it was seen.
    let day: String
    /// Whether it has the columns `outlet`, `authors_json` and `language`.
    let hasByline: Bool

    static func articles(bigrams: Bool) -> SearchSource {
        SearchSource(
            view: "keyed_articles",
            plain: "articles_fts",
            split: bigrams ? "articles_bigrams" : nil,
            day: "coalesce(v.published_on, substr(v.first_seen_at, 1, 10))",
            hasByline: true
        )
    }

    static let teasers = SearchSource(
        view: "keyed_teasers",
        plain: nil,
        split: "teasers_fts",
        day: "coalesce(v.page_on, substr(v.first_seen_at, 1, 10))",
        hasByline: false
    )

    /// The texts that match, as rows of `key` and `score`; the lower the score, the better (BM25).
    ///
    /// - Returns: nil where the node is no question to a full-text index.
    func matches(_ node: SearchNode) -> SearchSQL? {
        guard let plainMatch = node.match(split: false), let splitMatch = node.match(split: true) else { return nil }
        func rows(_ index: String, _ match: String) -> SearchSQL {
            SearchSQL("SELECT rowid AS key, rank AS score FROM \(index) WHERE \(index) MATCH ?", [.text(match)])
        }
        guard let plain else { return split.map { rows($0, splitMatch) } }
        guard let split, node.holdsUnspacedWords else { return rows(plain, plainMatch) }
        // A text in the second index is there with all its words. Of the others, none holds the unspaced words, but one
        // can still be found by the other side of an OR.
        return rows(split, splitMatch) + SearchSQL(" UNION ALL ") + rows(plain, plainMatch)
            + SearchSQL(" AND rowid NOT IN (SELECT rowid FROM \(split))")
    }

    /// A condition on a row `v` of the view.
    func condition(_ node: SearchNode) -> SearchSQL {
        if let matches = matches(node) {
            return SearchSQL("v.key IN (SELECT key FROM (") + matches + SearchSQL("))")
        }
        switch node {
        case .phrase, .near: return SearchSQL("0")
        case .filter(let filter): return condition(filter)
        case .not(let inner):
            // A row that does not say it, such as one without an author, is not excluded.
            return SearchSQL("NOT coalesce(") + condition(inner) + SearchSQL(", 0)")
        case .and(let parts): return SearchSQL.joined(parts.map(condition), by: " AND ", orElse: "1")
        case .or(let parts): return SearchSQL.joined(parts.map(condition), by: " OR ", orElse: "0")
        }
    }

    private func condition(_ filter: SearchNode.Filter) -> SearchSQL {
        switch filter {
        case .site(let text): return SearchSQL("v.site GLOB ?", [.text(SearchSource.pattern(text))])
        case .from(let day): return SearchSQL("\(self.day) >= ?", [.text(day)])
        case .before(let day): return SearchSQL("\(self.day) < ?", [.text(day)])
        case .outlet(let text):
            guard hasByline else { return SearchSQL("0") }
            return SearchSQL("v.outlet GLOB ?", [.text(SearchSource.pattern(text))])
        case .language(let code):
            guard hasByline else { return SearchSQL("0") }
            return SearchSQL("v.language = ?", [.text(code)])
        case .author(let text):
            guard hasByline else { return SearchSQL("0") }
            return SearchSQL(
                "EXISTS (SELECT 1 FROM json_each(v.authors_json) WHERE value GLOB ?)",
                [.text(SearchSource.pattern(text))]
            )
        }
    }

    /// A pattern for GLOB: the text anywhere, in capitals or small letters.
    ///
    /// LIKE ignores the case of ASCII letters only.
    static func pattern(_ text: String) -> String {
        let parts = text.map { character in
            let forms = Set([character.lowercased(), character.uppercased()]).filter { $0.unicodeScalars.count == 1 }
            if forms.count > 1 { return "[" + forms.sorted().joined() + "]" }
            // In a set, only ] and a leading ^ have a meaning.
            return "*?[".contains(character) ? "[\(character)]" : String(character)
        }
        return "*" + parts.joined() + "*"
    }
}
