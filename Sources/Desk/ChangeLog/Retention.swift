import Home

/// What is kept of the closed segments of the change log: each limit that is set applies, and the oldest go first.
struct Retention: Equatable, Sendable {
    /// How many segments at most; 0 for no limit.
    var count = 0
    /// For how many days after its last record a segment is kept; 0 for no limit.
    var days = 0
    /// How many bytes they may have together; 0 for no limit.
    var bytes: Int64 = 0

    init() {}

    init(_ configuration: Configuration) {
        count = configuration.keepSegments
        days = configuration.keepDays
        bytes = Int64(configuration.keepBytes)
    }

    var hasLimit: Bool { count > 0 || days > 0 || bytes > 0 }

    /// How many of the oldest segments are too many or too much.
    ///
    /// - Parameter sizes: The sizes of all segments in bytes, oldest first.
    /// - Returns: The number of segments to remove.
    func excess(_ sizes: [Int64]) -> Int {
        let tooMany = count > 0 ? max(0, sizes.count - count) : 0
        guard bytes > 0 else { return tooMany }
        // The newest stays whatever its size: a segment may be closed larger than the limit, and whoever follows the log
        // has perhaps not read it to its end.
        var kept = 0
        var sum: Int64 = 0
        for size in sizes.reversed() {
            sum += size
            if kept > 0, sum > bytes { break }
            kept += 1
        }
        return max(tooMany, sizes.count - kept)
    }
}
