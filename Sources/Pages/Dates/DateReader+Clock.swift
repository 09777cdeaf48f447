extension DateReader {
    /// A time of day after a date.
    struct Clock {
        var hour: Int
        var minute: Int
        var second = 0
        var millisecond = 0
        var minutesFromUTC: Int?
        /// Where it ends in the line.
        var end: Int
    }

    /// The time of day that begins at a token, right after a date: `T19:20:31.123Z`, `, 7:43 p.m.`, `at 19:20 UTC`.
    static func clock(at index: Int, in tokens: [Token]) -> Clock? {
        var next = index
        if next < tokens.count, clockSigns.contains(where: tokens[next].isSymbol) { next += 1 }
        if next < tokens.count, tokens[next].has(.clockJoin) { next += 1 }
        guard next + 2 < tokens.count, let hour = tokens[next].number(digits: 1...2), hour < 24,
            tokens[next + 1].isSymbol(":") || tokens[next + 1].isSymbol(".") || isHourLetter(next + 1, tokens),
            let minute = tokens[next + 2].number(digits: 2...2), minute < 60
        else { return nil }
        var clock = Clock(hour: hour, minute: minute, end: tokens[next + 2].range.upperBound)
        next += 3
        if next + 1 < tokens.count, tokens[next].isSymbol(":"), let second = tokens[next + 1].number(digits: 2...2),
            second < 60
        {
            clock.second = second
            clock.end = tokens[next + 1].range.upperBound
            next += 2
            readFraction(&next, tokens, &clock)
        }
        readHalf(&next, tokens, &clock)
        readZone(next, tokens, &clock)
        return clock
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
            if token.has(.hourSign) {
                clock.end = token.range.upperBound
                next += 1
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
    private static func readZone(_ index: Int, _ tokens: [Token], _ clock: inout Clock) {
        var next = index
        if next + 1 < tokens.count, tokens[next].isSymbol("("), tokens[next + 1].meaning.zone != nil { next += 1 }
        if next < tokens.count, let zone = tokens[next].meaning.zone {
            clock.minutesFromUTC = zone
            clock.end = tokens[next].range.upperBound
            next += 1
            guard zone == 0 else { return }
        }
        guard next + 1 < tokens.count,
            tokens[next].isSymbol("+") || tokens[next].isSymbol("-") || tokens[next].isSymbol("−"),
            tokens[next].range.upperBound == tokens[next + 1].range.lowerBound, tokens[next + 1].kind == .number
        else { return }
        let digits = tokens[next + 1].digits
        var hours = tokens[next + 1].value
        var minutes = 0
        var end = tokens[next + 1].range.upperBound
        if digits == 4 {
            minutes = hours % 100
            hours /= 100
        } else if digits <= 2, next + 3 < tokens.count, tokens[next + 2].isSymbol(":"),
            let number = tokens[next + 3].number(digits: 2...2)
        {
            minutes = number
            end = tokens[next + 3].range.upperBound
        }
        guard digits <= 4, digits != 3, hours <= 14, minutes < 60 else { return }
        clock.minutesFromUTC = (tokens[next].isSymbol("+") ? 1 : -1) * (hours * 60 + minutes)
        clock.end = end
    }

    private static let clockSigns: [Unicode.Scalar] = [",", "-", "–", "—", "|", "•", "·"]
}
