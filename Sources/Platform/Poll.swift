import Glibc

/// The one place where the desk waits.
package enum Poll {
    /// Waits until one of the descriptors has something to read, or has failed.
    ///
    /// - Parameters:
    ///   - raws: The descriptors.
    ///   - milliseconds: How long to wait at most; nil waits for ever, 0 only looks.
    /// - Returns: Those that are ready; none when the time is over or a signal has come.
    /// - Throws: What `poll` says, but never EINTR.
    package static func wait(for raws: [Int32], milliseconds: Int?) throws(Errno) -> Set<Int32> {
        var list = raws.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let timeout = milliseconds.map { Int32(clamping: max($0, 0)) } ?? -1
        do throws(Errno) {
            // Not retried, since the time would begin again after each signal.
            try SystemCall.call("poll", retrying: false) {
                unsafe poll(&list, nfds_t(list.count), timeout)
            }
        } catch .interrupted {
            return []
        }
        return Set(list.filter { $0.revents != 0 }.map(\.fd))
    }
}
