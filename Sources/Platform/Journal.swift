import Glibc

/// Says what happened, one message at a time: to the journal with fields, to a terminal, or as lines with their times.
///
/// Where the descriptor leads to the journal, messages go to its socket, and as lines that begin with `<N>`
/// (sd-daemon(3)) if that does not take them. A file or a pipe gets plain lines: nothing there reads `<N>`, and nothing
/// else tells the time. Each line is one `write`, so that lines of several processes do not mix.
package struct Journal: Sendable {
    /// The priorities of syslog(3) that the desk uses.
    package enum Priority: Int, Sendable {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
        case debug = 7

        /// What stands before a message that is worth a look.
        var word: String? {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .notice, .info, .debug: nil
            }
        }

        /// The colour of such a message on a terminal (ECMA-48, SGR): red, yellow.
        var colour: String? {
            switch self {
            case .error: "31"
            case .warning: "33"
            case .notice, .info, .debug: nil
            }
        }
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

    /// What a line looks like where the descriptor gets it.
    enum Form: Sendable {
        /// The text alone, coloured where it is an error or a warning.
        case terminal
        /// The time, the priority where it is an error or a warning, and the text.
        case plain
        /// `<N>` and the text.
        case journal
    }

    private let raw: Int32
    private let form: Form
    private let socket: DatagramAddress?

    /// Says to standard error, which is open for as long as the process runs.
    ///
    /// - Parameters:
    ///   - terminal: Whether a person reads it: colours, and no times.
    ///   - stream: `$JOURNAL_STREAM`; nil where it is not set.
    /// - Returns: The journal of this process.
    package static func standardError(terminal: Bool, stream: String?) -> Journal {
        Journal(descriptor: STDERR_FILENO, terminal: terminal, stream: stream)
    }

    /// Says to a descriptor that stays open for as long as the journal is used.
    ///
    /// - Parameters:
    ///   - descriptor: Where to.
    ///   - terminal: Whether a person reads it: colours, and no times.
    ///   - stream: `$JOURNAL_STREAM`, the device and inode of the journal's end as systemd set it up. A descriptor that
    ///     was redirected since has others, and gets the lines itself.
    ///   - socket: Where the journal listens for messages with fields.
    init(
        descriptor: Int32,
        terminal: Bool,
        stream: String? = nil,
        socket: String = "/run/systemd/journal/socket"
    ) {
        raw = descriptor
        let isJournal = Journal.leads(descriptor, to: stream)
        form = isJournal ? .journal : terminal ? .terminal : .plain
        self.socket = isJournal ? DatagramAddress(socket) : nil
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
        let line = Journal.line(priority, message, form, at: Timestamp.now)
        try? Descriptor.write(all: line.span, to: raw)
    }

    /// The bytes of one line.
    ///
    /// Control characters are escaped: a newline would begin a line without a priority, or forge one, and a terminal
    /// obeys the others. A backslash stays single, for names come in their displayed form already.
    static func line(_ priority: Priority, _ message: String, _ form: Form, at time: Timestamp) -> [UInt8] {
        let text = escaped(Array(message.utf8))
        switch form {
        case .journal: return Array("<\(priority.rawValue)>".utf8) + text + [newline]
        case .plain:
            let word = priority.word.map { "\($0): " } ?? ""
            return Array("\(time.iso) \(word)".utf8) + text + [newline]
        case .terminal:
            guard let colour = priority.colour else { return text + [newline] }
            return Array("\u{1B}[\(colour)m".utf8) + text + Array("\u{1B}[0m\n".utf8)
        }
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
