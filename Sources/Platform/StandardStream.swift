import Glibc

/// The descriptors with which every process starts; nobody owns them, so nobody closes them.
package enum StandardStream {
    /// Writes everything to descriptor 1 or 2.
    ///
    /// - Throws: What `write` says.
    package static func write(_ bytes: [UInt8], to raw: Int32) throws(Errno) {
        var done = 0
        while done < bytes.count {
            done += try SystemCall.call("write") {
                unsafe bytes.withUnsafeBytes { buffer in
                    unsafe Glibc.write(raw, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                }
            }
        }
    }

    /// Waits for a while, unless nobody reads descriptor 1 any more.
    ///
    /// The write end of a pipe whose read end is closed has POLLERR, and a terminal that is gone POLLHUP (poll(2)).
    ///
    /// - Parameter milliseconds: How long to wait at most.
    /// - Returns: Whether the reader is gone.
    /// - Throws: What `poll` says, but never EINTR.
    package static func waitForReaderToGo(milliseconds: Int) throws(Errno) -> Bool {
        try waitForReaderToGo(milliseconds: milliseconds, or: nil)
    }

    /// The same, but it waits no longer than until `source` has something to read.
    package static func waitForReaderToGo(milliseconds: Int, or source: Poll.Source?) throws(Errno) -> Bool {
        var list = [pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)]
        if let source { list.append(pollfd(fd: source.raw, events: Int16(POLLIN), revents: 0)) }
        do throws(Errno) {
            try SystemCall.call("poll", retrying: false) {
                unsafe poll(&list, nfds_t(list.count), Int32(clamping: milliseconds))
            }
        } catch .interrupted {
            return false
        }
        return Int32(list[0].revents) & (POLLERR | POLLHUP | POLLNVAL) != 0
    }

    /// Ends the process with an exit code.
    package static func exit(_ code: Int32) -> Never {
        Glibc.exit(code)
    }
}
