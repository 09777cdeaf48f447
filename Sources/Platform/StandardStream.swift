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

    /// Ends the process with an exit code.
    package static func exit(_ code: Int32) -> Never {
        Glibc.exit(code)
    }
}
