/// Says what happened, one line at a time, in the form the service manager's journal reads (sd-daemon(3)).
///
/// Each line is one `write`, so that lines of several processes do not mix.
package struct Journal: Sendable {
    /// The priorities of syslog(3) that the desk uses.
    package enum Priority: Int, Sendable {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
        case debug = 7
    }

    private let raw: Int32
    private let isTerminal: Bool

    /// Says to a descriptor that stays open for as long as the journal is used.
    ///
    /// - Parameters:
    ///   - descriptor: Where to, as a rule 2.
    ///   - terminal: Whether a person reads it: colours instead of `<N>`.
    package init(descriptor: Int32, terminal: Bool) {
        raw = descriptor
        isTerminal = terminal
    }

    /// Says one line; a failure is passed over, since there is nowhere left to tell it.
    package func say(_ priority: Priority, _ message: String) {
        let line = Journal.line(priority, message, onTerminal: isTerminal)
        try? Descriptor.write(all: line.span, to: raw)
    }

    /// The bytes of one line.
    ///
    /// Control characters are escaped: a newline would begin a line without a priority, or forge one, and a terminal
    /// obeys the others. A backslash stays single, for names come in their displayed form already.
    static func line(_ priority: Priority, _ message: String, onTerminal: Bool) -> [UInt8] {
        let text = escaped(Array(message.utf8))
        guard onTerminal else { return Array("<\(priority.rawValue)>".utf8) + text + [newline] }
        let colour: String? =
            switch priority {
            case .error: "31"
            case .warning: "33"
            case .notice, .info, .debug: nil
            }
        guard let colour else { return text + [newline] }
        return Array("\u{1B}[\(colour)m".utf8) + text + Array("\u{1B}[0m\n".utf8)
    }

    private static let newline = UInt8(ascii: "\n")

    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for (place, byte) in text.enumerated() {
            switch byte {
            case newline: result += Array("\\n".utf8)
            case UInt8(ascii: "\r"): result += Array("\\r".utf8)
            case UInt8(ascii: "\t"): result.append(byte)
            case 0x00..<0x20, 0x7F: Path.appendEscape(of: byte, to: &result)
            // The C1 controls are C2 80 to C2 9F in UTF-8; a message is a String, thus valid.
            case 0x80...0x9F where place > 0 && text[place - 1] == 0xC2:
                result.removeLast()
                Path.appendEscape(of: 0xC2, to: &result)
                Path.appendEscape(of: byte, to: &result)
            default: result.append(byte)
            }
        }
        return result
    }
}
