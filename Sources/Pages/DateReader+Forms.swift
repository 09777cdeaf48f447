extension DateReader {
    /// The date that begins at a token, and the index of the first token behind it.
    static func date(at index: Int, in tokens: [Token]) -> (Found, next: Int)? {
        if isInsideNumber(index, tokens) { return nil }
        return yearFirst(index, tokens) ?? signed(index, tokens) ?? figures(index, tokens)
            ?? dayThenMonth(index, tokens) ?? monthThenDay(index, tokens)
    }

    /// Whether a token goes on with a longer number: the figures of 1.10.2.2026 are not a date's figures.
    private static func isInsideNumber(_ index: Int, _ tokens: [Token]) -> Bool {
        func isNumber(_ index: Int) -> Bool {
            index >= 0 && tokens[index].number(digits: 1...999) != nil
                && tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
        }
        guard index > 0, tokens[index].number(digits: 1...999) != nil else { return false }
        if isNumber(index - 1) { return true }
        return isSeparator(tokens[index - 1])
            && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound && isNumber(index - 2)
    }

    /// `2026-01-27`, `2026/1/27`, `2026.01.27`.
    private static func yearFirst(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let year = tokens[index].number(digits: 4...4),
            isSeparator(tokens[index + 1]), let month = tokens[index + 2].number(digits: 1...2),
            isSame(tokens[index + 1], tokens[index + 3]), let day = tokens[index + 4].number(digits: 1...2),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return found(.day(date), index, index + 5, tokens)
    }

    /// `2026年1月27日`, `2026년 1월 27일`.
    private static func signed(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 5 < tokens.count, let year = tokens[index].number(digits: 4...4),
            tokens[index + 1].isSymbol("年") || tokens[index + 1].isSymbol("년"),
            let month = tokens[index + 2].number(digits: 1...2),
            tokens[index + 3].isSymbol("月") || tokens[index + 3].isSymbol("월"),
            let day = tokens[index + 4].number(digits: 1...2),
            tokens[index + 5].isSymbol("日") || tokens[index + 5].isSymbol("일"),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return found(.day(date), index, index + 6, tokens)
    }

    /// `24.01.2026`, `01/24/2026`, `24-01-2026`.
    private static func figures(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let first = tokens[index].number(digits: 1...2),
            isSeparator(tokens[index + 1]), let second = tokens[index + 2].number(digits: 1...2),
            isSame(tokens[index + 1], tokens[index + 3]), let year = tokens[index + 4].number(digits: 4...4)
        else { return nil }
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        // Dots mean that the day comes first: no country writes the month first and dots behind it.
        let monthFirst =
            tokens[index + 1].isSymbol(".") ? nil : CalendarDate(year: year, month: first, day: second)
        switch (dayFirst, monthFirst) {
        case (let day?, nil): return found(.day(day), index, index + 5, tokens, proves: .dayFirst)
        case (nil, let day?): return found(.day(day), index, index + 5, tokens, proves: .monthFirst)
        case (let one?, let other?):
            return found(.either(dayFirst: one, monthFirst: other), index, index + 5, tokens)
        case (nil, nil): return nil
        }
    }

    /// `27 January 2026`, `27th of January, 2026`, `27. Januar 2026`, `27 de enero de 2026`, `1er mars 2026`.
    private static func dayThenMonth(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard let day = tokens[index].number(digits: 1...2) else { return nil }
        var next = index + 1
        if next < tokens.count, let word = tokens[next].word, ordinals.contains(word) { next += 1 }
        if next < tokens.count, isOrdinalSign(tokens[next]) { next += 1 }
        skipJoin(&next, tokens)
        guard next < tokens.count, let word = tokens[next].word, let month = months[word] else { return nil }
        next += 1
        if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
        skipJoin(&next, tokens)
        guard next < tokens.count, let year = year(at: next, tokens),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return found(.day(date), index, next + 1, tokens)
    }

    /// `January 27, 2026`, `Jan. 27th 2026`.
    private static func monthThenDay(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard let word = tokens[index].word, let month = months[word] else { return nil }
        var next = index + 1
        if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
        guard next < tokens.count, let day = tokens[next].number(digits: 1...2) else { return nil }
        next += 1
        if next < tokens.count, let word = tokens[next].word, ordinals.contains(word) { next += 1 }
        if next < tokens.count, tokens[next].isSymbol(",") { next += 1 }
        guard next < tokens.count, let year = year(at: next, tokens),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return found(.day(date), index, next + 1, tokens)
    }

    /// A year's four figures; a time of day may stand right behind them where a page's parts were run together.
    private static func year(at index: Int, _ tokens: [Token]) -> Int? {
        if let year = tokens[index].number(digits: 4...4) { return year }
        guard index + 1 < tokens.count, tokens[index + 1].isSymbol(":"),
            case .number(let value, let digits) = tokens[index].kind, digits == 5 || digits == 6
        else { return nil }
        return digits == 5 ? value / 10 : value / 100
    }

    private static func found(
        _ reading: Reading,
        _ first: Int,
        _ next: Int,
        _ tokens: [Token],
        proves order: Order? = nil
    ) -> (Found, next: Int) {
        let range = tokens[first].range.lowerBound..<tokens[next - 1].range.upperBound
        return (Found(range: range, reading: reading, proves: order, at: nil), next)
    }

    /// Skips one comma or one word such as "of", "de" between the parts of a date.
    private static func skipJoin(_ index: inout Int, _ tokens: [Token]) {
        guard index < tokens.count else { return }
        if tokens[index].isSymbol(",") {
            index += 1
        } else if let word = tokens[index].word, joins.contains(word) {
            index += 1
        }
    }

    private static func isSeparator(_ token: Token) -> Bool {
        token.isSymbol("-") || token.isSymbol(".") || token.isSymbol("/")
    }

    private static func isSame(_ one: Token, _ other: Token) -> Bool {
        if case .symbol(let first) = one.kind, case .symbol(let second) = other.kind { first == second } else { false }
    }

    private static func isOrdinalSign(_ token: Token) -> Bool {
        token.isSymbol(".") || token.isSymbol("º") || token.isSymbol("°")
    }
}
