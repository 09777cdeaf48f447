extension DateReader {
    /// A time of day behind a date.
    struct Clock {
        var hour: Int
        var minute: Int
        var second = 0
        var millisecond = 0
        var minutesFromUTC: Int?
        /// Where it ends in the line.
        var end: Int
    }

    /// The time of day that begins at a token, right behind a date: `T19:20:31.123Z`, `, 7:43 p.m.`, `at 19:20 UTC`.
    static func clock(at index: Int, in tokens: [Token]) -> Clock? {
        var next = index
        if next < tokens.count, clockSigns.contains(where: tokens[next].isSymbol) { next += 1 }
        if next < tokens.count, let word = tokens[next].word, clockJoins.contains(word) { next += 1 }
        guard next + 2 < tokens.count, let hour = tokens[next].number(digits: 1...2), hour < 24,
            tokens[next + 1].isSymbol(":") || tokens[next + 1].isSymbol("."),
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

    private static func readFraction(_ next: inout Int, _ tokens: [Token], _ clock: inout Clock) {
        guard next + 1 < tokens.count, tokens[next].isSymbol("."),
            tokens[next].range.lowerBound == clock.end,
            case .number(let value, let digits) = tokens[next + 1].kind, digits <= 9,
            tokens[next + 1].range.lowerBound == tokens[next].range.upperBound
        else { return }
        var thousandths = value
        for _ in 0..<max(0, digits - 3) { thousandths /= 10 }
        for _ in 0..<max(0, 3 - digits) { thousandths *= 10 }
        clock.millisecond = thousandths
        clock.end = tokens[next + 1].range.upperBound
        next += 2
    }

    /// `am`, `p.m.`, and the "Uhr" and "h" of languages that write them.
    private static func readHalf(_ next: inout Int, _ tokens: [Token], _ clock: inout Clock) {
        guard next < tokens.count, let word = tokens[next].word else { return }
        switch word {
        case "am", "pm":
            clock.end = tokens[next].range.upperBound
            next += 1
        case "a", "p":
            guard next + 2 < tokens.count, tokens[next + 1].isSymbol("."), tokens[next + 2].word == "m" else { return }
            clock.end = tokens[next + 2].range.upperBound
            next += 3
            if next < tokens.count, tokens[next].isSymbol(".") {
                clock.end = tokens[next].range.upperBound
                next += 1
            }
        case "uhr", "h", "uur":
            clock.end = tokens[next].range.upperBound
            next += 1
            return
        default: return
        }
        guard clock.hour <= 12 else { return }
        clock.hour = clock.hour % 12 + (word.hasPrefix("p") ? 12 : 0)
    }

    /// `Z`, `UTC`, `GMT`, `+09:00`, `-0530`.
    ///
    /// A zone's letters other than these are not read: EST and CST mean different hours in different countries.
    private static func readZone(_ index: Int, _ tokens: [Token], _ clock: inout Clock) {
        var next = index
        if next < tokens.count, let word = tokens[next].word, ["z", "utc", "gmt"].contains(word) {
            clock.minutesFromUTC = 0
            clock.end = tokens[next].range.upperBound
            next += 1
        }
        guard next + 1 < tokens.count,
            tokens[next].isSymbol("+") || tokens[next].isSymbol("-") || tokens[next].isSymbol("−"),
            tokens[next].range.upperBound == tokens[next + 1].range.lowerBound,
            case .number(let value, let digits) = tokens[next + 1].kind
        else { return }
        var hours = value
        var minutes = 0
        var end = tokens[next + 1].range.upperBound
        if digits == 4 {
            hours = value / 100
            minutes = value % 100
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
    private static let clockJoins: Set<String> = ["t", "at", "um", "à", "a", "om", "alle", "ore", "в", "às", "las"]
}
