import Home
import Pages

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
        guard let day = CalendarDate(text: String(time.prefix(10)))?.dayNumber else { return 0 }
        switch period {
        case .hour: return day * 24 + (Int(time.dropFirst(11).prefix(2)) ?? 0)
        case .day: return day
        // The first of January 1970 was a Thursday; weeks begin on Monday.
        case .week: return (day + 3) / 7
        }
    }
}
