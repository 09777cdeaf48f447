import Glibc

/// The signals that the desk uses, by name.
package enum Signal {
    package static let terminate = SIGTERM
    package static let interrupt = SIGINT
    package static let hangUp = SIGHUP
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
}
