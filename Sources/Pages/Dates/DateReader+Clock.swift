extension DateReader {
    /// A time of day beside a date.
    struct Clock {
        var hour: Int
        var minute: Int
        var second = 0
        var millisecond = 0
        var minutesFromUTC: Int?
        /// Where it ends in the line.
        var end: Int
        /// The index of the first token after it.
        var next: Int
    }

    /// The time of day that begins at a token, right after a date: `T19:20:31.123Z`, `, 7:43 p.m.`, `at 19:20 UTC`,
    /// `午前10時05分`.
    static func clock(at index: Int, in tokens: [Token]) -> Clock? {
        var next = index
        if next < tokens.count, clockSigns.contains(where: tokens[next].isSymbol) { next += 1 }
        var isAfterNoon: Bool?
        for _ in 0..<3 {
            guard next < tokens.count, tokens[next].kind == .word else { break }
            let token = tokens[next]
            if token.has([.beforeNoon, .afterNoon]), !token.has(.weekday) {
                isAfterNoon = token.has(.afterNoon)
            } else if !token.has([.clockJoin, .dateMark]) {
                break
            }
            next += 1
            if next < tokens.count, [".", ":", "："].contains(where: tokens[next].isSymbol) { next += 1 }
        }
        guard var clock = figures(at: &next, in: tokens) else { return nil }
        readHalf(&next, tokens, &clock)
        if let isAfterNoon, clock.hour <= 12 { clock.hour = clock.hour % 12 + (isAfterNoon ? 12 : 0) }
        readZone(&next, tokens, &clock)
        clock.next = next
        return clock
    }

    /// The time of day that stands right before a date, and the index of its first token: `10:05, 2 March 2026`.
    ///
    /// It has a colon, since `10.05` may be anything.
    static func clock(before first: Int, _ floor: Int, _ tokens: [Token]) -> (first: Int, Clock)? {
        guard first - floor >= 3 else { return nil }
        for begin in stride(from: first - 3, through: max(floor, first - mostClockTokens), by: -1) {
            // The hour of `10:05:33` is its first number.
            guard tokens[begin].kind == .number, begin + 1 < first, isColon(tokens[begin + 1]) else { continue }
            if begin > floor, isColon(tokens[begin - 1]) { continue }
            guard let clock = clock(at: begin, in: tokens), clock.next <= first else { return nil }
            let isClose = (clock.next..<first).allSatisfy { index in
                clockSigns.contains(where: tokens[index].isSymbol) || tokens[index].isSymbol(".")
                    || tokens[index].has([.clockJoin, .dateMark])
            }
            guard isClose else { return nil }
            var start = begin
            while start > floor, tokens[start - 1].has(.clockJoin), !tokens[start - 1].has(.mark) { start -= 1 }
            return (start, clock)
        }
        return nil
    }

    /// Hour, minute and second: `19:20:31.123`, `7.43`, `17h30`, `10時05分`.
    private static func figures(at next: inout Int, in tokens: [Token]) -> Clock? {
        guard next + 2 < tokens.count, let hour = tokens[next].number(digits: 1...2), hour < 24 else { return nil }
        let isWritten = isHourWord(next + 1, tokens)
        guard
            isWritten || isColon(tokens[next + 1]) || tokens[next + 1].isSymbol(".") || isHourLetter(next + 1, tokens),
            let minute = tokens[next + 2].number(digits: isWritten ? 1...2 : 2...2), minute < 60
        else { return nil }
        // In "3 March 2026 10.05.2026" a date follows.
        if next + 4 < tokens.count, tokens[next + 1].isSymbol("."), tokens[next + 3].isSymbol("."),
            tokens[next + 4].number(digits: 4...4) != nil
        {
            return nil
        }
        var clock = Clock(hour: hour, minute: minute, end: tokens[next + 2].range.upperBound, next: next)
        next += 3
        if isWritten {
            readWrittenSecond(&next, tokens, &clock)
        } else if next + 1 < tokens.count, isColon(tokens[next]), let second = tokens[next + 1].number(digits: 2...2),
            second < 60
        {
            clock.second = second
            clock.end = tokens[next + 1].range.upperBound
            next += 2
            readFraction(&next, tokens, &clock)
        }
        return clock
    }

    /// Reads the word for "minute" after a time whose hour has a word too, and the second: `分12秒`.
    private static func readWrittenSecond(_ next: inout Int, _ tokens: [Token], _ clock: inout Clock) {
        guard next < tokens.count, tokens[next].has(.minutes) else { return }
        clock.end = tokens[next].range.upperBound
        next += 1
        // 秒 and 초
        guard next + 1 < tokens.count, let second = tokens[next].number(digits: 1...2), second < 60,
            tokens[next + 1].first == 0x79D2 || tokens[next + 1].first == 0xCD08
        else { return }
        clock.second = second
        clock.end = tokens[next + 1].range.upperBound
        next += 2
    }

    /// The moment as `2026-11-21T19:20:31.000Z`.
    static func moment(_ day: CalendarDate, clock: Clock, minutesFromUTC: Int) -> String? {
        let minutes = clock.hour * 60 + clock.minute - minutesFromUTC
        let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        guard let utc = CalendarDate(dayNumber: day.dayNumber + days) else { return nil }
        let rest = minutes - days * 1440
        let parts = [rest / 60, rest % 60, clock.second].map { CalendarDate.padded($0, to: 2) }
        return "\(utc.text)T\(parts.joined(separator: ":")).\(CalendarDate.padded(clock.millisecond, to: 3))Z"
    }

    private static func isColon(_ token: Token) -> Bool { token.isSymbol(":") || token.isSymbol("：") }

    /// Whether a token is a word for "hour" after the number: `10時05分`, `14 Uhr 05`.
    private static func isHourWord(_ index: Int, _ tokens: [Token]) -> Bool {
        tokens[index].has(.hourSign) && tokens[index].range.count > 2
    }

    /// Whether a token is the "h" of `17h30`, with no space before the minute.
    private static func isHourLetter(_ index: Int, _ tokens: [Token]) -> Bool {
        tokens[index].has(.hourSign) && tokens[index].range.count == 1 && index + 1 < tokens.count
            && tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
    }

    private static func readFraction(_ next: inout Int, _ tokens: [Token], _ clock: inout Clock) {
        guard next + 1 < tokens.count, tokens[next].isSymbol("."),
            tokens[next].range.lowerBound == clock.end,
            tokens[next + 1].kind == .number, tokens[next + 1].digits <= 9,
            tokens[next + 1].range.lowerBound == tokens[next].range.upperBound
        else { return }
        let digits = tokens[next + 1].digits
        var thousandths = tokens[next + 1].value
        for _ in 0..<max(0, digits - 3) { thousandths /= 10 }
        for _ in 0..<max(0, 3 - digits) { thousandths *= 10 }
        clock.millisecond = thousandths
        clock.end = tokens[next + 1].range.upperBound
        next += 2
    }

    /// Reads `am` or `p.m.`, or the "Uhr" or "h" after a time in other languages.
    private static func readHalf(_ next: inout Int, _ tokens: [Token], _ clock: inout Clock) {
        guard next < tokens.count else { return }
        let token = tokens[next]
        var isAfterNoon = token.has(.afterNoon)
        if token.has([.beforeNoon, .afterNoon]) {
            clock.end = token.range.upperBound
            next += 1
        } else if let letter = letter(token, tokens, next) {
            isAfterNoon = letter == UInt8(ascii: "p")
            clock.end = tokens[next + 2].range.upperBound
            next += 3
            if next < tokens.count, tokens[next].isSymbol(".") {
                clock.end = tokens[next].range.upperBound
                next += 1
            }
        } else {
            for _ in 0..<2 where next < tokens.count && tokens[next].has(.hourSign) {
                next += 1
                // The full stop of `น.` and `hod.`
                if next < tokens.count, tokens[next].isSymbol(".") { next += 1 }
                clock.end = tokens[next - 1].range.upperBound
            }
            return
        }
        guard clock.hour <= 12 else { return }
        clock.hour = clock.hour % 12 + (isAfterNoon ? 12 : 0)
    }

    /// The first letter of `a.m.` and `p.m.` written with full stops.
    private static func letter(_ token: Token, _ tokens: [Token], _ index: Int) -> UInt8? {
        guard index + 2 < tokens.count, token.has(.halfLetter), tokens[index + 1].isSymbol("."),
            tokens[index + 2].has(.halfEnd)
        else { return nil }
        return token.has(.afterNoonLetter) ? UInt8(ascii: "p") : UInt8(ascii: "a")
    }

    /// Reads a time zone: `Z`, `UTC`, `(GMT+7)`, `+09:00`, `-0530`, `CEST`.
    ///
    /// Abbreviations that mean different offsets in different countries are not read: EST, CST, IST, BST.
    private static func readZone(_ next: inout Int, _ tokens: [Token], _ clock: inout Clock) {
        var at = next
        if at + 1 < tokens.count, tokens[at].isSymbol("("), tokens[at + 1].meaning.zone != nil { at += 1 }
        if at < tokens.count, let zone = tokens[at].meaning.zone {
            clock.minutesFromUTC = zone
            clock.end = tokens[at].range.upperBound
            at += 1
            next = at
            guard zone == 0 else { return }
        }
        guard at + 1 < tokens.count,
            tokens[at].isSymbol("+") || tokens[at].isSymbol("-") || tokens[at].isSymbol("−"),
            tokens[at].range.upperBound == tokens[at + 1].range.lowerBound, tokens[at + 1].kind == .number
        else { return }
        let digits = tokens[at + 1].digits
        var hours = tokens[at + 1].value
        var minutes = 0
        var last = at + 1
        if digits == 4 {
            minutes = hours % 100
            hours /= 100
        } else if digits <= 2, at + 3 < tokens.count, tokens[at + 2].isSymbol(":"),
            let number = tokens[at + 3].number(digits: 2...2)
        {
            minutes = number
            last = at + 3
        }
        guard digits <= 4, digits != 3, hours <= 14, minutes < 60 else { return }
        clock.minutesFromUTC = (tokens[at].isSymbol("+") ? 1 : -1) * (hours * 60 + minutes)
        clock.end = tokens[last].range.upperBound
        next = last + 1
    }

    private static let clockSigns: [Unicode.Scalar] = [",", "-", "–", "—", "|", "•", "·", "،", "、", "/"]
    /// The most tokens of a time of day before a date.
    private static let mostClockTokens = 12
}
