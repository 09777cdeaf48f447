extension DateReader {
    /// The date that begins at a token, and the index of the first token after it.
    static func date(at index: Int, in tokens: [Token]) -> (Found, next: Int)? {
        if isInsideNumber(index, tokens) { return nil }
        // A token is copied only where its kind alone does not decide.
        switch tokens[index].kind {
        case .symbol: return era(index, tokens)
        case .word:
            let token = tokens[index]
            guard token.meaning.number != nil || token.meaning.calendar != nil || token.has(.monthSign) else {
                return token.range.count == 1 ? letterEra(index, tokens) : nil
            }
            return token.meaning.calendar?.isEra == true ? era(index, tokens) : monthThenDay(index, tokens)
        case .number:
            return tokens[index].digits >= 4
                ? yearFirst(index, tokens) ?? signed(index, tokens) ?? yearThenMonth(index, tokens)
                : figures(index, tokens) ?? joinedMonth(index, tokens) ?? dayThenMonth(index, tokens)
                    ?? short(index, tokens) ?? monthSigned(index, tokens) ?? minguoFigures(index, tokens)
        }
    }

    /// The index after a date of a calendar that is not converted; nil where none begins at a token.
    ///
    /// Such a date is looked for so that it is not taken for names where it stands beside one that is read.
    static func unread(at index: Int, in tokens: [Token]) -> Int? {
        if isInsideNumber(index, tokens) { return nil }
        if let next = unreadFigures(index, tokens) { return next }
        var next = index
        if tokens[next].kind == .number {
            guard tokens[next].digits <= 4 else { return nil }
            next += 1
            if next < tokens.count, tokens[next].has(.ordinal), tokens[next].meaning.number == nil { next += 1 }
            skipJoin(&next, tokens)
        }
        guard let month = monthName(&next, tokens), month.calendar == .unread else { return nil }
        var end = next
        var numbers = 0
        // A year, or a day and a year.
        while numbers < 2, next < tokens.count {
            if tokens[next].kind == .number {
                guard tokens[next].digits <= 4 else { break }
                numbers += 1
                next += 1
                end = next
            } else if isComma(tokens[next]) || tokens[next].has(.dateJoin) {
                next += 1
            } else {
                break
            }
        }
        return end > index + 1 ? end : nil
    }

    /// `1447/09/13`, `13-9-1447`: by the moon, or by the calendar of Nepal.
    private static func unreadFigures(_ index: Int, _ tokens: [Token]) -> Int? {
        guard index + 4 < tokens.count, tokens[index].kind == .number, isSeparator(tokens[index + 1]),
            tokens[index + 2].number(digits: 1...2) != nil, isSame(tokens[index + 1], tokens[index + 3]),
            tokens[index + 4].kind == .number
        else { return nil }
        let year = tokens[index].digits == 4 ? tokens[index] : tokens[index + 4]
        guard year.digits == 4, (1300...1500).contains(year.value) || isNepali(year) else { return nil }
        return index + 5
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

    /// `2026-01-27`, `2026/1/27`, `2026.01.27`, `۱۴۰۴/۱۲/۱۱`.
    private static func yearFirst(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, tokens[index].digits == 4,
            isSeparator(tokens[index + 1]), let month = tokens[index + 2].number(digits: 1...2),
            isSame(tokens[index + 1], tokens[index + 3]), let day = tokens[index + 4].number(digits: 1...2),
            let date = dayInFigures(tokens[index], month: month, day: day)
        else { return nil }
        return found(.day(date), from: index, to: index + 5, in: tokens)
    }

    /// `24.01.26`, `11/20/19`: a year of two digits; with dots the day comes first.
    private static func short(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let first = tokens[index].number(digits: 1...2),
            tokens[index + 1].isSymbol(".") || tokens[index + 1].isSymbol("/"),
            let second = tokens[index + 2].number(digits: 1...2), isSame(tokens[index + 1], tokens[index + 3]),
            let figures = tokens[index + 4].number(digits: 2...2),
            // "2.3.26" may be a version too, and is a day only where nothing else stands on the line.
            tokens[index + 1].isSymbol("/") || tokens[index].digits + tokens[index + 2].digits == 4
                || isAlone(index, to: index + 5, tokens),
            // It has no spaces, and no further number follows: "1. 2. 10" is a list, and 1.2.10.4 is a version.
            tokens[index].range.upperBound + 1 == tokens[index + 2].range.lowerBound,
            tokens[index + 2].range.upperBound + 1 == tokens[index + 4].range.lowerBound,
            !(index + 5 < tokens.count && isSame(tokens[index + 1], tokens[index + 5]))
        else { return nil }
        let year = figures < 70 ? 2000 + figures : 1900 + figures
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let isDayFirst = tokens[index + 1].isSymbol(".") || tokens[index].isNative
        let monthFirst = isDayFirst ? nil : CalendarDate(year: year, month: first, day: second)
        let meaning: Meaning
        switch (dayFirst, monthFirst) {
        case (let day?, nil), (nil, let day?): meaning = .day(day)
        case (let one?, let other?): meaning = .either(dayFirst: one, monthFirst: other)
        case (nil, nil): return nil
        }
        var (date, next) = found(meaning, from: index, to: index + 5, in: tokens)
        date.isShort = true
        if tokens[index].digits == 2 {
            date.yearFirst = CalendarDate(year: first < 70 ? 2000 + first : 1900 + first, month: second, day: figures)
        }
        return (date, next)
    }

    /// Whether nothing stands beside a date on its line but a weekday before it and a time of day after it.
    private static func isAlone(_ first: Int, to next: Int, _ tokens: [Token]) -> Bool {
        guard tokens[..<first].allSatisfy({ $0.has(.weekday) || isComma($0) || $0.isSymbol(".") }) else { return false }
        return next == tokens.count || clock(at: next, in: tokens).map { $0.next == tokens.count } ?? false
    }

    /// `24.01.2026`, `01/24/2026`, `24-01-2026`, `٢/٣/٢٠٢٦`.
    private static func figures(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let first = tokens[index].number(digits: 1...2),
            isSeparator(tokens[index + 1]), let second = tokens[index + 2].number(digits: 1...2),
            isSame(tokens[index + 1], tokens[index + 3]), tokens[index + 4].digits == 4
        else { return nil }
        let dayFirst = dayInFigures(tokens[index + 4], month: second, day: first)
        let monthFirst = dayInFigures(tokens[index + 4], month: first, day: second)
        // Wherever digits of their own are written, the day comes first; so it does in calendars other than ours.
        if let dayFirst, tokens[index + 4].isNative || !CalendarDate.years.contains(tokens[index + 4].value) {
            return found(.day(dayFirst), from: index, to: index + 5, in: tokens)
        }
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

    /// The day of a date in figures, by the calendar that its year shows.
    ///
    /// No page was published in the years that are taken for those of other calendars here. Years of Islam's lunar
    /// calendar overlap those of the solar one: in Arabic digits they are of the moon, and so is any above 1425; in other
    /// digits the lunar years up to 1415 were over before there were pages.
    private static func dayInFigures(_ year: Token, month: Int, day: Int) -> CalendarDate? {
        let solar = year.first == 0x6F0 ? 1370...1425 : 1390...1415
        if OtherCalendar.buddhistYears.contains(year.value) {
            return CalendarDate(year: year.value - 543, month: month, day: day)
        }
        if solar.contains(year.value), year.first != 0x660 {
            return OtherCalendar.solarHijri(year: year.value, month: month, day: day)
        }
        return isNepali(year) ? nil : CalendarDate(year: year.value, month: month, day: day)
    }

    /// Whether a year in Devanagari digits is counted as in Nepal, 56 or 57 years ahead of ours.
    private static func isNepali(_ year: Token) -> Bool { year.first == 0x966 && year.value >= 2056 }

    static func found(
        _ meaning: Meaning,
        from first: Int,
        to next: Int,
        in tokens: [Token],
        proves order: Order? = nil
    ) -> (Found, next: Int) {
        let range = tokens[first].range.lowerBound..<tokens[next - 1].range.upperBound
        return (Found(range: range, meaning: meaning, proves: order, at: nil), next)
    }

    static func isSeparator(_ token: Token) -> Bool {
        guard token.kind == .symbol else { return false }
        switch token.first {
        // Hyphens, and the full stop and slash of ASCII, of Arabic dates and of East Asia's wide letters.
        case 0x2D, 0x2E, 0x2F, 0x60D, 0x2010, 0x2011, 0xFF0D, 0xFF0E, 0xFF0F: return true
        default: return false
        }
    }

    static func isSame(_ one: Token, _ other: Token) -> Bool {
        one.kind == .symbol && other.kind == .symbol && one.value == other.value
    }

    static func isComma(_ token: Token) -> Bool {
        guard token.kind == .symbol else { return false }
        switch token.first {
        case 0x2C, 0x60C, 0x3001, 0xFF0C, 0x104A: return true
        default: return false
        }
    }
}
