/// A part of a query.
indirect enum SearchNode: Equatable, Sendable {
    /// Words that stand one after the other.
    struct Phrase: Equatable, Sendable {
        let text: String
        /// Whether the last word stands for all words that begin with it.
        var isPrefix = false
    }

    /// A part of a text.
    enum Column: String, Sendable {
        case title, body
    }

    /// A field that is compared as a whole, and not through the full-text index.
    enum Filter: Equatable, Sendable {
        case outlet(String), author(String), site(String), language(String)
        /// On this day or later.
        case from(String)
        /// Before this day.
        case before(String)
    }

    case phrase(Phrase, in: Column?)
    /// Phrases with at most so many words between the first and the last of them.
    case near([Phrase], within: Int, in: Column?)
    case filter(Filter)
    case and([SearchNode])
    case or([SearchNode])
    case not(SearchNode)

    /// Whether it holds words in a script that is written without spaces.
    var holdsUnspacedWords: Bool {
        switch self {
        case .phrase(let phrase, _): Bigrams.areNeeded(phrase.text)
        case .near(let phrases, _, _): phrases.contains { Bigrams.areNeeded($0.text) }
        case .filter: false
        case .and(let parts), .or(let parts): parts.contains(where: \.holdsUnspacedWords)
        case .not(let part): part.holdsUnspacedWords
        }
    }

    /// The words that a text is found by, without those that it must not hold.
    var wantedPhrases: [Phrase] {
        switch self {
        case .phrase(let phrase, _): [phrase]
        case .near(let phrases, _, _): phrases
        case .and(let parts), .or(let parts): parts.flatMap(\.wantedPhrases)
        case .filter, .not: []
        }
    }

    /// The same as FTS5 takes it (sqlite.org/fts5.html, "Full-text Query Syntax").
    ///
    /// - Parameter split: Whether the index holds texts split by `Bigrams`.
    /// - Returns: nil where a full-text index alone cannot tell: for filters, and where nothing is wanted but only
    ///   something excluded.
    func match(split: Bool) -> String? {
        switch self {
        case .phrase(let phrase, let column):
            return SearchNode.within(column, SearchNode.quoted(phrase, split: split))
        case .near(let phrases, let distance, let column):
            let words = phrases.map { SearchNode.quoted($0, split: split) }.joined(separator: " ")
            return SearchNode.within(column, "NEAR(\(words), \(distance))")
        case .filter, .not: return nil
        case .or(let parts):
            let matches = parts.compactMap { $0.match(split: split) }
            return matches.count == parts.count ? "(" + matches.joined(separator: " OR ") + ")" : nil
        case .and(let parts):
            var wanted: [String] = []
            var unwanted: [String] = []
            for part in parts {
                let inner = if case .not(let excluded) = part { excluded } else { part }
                guard let match = inner.match(split: split) else { return nil }
                if inner == part { wanted.append(match) } else { unwanted.append(match) }
            }
            guard !wanted.isEmpty else { return nil }
            let all = "(" + wanted.joined(separator: " AND ") + ")"
            return unwanted.isEmpty ? all : "(\(all) NOT (\(unwanted.joined(separator: " OR "))))"
        }
    }

    private static func within(_ column: Column?, _ match: String) -> String {
        column.map { "\($0.rawValue) : \(match)" } ?? match
    }

    /// A phrase in quotes, so that FTS5 reads no character of it as an operator.
    private static func quoted(_ phrase: Phrase, split: Bool) -> String {
        let (text, endsOpen) = split ? Bigrams.phrase(phrase.text) : (phrase.text, false)
        let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        // A word inside a run is found without its beginning and its end anyway.
        let isPrefix = endsOpen || phrase.isPrefix && !(split && Bigrams.endsInRun(phrase.text))
        return "\"\(doubled)\"" + (isPrefix ? "*" : "")
    }
}
