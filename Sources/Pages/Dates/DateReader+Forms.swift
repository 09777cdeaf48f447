extension DateReader {
    /// The date that begins at a token, and the index of the first token after it.
    static func date(at index: Int, in tokens: [Token]) -> (Found, next: Int)? {
        if isInsideNumber(index, tokens) { return nil }
        switch tokens[index].kind {
        case .symbol: return nil
        case .word: return monthThenDay(index, tokens)
        case .number:
            return tokens[index].digits >= 4
                ? yearFirst(index, tokens) ?? signed(index, tokens) ?? yearThenMonth(index, tokens)
                : figures(index, tokens) ?? dayThenMonth(index, tokens) ?? short(index, tokens)
        }
    }

    /// Whether a token continues a longer number that begins before it: no part of 1.10.2.2026 is a date.
    private static func isInsideNumber(_ index: Int, _ tokens: [Token]) -> Bool {
        func isNumber(_ index: Int) -> Bool {
            index >= 0 && tokens[index].kind == .number
                && tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
        }
        guard index > 0, tokens[index].kind == .number else { return false }
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
        return found(.day(date), from: index, to: index + 5, in: tokens)
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
        return found(.day(date), from: index, to: index + 6, in: tokens)
    }

    /// `2026. január 27.`, `2026 January 27`.
    private static func yearThenMonth(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard let year = tokens[index].number(digits: 4...4) else { return nil }
        var next = index + 1
        if next < tokens.count, tokens[next].isSymbol(".") || tokens[next].isSymbol(",") { next += 1 }
        guard next < tokens.count, let month = tokens[next].month else { return nil }
        next += 1
        if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
        guard next < tokens.count, let day = tokens[next].number(digits: 1...2),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        // In "June 2019 July 4, 2020" the day belongs to the second year, and in "2020 March 10:30" it is an hour: no
        // year and no colon may follow.
        let after = next + 1 < tokens.count && tokens[next + 1].isSymbol(",") ? next + 2 : next + 1
        if after < tokens.count, tokens[after].number(digits: 4...4) != nil || tokens[after].isSymbol(":") {
            return nil
        }
        return found(.day(date), from: index, to: next + 1, in: tokens)
    }

    /// `24.01.26`, `11/20/19`: a year of two digits; with dots the day comes first.
    private static func short(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let first = tokens[index].number(digits: 1...2),
            tokens[index + 1].isSymbol(".") || tokens[index + 1].isSymbol("/"),
            let second = tokens[index + 2].number(digits: 1...2), isSame(tokens[index + 1], tokens[index + 3]),
            let figures = tokens[index + 4].number(digits: 2...2),
            tokens[index + 1].isSymbol("/") || tokens[index].digits + tokens[index + 2].digits == 4,
            // It has no spaces, and no further number follows: "1. 2. 10" is a list, and 1.2.10.4 is a version.
            tokens[index].range.upperBound + 1 == tokens[index + 2].range.lowerBound,
            tokens[index + 2].range.upperBound + 1 == tokens[index + 4].range.lowerBound,
            !(index + 5 < tokens.count && isSame(tokens[index + 1], tokens[index + 5]))
        else { return nil }
        let year = figures < 70 ? 2000 + figures : 1900 + figures
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let monthFirst = tokens[index + 1].isSymbol(".") ? nil : CalendarDate(year: year, month: first, day: second)
        let meaning: Meaning
        switch (dayFirst, monthFirst) {
        case (let day?, nil), (nil, let day?): meaning = .day(day)
        case (let one?, let other?): meaning = .either(dayFirst: one, monthFirst: other)
        case (nil, nil): return nil
        }
        var (date, next) = found(meaning, from: index, to: index + 5, in: tokens)
        date.isShort = true
        return (date, next)
    }

    /// `24.01.2026`, `01/24/2026`, `24-01-2026`.
    private static func figures(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let first = tokens[index].number(digits: 1...2),
            isSeparator(tokens[index + 1]), let second = tokens[index + 2].number(digits: 1...2),
            isSame(tokens[index + 1], tokens[index + 3]), let year = tokens[index + 4].number(digits: 4...4)
        else { return nil }
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let monthFirst = CalendarDate(year: year, month: first, day: second)
        let hasDots = tokens[index + 1].isSymbol(".")
        switch (dayFirst, monthFirst) {
        case (let day?, nil): return found(.day(day), from: index, to: index + 5, in: tokens, proves: .dayFirst)
        // With dots the day comes first wherever that gives a day: no country writes the month first with dots, but
        // some designers do.
        case (let day?, _) where hasDots:
            return found(.day(day), from: index, to: index + 5, in: tokens, proves: .dayFirst)
        case (nil, let day?): return found(.day(day), from: index, to: index + 5, in: tokens, proves: .monthFirst)
        case (let one?, let other?):
            return found(.either(dayFirst: one, monthFirst: other), from: index, to: index + 5, in: tokens)
        case (nil, nil): return nil
        }
    }

    /// `27 January 2026`, `27th of January, 2026`, `27. Januar 2026`, `27 de enero de 2026`, `1er mars 2026`.
    private static func dayThenMonth(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard let day = tokens[index].number(digits: 1...2) else { return nil }
        var next = index + 1
        if next < tokens.count, tokens[next].has(.ordinal), tokens[next].month == nil { next += 1 }
        if next < tokens.count, isOrdinalSign(tokens[next]) { next += 1 }
        skipJoin(&next, tokens)
        guard let month = month(&next, tokens) else { return nil }
        if next < tokens.count, tokens[next].isSymbol(".") || tokens[next].isSymbol("\u{2019}") { next += 1 }
        skipJoin(&next, tokens)
        guard next < tokens.count, let year = year(at: next, tokens),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return found(.day(date), from: index, to: next + 1, in: tokens)
    }

    /// `January 27, 2026`, `Jan. 27th 2026`.
    private static func monthThenDay(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard let month = tokens[index].month else { return nil }
        var next = index + 1
        if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
        guard next < tokens.count, let day = tokens[next].number(digits: 1...2) else { return nil }
        next += 1
        if next < tokens.count, tokens[next].has(.ordinal), tokens[next].month == nil { next += 1 }
        if next < tokens.count, tokens[next].isSymbol(",") { next += 1 }
        guard next < tokens.count, let year = year(at: next, tokens),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return found(.day(date), from: index, to: next + 1, in: tokens)
    }

    /// Reads a month by its name, or by the word for "month" and its number: `tháng 10`.
    private static func month(_ next: inout Int, _ tokens: [Token]) -> Int? {
        guard next < tokens.count else { return nil }
        if let month = tokens[next].month {
            next += 1
            return month
        }
        guard tokens[next].has(.monthSign), next + 1 < tokens.count,
            let month = tokens[next + 1].number(digits: 1...2)
        else { return nil }
        next += 2
        if next < tokens.count, tokens[next].has(.yearSign) { next += 1 }
        return month
    }

    /// A year of four digits.
    ///
    /// Where parts of a page were joined without a space, the hour of a time follows it directly: `202619:20`.
    private static func year(at index: Int, _ tokens: [Token]) -> Int? {
        if let year = tokens[index].number(digits: 4...4) { return year }
        guard index + 1 < tokens.count, tokens[index + 1].isSymbol(":"),
            let value = tokens[index].number(digits: 5...6)
        else { return nil }
        return tokens[index].digits == 5 ? value / 10 : value / 100
    }

    private static func found(
        _ meaning: Meaning,
        from first: Int,
        to next: Int,
        in tokens: [Token],
        proves order: Order? = nil
    ) -> (Found, next: Int) {
        let range = tokens[first].range.lowerBound..<tokens[next - 1].range.upperBound
        return (Found(range: range, meaning: meaning, proves: order, at: nil), next)
    }

    /// Skips one comma, or one word such as "of" or "de", between the parts of a date.
    private static func skipJoin(_ index: inout Int, _ tokens: [Token]) {
        guard index < tokens.count else { return }
        if tokens[index].isSymbol(",") {
            index += 1
        } else if tokens[index].has(.dateJoin) {
            index += 1
        }
    }

    private static func isSeparator(_ token: Token) -> Bool {
        token.isSymbol("-") || token.isSymbol(".") || token.isSymbol("/")
    }

    private static func isSame(_ one: Token, _ other: Token) -> Bool {
        one.kind == .symbol && other.kind == .symbol && one.value == other.value
    }

    private static func isOrdinalSign(_ token: Token) -> Bool {
        token.isSymbol(".") || token.isSymbol("º") || token.isSymbol("°")
    }
}
