import Glibc

/// The signals that the desk uses, by name.
package enum Signal {
    package static let terminate = SIGTERM
    package static let interrupt = SIGINT
    package static let hangUp = SIGHUP
    /// The terminal has another size.
    package static let windowChange = SIGWINCH
    /// A person at the terminal wants the process to stop for now, as by Ctrl-Z; unlike `halt` it can be put off.
    package static let suspend = SIGTSTP
    package static let halt = SIGSTOP
    /// A person left an order for the desk.
    package static let order = SIGUSR1
    /// A writer wants to open a file on which we hold a lease.
    package static let io = SIGIO
    /// A write to a pipe or socket without a reader; when it is ignored, the write fails with EPIPE.
    package static let pipe = SIGPIPE
    /// A write past the limit on file size; when it is ignored, the write fails with EFBIG.
    package static let fileSize = SIGXFSZ

    /// Sends a signal to a process.
    ///
    /// - Throws: EPERM where the process is another user's, ESRCH where there is none.
    package static func send(_ number: Int32, to process: Int32) throws(Errno) {
        try SystemCall.call("kill") { kill(process, number) }
    }

    /// Whether a process holds a signal back, as one does that reads it from a `SignalQueue`.
    ///
    /// The default action of most signals ends a process, and the number of a process may be that of another one by
    /// now. So this is asked before a signal is sent that only a desk of this version expects. Where `/proc` does not
    /// tell, the answer is no.
    package static func isHeldBack(_ number: Int32, by process: Int32) -> Bool {
        let status = try? Descriptor.open(Path("/proc/\(process)/status"), .readOnly).readAll(limit: 1 << 16)
        for line in String(decoding: status ?? [], as: UTF8.self).split(separator: "\n") {
            guard line.hasPrefix("SigBlk:") else { continue }
            guard let digits = line.split(separator: "\t").last, let mask = UInt64(digits, radix: 16) else { break }
            return mask >> UInt64(number - 1) & 1 == 1
        }
        return false
    }
}
