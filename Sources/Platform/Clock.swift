import Glibc

/// The kernel's clocks, in nanoseconds.
package enum Clock {
    /// Nanoseconds since 1970; this clock may be set, so it may jump.
    package static var wall: Int64 { read(CLOCK_REALTIME) }

    /// Nanoseconds since some moment in the past; it never jumps and never runs back.
    package static var monotonic: Int64 { read(CLOCK_MONOTONIC) }

    /// Waits for a time; signals do not shorten it.
    package static func sleep(milliseconds: Int) {
        guard milliseconds > 0 else { return }
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        var time = timespec(tv_sec: seconds, tv_nsec: rest * 1_000_000)
        var left = timespec()
        while unsafe nanosleep(&time, &left) != 0 && errno == EINTR { time = left }
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        // Cannot fail: these two clocks exist on every kernel, and the address is valid.
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return nanoseconds(time)
    }

    /// The time as one number, clamped to the range of `Int64`: a file's time may be any 64-bit number of seconds.
    static func nanoseconds(_ time: timespec) -> Int64 {
        let (scaled, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = scaled.addingReportingOverflow(Int64(time.tv_nsec))
        guard overflow || carry else { return sum }
        return time.tv_sec < 0 ? .min : .max
    }
}
