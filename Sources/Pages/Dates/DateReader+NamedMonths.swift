extension DateReader {
    /// A month by its name.
    struct MonthName {
        let number: Int
        /// Nil for a month of our calendar.
        var calendar: CalendarWord?
        /// Whether the name is Thai, where a year may have two digits.
        var isThai = false
        /// Whether it is "listopada", which is November in Polish and October in Croatian.
        var isListopada = false
    }

    /// `27 January 2026`, `27th of January, 2026`, `27. Januar 2026`, `27 de enero de 2026`, `1er mars 2026`.
    static func dayThenMonth(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard let day = tokens[index].number(digits: 1...2) else { return nil }
        var next = index + 1
        skipOrdinal(&next, tokens)
        let hasStop = next < tokens.count && tokens[next].isSymbol(".")
        if next < tokens.count, isOrdinalSign(tokens[next]) { next += 1 }
        skipJoin(&next, tokens)
        guard var month = monthName(&next, tokens) else { return nil }
        // Croatian has a full stop after the day, Polish has none.
        if month.isListopada, hasStop { month = MonthName(number: 10) }
        skipToYear(&next, tokens, month)
        guard next < tokens.count, let date = date(month, day: day, yearAt: next, tokens) else { return nil }
        return found(.day(date), from: index, to: next + 1, in: tokens)
    }

    /// `27-Jan-2026`, `27/jan/2026`, `27-JAN-26`, `27 - Jan - 2026`: one sign twice, with no spaces or with all four.
    static func joinedMonth(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let day = tokens[index].number(digits: 1...2),
            isSeparator(tokens[index + 1]), isSame(tokens[index + 1], tokens[index + 3]),
            Set((index..<index + 4).map { tokens[$0 + 1].range.lowerBound - tokens[$0].range.upperBound }).count == 1,
            tokens[index + 1].range.lowerBound - tokens[index].range.upperBound <= 1
        else { return nil }
        var next = index + 2
        guard let month = monthName(&next, tokens), month.calendar == nil, !month.isThai, next == index + 3 else {
            return nil
        }
        let short = tokens[index + 4].number(digits: 2...2).map { $0 < 70 ? 2000 + $0 : 1900 + $0 }
        guard let year = tokens[index + 4].number(digits: 4...4) ?? short,
            let date = CalendarDate(year: year, month: month.number, day: day)
        else { return nil }
        var result = found(.day(date), from: index, to: index + 5, in: tokens)
        result.0.isShort = short != nil
        return result
    }

    /// `January 27, 2026`, `Jan. 27th 2026`, `Tháng Ba 2, 2026`.
    static func monthThenDay(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        var next = index
        guard let month = monthName(&next, tokens) else { return nil }
        if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
        guard next < tokens.count, let day = tokens[next].number(digits: 1...2) else { return nil }
        next += 1
        skipOrdinal(&next, tokens)
        for _ in 0..<2 where next < tokens.count {
            if isComma(tokens[next]) || tokens[next].has([.yearSign, .dateMark]) { next += 1 }
        }
        guard next < tokens.count, let date = date(month, day: day, yearAt: next, tokens) else { return nil }
        return found(.day(date), from: index, to: next + 1, in: tokens)
    }

    /// `2026. január 27.`, `2026 January 27`, `2026 m. sausio 27 d.`, `2026. gada 27. janvāris`.
    static func yearThenMonth(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard tokens[index].number(digits: 4...4) != nil else { return nil }
        var next = index + 1
        var isMarked = false
        for _ in 0..<3 where next < tokens.count {
            if tokens[next].has(.yearSign) { isMarked = true }
            if tokens[next].isSymbol(".") || isComma(tokens[next]) || tokens[next].has(.yearSign) { next += 1 }
        }
        if isMarked, next < tokens.count, let day = tokens[next].number(digits: 1...2) {
            next += 1
            if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
            guard let month = monthName(&next, tokens), let date = date(month, day: day, yearAt: index, tokens) else {
                return nil
            }
            return found(.day(date), from: index, to: next, in: tokens)
        }
        guard let month = monthName(&next, tokens) else { return nil }
        if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
        guard next < tokens.count, let day = tokens[next].number(digits: 1...2),
            let date = date(month, day: day, yearAt: index, tokens)
        else { return nil }
        // In "June 2019 July 4, 2020" the day belongs to the second year, and in "2020 March 10:30" it is an hour: no
        // year and no colon may follow.
        let after = next + 1 < tokens.count && isComma(tokens[next + 1]) ? next + 2 : next + 1
        if after < tokens.count, tokens[after].number(digits: 4...4) != nil || tokens[after].isSymbol(":") {
            return nil
        }
        next += 1
        skipOrdinal(&next, tokens)
        return found(.day(date), from: index, to: next, in: tokens)
    }

    /// Reads a month by its name, or by the word for "month" and its number: `tháng 10`, `Tháng Ba`.
    ///
    /// The same month by another name may follow: `آذار/مارس`, `آذار (مارس)`.
    static func monthName(_ next: inout Int, _ tokens: [Token]) -> MonthName? {
        guard let month = oneName(&next, tokens) else { return nil }
        var second = next + 1
        guard second < tokens.count, tokens[next].isSymbol("/") || isOpening(tokens[next]),
            let same = oneName(&second, tokens), same.number == month.number
        else { return month }
        if isOpening(tokens[next]) {
            guard second < tokens.count, isClosing(tokens[second]) else { return month }
            second += 1
        }
        next = second
        return month
    }

    private static func oneName(_ next: inout Int, _ tokens: [Token]) -> MonthName? {
        guard next < tokens.count else { return nil }
        if tokens[next].has(.monthSign), next + 1 < tokens.count {
            var number = next + 1
            if let month = tokens[number].number(digits: 1...2) ?? counted(&number, tokens) {
                next = number + 1
                return (1...12).contains(month) ? MonthName(number: month) : nil
            }
            next += 1
        }
        let token = tokens[next]
        guard let number = token.meaning.number else { return nil }
        switch token.meaning.calendar {
        case nil, .name:
            next += 1
            return MonthName(number: number, isThai: isThai(token.first), isListopada: token.has(.ordinal))
        case .paired:
            guard next + 1 < tokens.count, let order = tokens[next + 1].meaning.calendar,
                order == .first || order == .second
            else { return nil }
            next += 2
            return MonthName(number: order == .first ? number : number % 12 + 1)
        case .unread:
            next += 1
            if next < tokens.count, let order = tokens[next].meaning.calendar, order == .first || order == .second {
                next += 1
            }
            return MonthName(number: number, calendar: .unread)
        case .solarHijri, .ethiopian:
            next += 1
            return MonthName(number: number, calendar: token.meaning.calendar)
        default: return nil
        }
    }

    /// A number in words after a word such as `tháng`: `ba`, `mười hai`; the index moves to its last word.
    private static func counted(_ index: inout Int, _ tokens: [Token]) -> Int? {
        guard tokens[index].meaning.calendar == .counted, let number = tokens[index].meaning.number else { return nil }
        guard number == 10, index + 1 < tokens.count, tokens[index + 1].meaning.calendar == .counted,
            let more = tokens[index + 1].meaning.number, more <= 2
        else { return number }
        index += 1
        return 10 + more
    }

    /// The day of a named month, with the year at a token.
    private static func date(_ month: MonthName, day: Int, yearAt index: Int, _ tokens: [Token]) -> CalendarDate? {
        if month.isThai, let short = tokens[index].number(digits: 2...2) {
            // A clock may follow a date without a year. From 2540 (1997) on years are those of the Buddhist era; the
            // lower numbers are counted as elsewhere, since there were no pages before.
            guard !(index + 1 < tokens.count && tokens[index + 1].isSymbol(":")) else { return nil }
            return CalendarDate(year: short >= 40 ? 1957 + short : 2000 + short, month: month.number, day: day)
        }
        guard let year = year(at: index, tokens) else { return nil }
        switch month.calendar {
        case .solarHijri: return OtherCalendar.solarHijri(year: year, month: month.number, day: day)
        case .ethiopian: return OtherCalendar.ethiopian(year: year, month: month.number, day: day)
        case .unread: return nil
        default:
            let isBuddhist = OtherCalendar.buddhistYears.contains(year)
            return CalendarDate(year: isBuddhist ? year - 543 : year, month: month.number, day: day)
        }
    }

    /// A year of four digits.
    ///
    /// Where parts of a page were joined without a space, the hour of a time follows it directly: `202619:20`.
    static func year(at index: Int, _ tokens: [Token]) -> Int? {
        if let year = tokens[index].number(digits: 4...4) { return year }
        guard index + 1 < tokens.count, tokens[index + 1].isSymbol(":"),
            let value = tokens[index].number(digits: 5...6)
        else { return nil }
        return tokens[index].digits == 5 ? value / 10 : value / 100
    }

    /// Skips what stands between a month and its year: a full stop, one comma or "of", a word for "year" or an era.
    private static func skipToYear(_ next: inout Int, _ tokens: [Token], _ month: MonthName) {
        if next < tokens.count, tokens[next].isSymbol(".") || tokens[next].isSymbol("\u{2019}") { next += 1 }
        skipJoin(&next, tokens)
        for _ in 0..<2 where next < tokens.count && tokens[next].has([.yearSign, .dateMark]) {
            next += 1
            if next < tokens.count, tokens[next].isSymbol(".") || tokens[next].isSymbol(":") { next += 1 }
        }
    }

    /// Skips one comma, or one word such as "of" or "de", between the parts of a date.
    static func skipJoin(_ index: inout Int, _ tokens: [Token]) {
        guard index < tokens.count else { return }
        if isComma(tokens[index]) {
            index += 1
        } else if tokens[index].has(.dateJoin) {
            index += 1
            // "d'abril"
            if index < tokens.count, tokens[index].isSymbol("'") || tokens[index].isSymbol("\u{2019}") { index += 1 }
        }
    }

    /// Skips the letters that make a number an ordinal: `27th`, `2-го`, `২রা`.
    private static func skipOrdinal(_ index: inout Int, _ tokens: [Token]) {
        guard index < tokens.count else { return }
        let hyphen = tokens[index].isSymbol("-") && index + 1 < tokens.count ? 1 : 0
        let token = tokens[index + hyphen]
        if token.has(.ordinal), token.meaning.number == nil { index += hyphen + 1 }
    }

    private static func isOrdinalSign(_ token: Token) -> Bool {
        token.isSymbol(".") || token.isSymbol("º") || token.isSymbol("°")
    }
}
