import Home
import Platform

/// Standard output and standard error, unbuffered.
enum Console {
    /// Writes text to standard output.
    ///
    /// - Throws: `Fault` when it cannot be written, for instance to a full disk. A closed pipe ends the process by
    ///   SIGPIPE, as it ends any filter, except in `run`, which ignores that signal.
    static func write(_ text: String) throws(Fault) {
        try write(Array(text.utf8))
    }

    static func write(_ bytes: [UInt8]) throws(Fault) {
        try doing("write to standard output") { () throws(Errno) in try StandardStream.write(bytes, to: 1) }
    }

    /// Waits for a while; true as soon as nobody reads standard output any more.
    static func waitForReaderToGo(milliseconds: Int) throws(Fault) -> Bool {
        try doing("wait") { () throws(Errno) in try StandardStream.waitForReaderToGo(milliseconds: milliseconds) }
    }

    /// The text of a small file.
    static func text(ofFile path: String) throws(Fault) -> String {
        try doing("read \(path)") { () throws(Errno) in
            String(decoding: try Descriptor.open(Path(path), .readOnly).readAll(limit: 1 << 20), as: UTF8.self)
        }
    }

    /// Writes to standard error; a failure is passed over, since there is nowhere left to report it.
    static func writeError(_ text: String) {
        try? StandardStream.write(Array(text.utf8), to: 2)
    }

    /// Ends the process.
    static func exit(_ code: Int32) -> Never {
        StandardStream.exit(code)
    }

    /// Text that is safe for a terminal, which obeys control characters instead of showing them.
    ///
    /// Newlines are kept. The marks that change the direction of writing are replaced too.
    static func safe(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x0A: scalar
                    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }
            )
        )
    }
}
