import Home
import Pages

/// When the change log is closed and a new one begun, and which closed ones are kept.
struct Rotation: Equatable, Sendable {
    enum Period: String, Sendable {
        case hour
        case day
        case week
    }

    /// A file with this many bytes gets no further record; 0 for no limit.
    var bytes: Int64 = 0
    /// A file holds only records of one such period, by their commit time in UTC; nil for no limit.
    var period: Period?
    /// What is kept of the closed segments.
    var retention = Retention()

    static let none = Rotation()

    init() {}

    init(_ configuration: Configuration) {
        bytes = Int64(configuration.rotateBytes)
        period = configuration.rotateAfter.flatMap(Period.init(rawValue:))
        retention = Retention(configuration)
    }

    /// Whether the next record begins a new file.
    ///
    /// This depends on the records alone and not on the clock or on how they were batched, so that after a crash the
    /// files end at the same places.
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
