import Home
import Platform

/// The faults of the machine since the desk last did all of its work.
struct Trouble {
    /// How many different faults are said in one time of trouble; a message with a number in it would be said for ever.
    private static let sayings = 20

    /// The newest fault, with the time at which the trouble began; nil while all is well.
    private(set) var current: StandingFault?
    /// The last fault that is over.
    private(set) var last: StandingFault?
    private var said: Set<String> = []
    /// How often the desk has met a fault since the trouble began.
    private var failures = 0

    /// Notes a fault that the desk has met.
    ///
    /// - Returns: Whether to say it. Two faults can take turns, as when the disk is full for the database and for the
    ///   log, so each is said once until the trouble is over.
    mutating func note(_ fault: Fault, at now: Timestamp) -> Bool {
        failures += 1
        current = StandingFault(since: current?.since ?? "\(now.iso.prefix(19))Z", message: fault.message)
        return said.count < Trouble.sayings && said.insert(fault.message).inserted
    }

    /// Ends the trouble.
    ///
    /// - Returns: The fault that is over; nil where there was none.
    mutating func end() -> StandingFault? {
        defer {
            last = current ?? last
            current = nil
            said = []
            failures = 0
        }
        return current
    }

    /// How long to wait before the next try: from 250 ms to 8 s, since asking a full disk more often does not empty it.
    var milliseconds: Int { 250 << min(max(failures - 1, 0), 5) }
}
