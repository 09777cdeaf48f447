import Glibc

/// The signals the desk knows by name.
package enum Signal {
    package static let terminate = SIGTERM
    package static let interrupt = SIGINT
    package static let hangUp = SIGHUP
    /// A writer asked for a file that we hold a lease on.
    package static let io = SIGIO
    /// A write to a pipe or socket without a reader; ignored, the write says EPIPE.
    package static let pipe = SIGPIPE
    /// A write past the limit on file size; ignored, the write says EFBIG.
    package static let fileSize = SIGXFSZ

    /// Sends a signal to a process.
    ///
    /// - Throws: EPERM where it is another user's, ESRCH where there is none.
    package static func send(_ number: Int32, to process: Int32) throws(Errno) {
        try SystemCall.call("kill") { kill(process, number) }
    }
}
