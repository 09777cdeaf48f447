import Glibc

/// The one place where the desk waits.
package enum Poll {
    /// What can be waited for: the number of an open descriptor, which only `Platform` sees.
    ///
    /// It owns nothing: whoever hands it out keeps the descriptor open for as long as somebody waits for it.
    package struct Source: Hashable, Sendable {
        let raw: Int32

        init(raw: Int32) {
            self.raw = raw
        }

        package init(_ descriptor: borrowing Descriptor) {
            raw = descriptor.raw
        }
    }

    /// Waits until one of the sources has something to read, or has failed.
    ///
    /// - Parameters:
    ///   - sources: What to wait for.
    ///   - milliseconds: How long to wait at most; nil waits for ever, 0 only looks.
    /// - Returns: Those that are ready; none when the time is over or a signal has come.
    /// - Throws: What `poll` says, but never EINTR.
    package static func wait(for sources: [Source], milliseconds: Int?) throws(Errno) -> Set<Source> {
        var list = sources.map { pollfd(fd: $0.raw, events: Int16(POLLIN), revents: 0) }
        let timeout = milliseconds.map { Int32(clamping: max($0, 0)) } ?? -1
        do throws(Errno) {
            // Not retried, since the time would begin again after each signal.
            try SystemCall.call("poll", retrying: false) {
                unsafe poll(&list, nfds_t(list.count), timeout)
            }
        } catch .interrupted {
            return []
        }
        return Set(list.filter { $0.revents != 0 }.map { Source(raw: $0.fd) })
    }
}
