extension DateReader {
    /// A date among a line's tokens.
    struct Span {
        let first: Int
        /// The index of the first token after it.
        let next: Int
        /// Nil for a date of a calendar that is not converted; it only belongs to the date beside it.
        let found: Found?
    }

    /// Extends the range of each date to all that belongs to it: the weekday, the time of day, words such as "г." and
    /// `พ.ศ.`, and the same day in another calendar.
    static func withSurroundings(_ spans: [Span], in tokens: [Token]) -> [Found] {
        var all: [Found] = []
        var floor = 0
        for index in spans.indices {
            guard var date = spans[index].found else { continue }
            func limit(_ index: Int) -> Int { index + 1 < spans.count ? spans[index + 1].first : tokens.count }
            var first = spans[index].first
            var clock: Clock?
            var next = after(spans[index].next, tokens, limit(index), &clock)
            if index + 1 < spans.count, spans[index + 1].found == nil, isBridge(next..<spans[index + 1].first, tokens) {
                next = after(spans[index + 1].next, tokens, limit(index + 1), &clock)
            }
            first = before(first, tokens, floor, &clock)
            if index > 0, spans[index - 1].found == nil, spans[index - 1].first >= floor,
                isBridge(spans[index - 1].next..<max(first, spans[index - 1].next), tokens)
            {
                first = before(spans[index - 1].first, tokens, floor, &clock)
            }
            date.range = tokens[first].range.lowerBound..<max(tokens[next - 1].range.upperBound, clock?.end ?? 0)
            if let clock, let offset = clock.minutesFromUTC, case .day(let day) = date.meaning {
                date.at = moment(day, clock: clock, minutesFromUTC: offset)
            }
            // Languages that announce a date with a word of its own, such as Vietnamese, write the day first.
            if case .either(let dayFirst, _) = date.meaning, tokens[first..<spans[index].first].contains(where: isMark)
            {
                date = Found(range: date.range, meaning: .day(dayFirst), proves: nil, at: nil, isShort: date.isShort)
            }
            floor = next
            all.append(date)
        }
        return all
    }

    /// The index after all tokens that belong to a date and stand after it.
    private static func after(_ start: Int, _ tokens: [Token], _ limit: Int, _ clock: inout Clock?) -> Int {
        var next = start
        for _ in 0..<mostParts where next < limit {
            // The full stop of "2026. március 2., hétfő" and "2. ožujka 2026. u 10:05".
            let at = tokens[next].isSymbol(".") && next + 1 < limit ? next + 1 : next
            if clock == nil, let found = DateReader.clock(at: at, in: tokens), found.next <= limit {
                clock = found
                next = found.next
            } else if let end = mark(at: at, tokens) ?? bracket(at: at, tokens) ?? weekday(after: at, tokens),
                end <= limit
            {
                next = end
            } else if clock?.next == next, tokens[next].isSymbol(")") {
                next += 1
            } else {
                return next
            }
        }
        return next
    }

    /// The index of the first token that belongs to a date and stands before it.
    private static func before(_ start: Int, _ tokens: [Token], _ floor: Int, _ clock: inout Clock?) -> Int {
        var first = start
        for _ in 0..<mostParts where first > floor {
            var index = first - 1
            for _ in 0..<2 where index > floor && signsBefore.contains(where: tokens[index].isSymbol) { index -= 1 }
            // Hebrew joins the word for "on" to a number: `ב-2 במרץ`.
            if index > floor, tokens[index].isSymbol("-"), isMark(tokens[index - 1]),
                tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
            {
                index -= 1
            }
            if let found = weekdayOrMark(endingAt: index, tokens, floor), index < first - 1 || !needsSign(tokens[index])
            {
                first = found
            } else if clock == nil, let (begin, found) = DateReader.clock(before: first, floor, tokens) {
                clock = found
                // Its range ends where the date's does.
                clock?.end = 0
                first = begin
            } else {
                return first
            }
        }
        return first
    }

    /// The index of a weekday, or of a word such as `วันที่`, that ends at a token.
    private static func weekdayOrMark(endingAt index: Int, _ tokens: [Token], _ floor: Int) -> Int? {
        let token = tokens[index]
        if token.kind == .word, index > floor, opensWeekday(tokens[index - 1]) { return index - 1 }
        if token.isSymbol("日") || token.isSymbol("일"), index > floor, tokens[index - 1].has(.weekday) {
            let isWritten =
                index - 1 > floor && tokens[index - 2].kind == .symbol && isDateSign(tokens[index - 2].first)
            return isWritten ? index - 2 : index - 1
        }
        if token.has(.weekday), index > floor, tokens[index - 1].kind == .symbol, isDateSign(tokens[index - 1].first) {
            return index - 1
        }
        if token.has(.weekday) {
            // "segunda-feira"
            let isDouble = index > floor + 1 && tokens[index - 1].isSymbol("-") && tokens[index - 2].has(.weekday)
            return isDouble ? index - 2 : index
        }
        return isMark(token) ? index : nil
    }

    /// Whether a word before a date belongs to it and says nothing.
    ///
    /// "Published" is none, since it tells what the date is; `D.` may be a name's initial.
    private static func isMark(_ token: Token) -> Bool {
        token.has(.dateMark) && !token.has([.mark, .update, .weekday]) && (token.first >= 0x80 || token.range.count > 2)
    }

    /// The index after a word that follows a date and belongs to it: `г.`, `м.`, `هـ`.
    private static func mark(at index: Int, _ tokens: [Token]) -> Int? {
        var next = index
        guard tokens[next].has([.dateMark, .yearSign]), !tokens[next].has([.mark, .update]),
            !opensWeekday(tokens[next]), !needsSign(tokens[next]), !tokens[next].isCapital
        else { return nil }
        next += 1
        return next < tokens.count && tokens[next].isSymbol(".") ? next + 1 : next
    }

    /// The index after brackets with nothing but a weekday or the year of an era in them: `(월)`, `（月・祝）`.
    private static func bracket(at index: Int, _ tokens: [Token]) -> Int? {
        guard isOpening(tokens[index]) else { return nil }
        var belongs = false
        for next in index + 1..<min(tokens.count, index + 10) {
            let token = tokens[next]
            if isClosing(token) { return belongs ? next + 1 : nil }
            switch token.kind {
            case .word:
                guard token.has([.weekday, .dateMark, .yearSign]) || token.meaning.calendar?.isEra == true else {
                    return nil
                }
                belongs = true
            case .symbol:
                let isDay = isDateSign(token.first)
                guard isDay || token.isSymbol("・") || token.isSymbol("·") || token.isSymbol(".") else { return nil }
                belongs = belongs || isDay
            case .number: guard token.digits <= 4 else { return nil }
            }
        }
        return nil
    }

    /// The index after a weekday that stands after a date, perhaps after a comma or a dash.
    ///
    /// In "3 March 2026 Friday Night Lights" the word belongs to a name.
    private static func weekday(after index: Int, _ tokens: [Token]) -> Int? {
        var next = index
        if signsAfter.contains(where: tokens[next].isSymbol) { next += 1 }
        guard next < tokens.count else { return nil }
        if opensWeekday(tokens[next]) {
            return next + 1 < tokens.count && tokens[next + 1].kind == .word ? next + 2 : nil
        }
        let isSigned = tokens[next].kind == .symbol && isDateSign(tokens[next].first)
        if isSigned { next += 1 }
        guard next < tokens.count, tokens[next].has(.weekday), !needsSign(tokens[next]) else { return nil }
        next += 1
        if next + 1 < tokens.count, tokens[next].isSymbol("-"), tokens[next + 1].has(.weekday) { next += 2 }
        if next < tokens.count, tokens[next].isSymbol("日") || tokens[next].isSymbol("일") { next += 1 }
        if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
        guard next < tokens.count, tokens[next].isCapital else { return next }
        return tokens[next].has([.clockJoin, .dateMark]) ? next : nil
    }

    /// Whether a word is the first of the two words of a weekday: `thứ hai`, `יום שני`.
    private static func opensWeekday(_ token: Token) -> Bool {
        token.has(.dateMark) && token.has(.ordinal)
    }

    /// Whether a word is a weekday only with a sign between it and the date: in "C'est la Vie 4 March 2026" it is none.
    private static func needsSign(_ token: Token) -> Bool {
        token.has(.dateMark) && token.has(.weekday)
    }

    /// Whether the tokens between two dates only join them: `/`, `-`, `الموافق`.
    private static func isBridge(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        range.count <= 5
            && range.allSatisfy { index in
                bridgeSigns.contains(where: tokens[index].isSymbol)
                    || tokens[index].has([.dateMark, .yearSign]) && !tokens[index].has([.mark, .update])
            }
    }

    static func isOpening(_ token: Token) -> Bool { token.isSymbol("(") || token.isSymbol("（") || token.isSymbol("[") }
    static func isClosing(_ token: Token) -> Bool { token.isSymbol(")") || token.isSymbol("）") || token.isSymbol("]") }

    /// The most parts on either side of a date that belong to it.
    private static let mostParts = 8
    private static let signsBefore: [Unicode.Scalar] = [",", ".", "،", ":", "：", "、", "'", "׳", "’"]
    private static let signsAfter: [Unicode.Scalar] = [",", "-", "–", "—", "،", "、", "·", "•"]
    private static let bridgeSigns: [Unicode.Scalar] = [
        ",", "،", "-", "–", "—", "/", "|", "(", ")", "（", "）", "•", "·", "।", ".", "=",
    ]
}
