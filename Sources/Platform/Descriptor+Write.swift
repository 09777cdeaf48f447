import Glibc

extension Descriptor {
    /// Writes all bytes, in as many calls as it takes.
    ///
    /// - Throws: The error of the call that failed; the bytes before it are written.
    package func write(all bytes: Span<UInt8>) throws(Errno) {
        try Descriptor.write(all: bytes, to: raw)
    }

    package func write(all bytes: [UInt8]) throws(Errno) {
        try Descriptor.write(all: bytes.span, to: raw)
    }

    /// Writes all bytes to a descriptor that somebody else owns.
    static func write(all bytes: Span<UInt8>, to raw: Int32) throws(Errno) {
        try unsafe bytes.withUnsafeBytes { (buffer) throws(Errno) in
            try unsafe write(buffer, to: raw)
        }
    }

    private static func write(_ buffer: UnsafeRawBufferPointer, to raw: Int32) throws(Errno) {
        var written = 0
        while written < buffer.count {
            let count = try SystemCall.call("write") {
                unsafe Glibc.write(raw, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            // POSIX does not allow 0 for a count above 0; without this check a faulty file system would keep us here
            // for ever.
            guard count > 0 else { throw .inputOutput }
            written += count
        }
    }

    /// Makes the file's contents and status durable.
    ///
    /// A failure is final: the kernel marks the pages clean even so, and a second call would succeed without having
    /// written them.
    package func sync() throws(Errno) {
        try SystemCall.call("fsync") { fsync(raw) }
    }

    /// Makes the file's contents durable, and of its status what is needed to read them back.
    package func dataSync() throws(Errno) {
        try SystemCall.call("fdatasync") { fdatasync(raw) }
    }
}
