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
}
