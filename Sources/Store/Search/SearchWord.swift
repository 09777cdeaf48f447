/// A piece of a query as it is written: a word, a quoted phrase, a field's name, a parenthesis.
struct SearchWord: Equatable {
    enum Kind: Equatable {
        case word(String)
        case phrase(String)
        /// `NEAR(`, whose parenthesis follows at once.
        case near
        /// A name before a colon, which follows at once.
        case field(String)
        case open, close, comma, not
        case and, or
    }

    let kind: Kind
    /// How many Unicode scalars of the query stand before it.
    let place: Int

    /// Divides a query.
    ///
    /// - Parameters:
    ///   - query: As it was given.
    ///   - fields: The names of fields, in small letters. Other names before a colon are part of a word, or a fault where
    ///     they look like a field that was meant.
    /// - Returns: The pieces in order.
    /// - Throws: `SearchFault` for a quote that does not end, and for a field that does not exist.
    static func words(of query: String, fields: [String]) throws(SearchFault) -> [SearchWord] {
        var reader = Reader(query: query, scalars: Array(query.unicodeScalars), fields: fields)
        var words: [SearchWord] = []
        while let word = try reader.next() { words.append(word) }
        return words
    }

    private struct Reader {
        let query: String
        let scalars: [Unicode.Scalar]
        let fields: [String]
        var place = 0
        /// Whether the reader stands between the parentheses of `NEAR`, where a comma is a sign.
        var isInNear = false

        mutating func next() throws(SearchFault) -> SearchWord? {
            while place < scalars.count, isSpace(scalars[place]) { place += 1 }
            guard place < scalars.count else { return nil }
            let start = place
            switch scalars[start] {
            case "(": place += 1; return SearchWord(kind: .open, place: start)
            case ")": place += 1; isInNear = false; return SearchWord(kind: .close, place: start)
            case "," where isInNear: place += 1; return SearchWord(kind: .comma, place: start)
            case "\"": return try phrase()
            case "-" where start + 1 < scalars.count && begins(scalars[start + 1]):
                place += 1
                return SearchWord(kind: .not, place: start)
            default: return try word()
            }
        }

        /// Whether a word, phrase or parenthesis begins so; a dash before it then excludes it.
        private func begins(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "\"" || scalar == "(" || Bigrams.isWordCharacter(scalar)
        }

        private mutating func phrase() throws(SearchFault) -> SearchWord {
            let start = place
            guard let end = scalars[(start + 1)...].firstIndex(of: "\"") else {
                throw SearchFault(message: "this quote does not end", query: query, place: start)
            }
            place = end + 1
            var text = string(start + 1..<end)
            if place < scalars.count, scalars[place] == "*" {
                place += 1
                text += "*"
            }
            return SearchWord(kind: .phrase(text), place: start)
        }

        private mutating func word() throws(SearchFault) -> SearchWord {
            let start = place
            while place < scalars.count, !ends(scalars[place]) {
                if scalars[place] == ":", let field = try field(start..<place) {
                    place += 1
                    return SearchWord(kind: .field(field), place: start)
                }
                place += 1
            }
            let text = string(start..<place)
            let isBeforeParenthesis = place < scalars.count && scalars[place] == "("
            switch text {
            case "AND": return SearchWord(kind: .and, place: start)
            case "OR": return SearchWord(kind: .or, place: start)
            case "NOT": return SearchWord(kind: .not, place: start)
            case "NEAR" where isBeforeParenthesis:
                isInNear = true
                return SearchWord(kind: .near, place: start)
            default:
                guard text == "title" || text == "body", let colon = loneColon() else {
                    return SearchWord(kind: .word(text), place: start)
                }
                place = colon + 1
                return SearchWord(kind: .field(text), place: start)
            }
        }

        /// A colon with a space before it, as FTS5's own queries may have it: `title : ferry`.
        private func loneColon() -> Int? {
            let next = scalars[place...].firstIndex { !isSpace($0) }
            return next.flatMap { $0 > place && scalars[$0] == ":" ? $0 : nil }
        }

        /// NUL too: to SQLite it ends a query.
        private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar.value == 0
        }

        private func ends(_ scalar: Unicode.Scalar) -> Bool {
            isSpace(scalar) || scalar == "(" || scalar == ")" || scalar == "\""
                || scalar == "," && isInNear
        }

        /// The field whose name stands here, before a colon; nil where the colon is part of a word.
        private func field(_ range: Range<Int>) throws(SearchFault) -> String? {
            let name = string(range).lowercased()
            if fields.contains(name) { return name }
            // Times, addresses and the like are words: 10:30, https://…, a:b.
            let next = range.upperBound + 1 < scalars.count ? scalars[range.upperBound + 1] : " "
            guard name.count > 2, name.allSatisfy({ $0.isASCII && $0.isLetter }), next != "/",
                !ends(next) || next == "\""
            else { return nil }
            throw SearchFault(
                message: "there is no field '\(name)'; the fields are \(fields.joined(separator: ", ")). In quotes, "
                    + "\"\(name):\" is words to look for",
                query: query,
                place: range.lowerBound
            )
        }

        private func string(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range].map { $0.value == 0 ? " " : $0 }))
        }
    }
}
