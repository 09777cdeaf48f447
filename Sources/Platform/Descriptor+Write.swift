import Glibc

extension Descriptor {
    /// Writes all bytes, in as many calls as the kernel asks for.
    ///
    /// - Throws: What the call that failed says; the bytes before it are written.
    package func write(all bytes: Span<UInt8>) throws(Errno) {
        try Descriptor.write(all: bytes, to: raw)
    }

    package func write(all bytes: [UInt8]) throws(Errno) {
        try Descriptor.write(all: bytes.span, to: raw)
    }

    /// Writes to a descriptor that somebody else owns.
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
            // Not allowed by POSIX for a count above 0; without this line a faulty file system would hold us for ever.
            guard count > 0 else { throw .inputOutput }
            written += count
        }
    }

    /// Makes contents and status durable.
    ///
    /// A failure is final: the kernel marks the pages clean all the same, so a second call would succeed and lie.
    package func sync() throws(Errno) {
        try SystemCall.call("fsync") { fsync(raw) }
    }

    /// Makes the contents durable, and of the status what is needed to read them back.
    package func dataSync() throws(Errno) {
        try SystemCall.call("fdatasync") { fdatasync(raw) }
    }
}
