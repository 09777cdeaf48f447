import Pages

/// Makes a tree of a query's words.
///
///     either = all ("OR" all)*
///     all    = part (["AND"] part)*
///     part   = ("-" | "NOT") part | field part | "(" either ")" | "NEAR(" phrase+ ["," number] ")" | phrase
struct SearchParser {
    static let fields = ["title", "body", "outlet", "author", "site", "lang", "after", "before", "kind"]
    /// FTS5 and SQLite refuse expressions that are very deep or long; no person writes such a one.
    private static let mostWords = 200
    private static let deepest = 40

    private let query: String
    private let words: [SearchWord]
    private var next = 0
    private var depth = 0
    private var kind: SearchQuery.Kind?

    init(_ query: String) throws(SearchFault) {
        self.query = query
        words = try SearchWord.words(of: query, fields: SearchParser.fields)
        if words.count > SearchParser.mostWords {
            throw fault("more than \(SearchParser.mostWords) words", words[SearchParser.mostWords].place)
        }
    }

    mutating func parse() throws(SearchFault) -> (root: SearchNode, kind: SearchQuery.Kind) {
        let root = try either(in: nil)
        if next < words.count { throw fault("nothing was opened that this closes", words[next].place) }
        // `kind:` stands for the whole query and leaves no condition behind.
        guard let root = root ?? (kind == nil ? nil : .and([])) else { throw fault("there is no word to look for", 0) }
        return (root, kind ?? .article)
    }

    /// - Parameter field: What stands before the parenthesis; nil for none.
    /// - Returns: nil where nothing is left to look for, as in "& …".
    /// - Throws: `SearchFault`.
    private mutating func either(in field: String?) throws(SearchFault) -> SearchNode? {
        depth += 1
        defer { depth -= 1 }
        if depth > SearchParser.deepest { throw fault("parentheses are too deep", words[max(0, next - 1)].place) }
        var parts: [SearchNode] = []
        if let first = try all(in: field) { parts.append(first) }
        while next < words.count, words[next].kind == .or {
            let place = words[next].place
            let isFirst = parts.isEmpty
            next += 1
            guard !isFirst, let part = try all(in: field) else {
                throw fault("OR needs words on both sides", place)
            }
            parts.append(part)
        }
        return parts.count > 1 ? .or(parts) : parts.first
    }

    private mutating func all(in field: String?) throws(SearchFault) -> SearchNode? {
        var parts: [SearchNode] = []
        while next < words.count {
            switch words[next].kind {
            case .or, .close:
                return parts.count > 1 ? .and(parts) : parts.first
            case .and:
                let place = words[next].place
                next += 1
                let isLast = next == words.count || [.or, .and, .close].contains(words[next].kind)
                if parts.isEmpty || isLast { throw fault("AND needs words on both sides", place) }
            default:
                if let part = try part(in: field) { parts.append(part) }
            }
        }
        return parts.count > 1 ? .and(parts) : parts.first
    }

    private mutating func part(in field: String?) throws(SearchFault) -> SearchNode? {
        let word = words[next]
        next += 1
        switch word.kind {
        case .word(let text), .phrase(let text): return try leaf(text, word, in: field)
        case .not:
            guard next < words.count, ![.or, .and, .close, .comma].contains(words[next].kind) else {
                throw fault("nothing follows that is to be excluded", word.place)
            }
            depth += 1
            defer { depth -= 1 }
            if depth > SearchParser.deepest { throw fault("it excludes too often", word.place) }
            return try part(in: field).map(SearchNode.not)
        case .field(let name):
            if field != nil { throw fault("a field cannot stand within another one", word.place) }
            let follows = next < words.count ? words[next].kind : .or
            guard ![.or, .and, .close, .comma, .not].contains(follows) else {
                throw fault("nothing follows that \(name): is to hold", word.place)
            }
            return try part(in: name)
        case .open:
            let inner = try either(in: field)
            guard next < words.count else { throw fault("this parenthesis does not end", word.place) }
            next += 1
            return inner
        case .near: return try near(word, in: field)
        case .close, .comma, .and, .or: throw fault("a word is missing before this", word.place)
        }
    }

    /// A word or phrase, or the value of a field.
    private mutating func leaf(_ text: String, _ word: SearchWord, in field: String?) throws(SearchFault) -> SearchNode?
    {
        switch field {
        case nil, "title", "body":
            let column = field.flatMap(SearchNode.Column.init)
            return phrase(text).map { .phrase($0, in: column) }
        case "outlet": return .filter(.outlet(text))
        case "author": return .filter(.author(text))
        case "site": return .filter(.site(text))
        case "lang": return .filter(.language(text.lowercased()))
        case "after": return .filter(.from(try firstDay(text, word.place)))
        case "before": return .filter(.before(try firstDay(text, word.place)))
        default:
            guard let named = SearchQuery.Kind(rawValue: text.lowercased()) else {
                throw fault("'\(text)' is no kind: article, teaser or any", word.place)
            }
            if depth > 1 || kind != nil { throw fault("kind: stands once, and for the whole query", word.place) }
            kind = named
            return nil
        }
    }

    /// - Returns: nil where it holds no letter and no digit, so that there is nothing to look for.
    private func phrase(_ text: String) -> SearchNode.Phrase? {
        let isPrefix = text.hasSuffix("*")
        let bare = isPrefix ? String(text.dropLast()) : text
        guard bare.unicodeScalars.contains(where: Bigrams.isWordCharacter) else { return nil }
        return SearchNode.Phrase(text: bare, isPrefix: isPrefix)
    }

    private mutating func near(_ word: SearchWord, in field: String?) throws(SearchFault) -> SearchNode {
        let column = field.flatMap(SearchNode.Column.init)
        if field != nil, column == nil { throw fault("NEAR looks into title and body only", word.place) }
        next += 1
        var phrases: [SearchNode.Phrase] = []
        // As in FTS5.
        var distance = 10
        while next < words.count {
            let inner = words[next]
            next += 1
            switch inner.kind {
            case .word(let text), .phrase(let text):
                if let phrase = phrase(text) { phrases.append(phrase) }
            case .comma where next < words.count:
                guard case .word(let text) = words[next].kind, let number = Int(text), (0...10_000).contains(number)
                else {
                    throw fault("the greatest distance, in words, is a number up to 10000", words[next].place)
                }
                distance = number
                next += 1
                guard next < words.count, words[next].kind == .close else {
                    throw fault("after the distance NEAR ends with )", word.place)
                }
            case .close where phrases.count > 1: return .near(phrases, within: distance, in: column)
            case .close: throw fault("NEAR needs two words", word.place)
            default: throw fault("NEAR holds words and phrases only", inner.place)
            }
        }
        throw fault("this NEAR does not end with )", word.place)
    }

    private func firstDay(_ text: String, _ place: Int) throws(SearchFault) -> String {
        guard let days = CalendarDate.days(named: text) else {
            throw fault("'\(text)' is no date; write 2026, 2026-03 or 2026-03-04", place)
        }
        return days.lowerBound.text
    }

    private func fault(_ message: String, _ place: Int) -> SearchFault {
        SearchFault(message: message, query: query, place: place)
    }
}
