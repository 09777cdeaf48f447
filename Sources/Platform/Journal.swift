/// Says what happened, one message at a time: to the journal with fields, to a terminal, or as lines with a priority.
///
/// The journal is asked for where descriptor 2 leads to it; elsewhere a line begins with `<N>` (sd-daemon(3)) and the
/// fields are left out. Each line is one `write`, so that lines of several processes do not mix.
package struct Journal: Sendable {
    /// The priorities of syslog(3) that the desk uses.
    package enum Priority: Int, Sendable {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
        case debug = 7
    }

    /// A field of a message besides its text, as `DUMP_SHA256`.
    package struct Field: Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    private let raw: Int32
    private let isTerminal: Bool
    private let socket: DatagramAddress?

    /// Says to a descriptor that stays open for as long as the journal is used.
    ///
    /// - Parameters:
    ///   - descriptor: Where to, as a rule 2.
    ///   - terminal: Whether a person reads it: colours instead of `<N>`.
    ///   - stream: `$JOURNAL_STREAM`, the device and inode of the journal's end as systemd set it up. A descriptor that
    ///     was redirected since has others, and gets the lines itself.
    ///   - socket: Where the journal listens for messages with fields.
    package init(
        descriptor: Int32,
        terminal: Bool,
        stream: String? = nil,
        socket: String = "/run/systemd/journal/socket"
    ) {
        raw = descriptor
        isTerminal = terminal
        self.socket = Journal.leads(descriptor, to: stream) ? DatagramAddress(socket) : nil
    }

    /// Whether a descriptor is still the one that `$JOURNAL_STREAM` names by device and inode.
    package static func leads(_ descriptor: Int32, to stream: String?) -> Bool {
        guard let stream, let status = try? FileStatus.read(of: descriptor) else { return false }
        return "\(status.device):\(status.inode)" == stream
    }

    /// Says one message; a failure is passed over, since there is nowhere left to tell it.
    package func say(_ priority: Priority, _ message: String, _ fields: [Field] = []) {
        if let socket {
            var entry = JournalEntry()
            entry.add("MESSAGE", Journal.escaped(Array(message.utf8)))
            entry.add("PRIORITY", Array("\(priority.rawValue)".utf8))
            entry.add("SYSLOG_IDENTIFIER", Array("copydesk".utf8))
            for field in fields { entry.add(field.name, Array(field.value.utf8)) }
            if (try? socket.send(entry.bytes)) != nil { return }
        }
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
