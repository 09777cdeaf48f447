/// When the change log is closed and a new one begun, and how many closed ones are kept.
struct Rotation: Equatable, Sendable {
    enum Period: String, Sendable {
        case hour
        case day
        case week
    }

    /// Bytes from which on a file gets no further record; 0 for never.
    var bytes: Int64 = 0
    /// A file holds records of one of these only, by their time of commit in UTC.
    var period: Period?
    /// Closed segments to keep; 0 for all.
    var keep = 0

    static let none = Rotation()

    init() {}

    init(_ configuration: Configuration) {
        bytes = Int64(configuration.rotateBytes)
        period = configuration.rotateAfter.flatMap(Period.init(rawValue:))
        keep = configuration.keepSegments
    }

    /// Whether the next record begins a new file.
    ///
    /// It hangs on the records alone, never on the clock or on how they were batched: after a crash the files are cut at
    /// the same places.
    func isDue(size: Int64, firstTime: String?, nextTime: String) -> Bool {
        if bytes > 0, size >= bytes { return true }
        guard let period, let firstTime else { return false }
        return Rotation.number(of: firstTime, period) != Rotation.number(of: nextTime, period)
    }

    /// Which hour, day or week since 1970 a time lies in.
    private static func number(of time: String, _ period: Period) -> Int {
        let digits = time.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.map { Int($0) - 48 }
        guard digits.count >= 10 else { return 0 }
        func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        // Days from the civil calendar, counted from March so that the leap day comes last.
        let month = (value(4..<6) + 9) % 12
        let year = value(0..<4) - (month >= 10 ? 1 : 0)
        let day = year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + value(6..<8) - 1
        switch period {
        case .hour: return day * 24 + value(8..<10)
        case .day: return day
        // Day 0 of this count was a Wednesday; weeks begin on Monday.
        case .week: return (day + 2) / 7
        }
    }
}
