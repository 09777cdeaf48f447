extension DateReader {
    /// `2026年1月27日`, `2026년 1월 27일`, `2026年（令和8年）1月27日`.
    static func signed(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 5 < tokens.count, let year = tokens[index].number(digits: 4...4), isYearSign(tokens[index + 1])
        else { return nil }
        var next = index + 2
        skipBrackets(&next, tokens)
        guard let (month, day) = signedDay(&next, tokens),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return found(.day(date), from: index, to: next, in: tokens)
    }

    /// `令和8年3月2日`, `民國115年3月2日`, `令和8.3.2`, `주체115(2026)년 3월 2일`, `㋿8年3月2日`.
    static func era(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard let era = tokens[index].meaning.calendar ?? square(tokens[index].first), era.isEra,
            index + 4 < tokens.count, let year = tokens[index + 1].number(digits: 1...3)
        else { return nil }
        var next = index + 2
        skipBrackets(&next, tokens)
        guard next < tokens.count else { return nil }
        let parts: (month: Int, day: Int)?
        if isYearSign(tokens[next]) {
            next += 1
            skipBrackets(&next, tokens)
            parts = signedDay(&next, tokens)
        } else {
            parts = separatedDay(&next, tokens)
        }
        guard let parts, let date = OtherCalendar.day(of: era, year: year, month: parts.month, day: parts.day) else {
            return nil
        }
        return found(.day(date), from: index, to: next, in: tokens)
    }

    /// `R8.3.2`, `H31/4/30`: an era of Japan by its first letter.
    ///
    /// A version may look the same, so it counts as little as a date whose year has two digits.
    static func letterEra(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        let era: CalendarWord
        switch tokens[index].first {
        case 0x52: era = .reiwa
        case 0x48: era = .heisei
        case 0x53: era = .showa
        default: return nil
        }
        guard index + 5 < tokens.count, let year = tokens[index + 1].number(digits: 1...2),
            tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
        else { return nil }
        var next = index + 2
        let isSigned = isYearSign(tokens[next])
        if isSigned { next += 1 }
        guard let parts = isSigned ? signedDay(&next, tokens) : separatedDay(&next, tokens),
            next == tokens.count || !isSeparator(tokens[next]) || isSigned,
            let day = OtherCalendar.day(of: era, year: year, month: parts.month, day: parts.day)
        else { return nil }
        var date = found(.day(day), from: index, to: next, in: tokens)
        date.0.isShort = !isSigned
        return date
    }

    /// `115/03/02`, `115-03-02`: a year of the Republic of China in three digits, which counts as little as one in two.
    static func minguoFigures(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 4 < tokens.count, let year = tokens[index].number(digits: 3...3), (80...199).contains(year),
            tokens[index + 2].digits == 2, index + 4 < tokens.count, tokens[index + 4].digits == 2
        else { return nil }
        var next = index + 1
        guard let parts = separatedDay(&next, tokens), next == tokens.count || !isSeparator(tokens[next]),
            let day = OtherCalendar.day(of: .minguo, year: year, month: parts.month, day: parts.day)
        else { return nil }
        var date = found(.day(day), from: index, to: next, in: tokens)
        date.0.isShort = true
        return date
    }

    /// `3月 2, 2026`, `3월 2, 2026`: the order of English with the words of East Asia, as a publishing program's
    /// translation leaves it.
    static func monthSigned(_ index: Int, _ tokens: [Token]) -> (Found, next: Int)? {
        guard index + 3 < tokens.count, let month = tokens[index].number(digits: 1...2), isMonthSign(tokens[index + 1]),
            let day = tokens[index + 2].number(digits: 1...2)
        else { return nil }
        var next = index + 3
        if isDaySign(tokens[next]) { next += 1 }
        if next < tokens.count, isComma(tokens[next]) { next += 1 }
        guard next < tokens.count, let year = year(at: next, tokens),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        next += 1
        if next < tokens.count, isYearSign(tokens[next]) { next += 1 }
        return found(.day(date), from: index, to: next, in: tokens)
    }

    /// `1月27日`, `1월 27일`.
    private static func signedDay(_ next: inout Int, _ tokens: [Token]) -> (month: Int, day: Int)? {
        guard next + 3 < tokens.count, let month = tokens[next].number(digits: 1...2), isMonthSign(tokens[next + 1]),
            let day = tokens[next + 2].number(digits: 1...2), isDaySign(tokens[next + 3])
        else { return nil }
        next += 4
        return (month, day)
    }

    /// `.1.27`, `/01/27` right after a year.
    private static func separatedDay(_ next: inout Int, _ tokens: [Token]) -> (month: Int, day: Int)? {
        guard next + 3 < tokens.count, isSeparator(tokens[next]), let month = tokens[next + 1].number(digits: 1...2),
            isSame(tokens[next], tokens[next + 2]), let day = tokens[next + 3].number(digits: 1...2)
        else { return nil }
        next += 4
        return (month, day)
    }

    /// Skips brackets with the same year in another era: `（令和8年）`, `(2026)`.
    private static func skipBrackets(_ next: inout Int, _ tokens: [Token]) {
        guard next < tokens.count, isOpening(tokens[next]) else { return }
        for index in next + 1..<min(tokens.count, next + 6) where isClosing(tokens[index]) {
            next = index + 1
            return
        }
    }

    private static func isYearSign(_ token: Token) -> Bool { token.isSymbol("年") || token.isSymbol("년") }
    private static func isMonthSign(_ token: Token) -> Bool { token.isSymbol("月") || token.isSymbol("월") }

    private static func isDaySign(_ token: Token) -> Bool {
        // 号 and 號 are words for the day too.
        token.isSymbol("日") || token.isSymbol("일")
            || (token.first == 0x53F7 || token.first == 0x865F) && token.range.count == 3
    }

    /// The era that a single character names: ㋿, ㍻, ㍼, ㍽, ㍾.
    private static func square(_ scalar: UInt32) -> CalendarWord? {
        switch scalar {
        case 0x32FF: .reiwa
        case 0x337B: .heisei
        case 0x337C: .showa
        case 0x337D: .taisho
        case 0x337E: .meiji
        default: nil
        }
    }
}
