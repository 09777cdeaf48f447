import Home
import Platform

/// Files that were not, at their retirement, what they had been at their filing: once, or time after time.
///
/// Once means that somebody wrote the file again. But on some FUSE and network file systems the status of one file
/// differs from look to look. Such a file would be taken again and again, so each further look waits longer.
struct Unsteady {
    private struct Entry {
        var times: Int
        /// Monotonic time before which the file is not looked at again.
        var restsUntil: Int64
    }

    /// From this many times on it is the file system and not a writer: then the bytes decide.
    static let patience = 2
    /// Nanoseconds of the first and the longest rest, and after how long a file is taken for a steady one again.
    private static let firstRest: Int64 = 1_000_000_000
    private static let longestRest: Int64 = 60_000_000_000
    private static let memory: Int64 = 10 * longestRest

    private var entries: [Arrival: Entry] = [:]
    /// At this many entries those that are old are dropped.
    private var limit = 1024

    /// Notes that a file was another than the one that was filed.
    ///
    /// - Returns: How many times that was so.
    mutating func note(_ arrival: Arrival, at now: Int64) -> Int {
        if entries.count >= limit {
            entries = entries.filter { now - $0.value.restsUntil < Unsteady.memory }
            limit = max(1024, 2 * entries.count)
        }
        let known = entries[arrival].flatMap { now - $0.restsUntil < Unsteady.memory ? $0 : nil }
        let times = (known?.times ?? 0) + 1
        // After the first time it is looked at again at once: most likely somebody has just written it.
        let rest = times == 1 ? 0 : min(Unsteady.firstRest << Int64(min(times - 2, 10)), Unsteady.longestRest)
        entries[arrival] = Entry(times: times, restsUntil: now + rest)
        return times
    }

    /// Whether the bytes of a file have to decide what its status cannot tell.
    func contains(_ arrival: Arrival) -> Bool { (entries[arrival]?.times ?? 0) >= Unsteady.patience }

    /// Whether a file is to be left alone for now.
    func rests(_ arrival: Arrival, at now: Int64) -> Bool { entries[arrival].map { now < $0.restsUntil } ?? false }

    /// Forgets a file that has left the inbox.
    mutating func forget(_ arrival: Arrival) {
        if !entries.isEmpty { entries[arrival] = nil }
    }
}
