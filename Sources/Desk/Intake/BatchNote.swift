import Home
import Platform

/// The names of the batch in work, noted before their pages are read (design, section 4, last paragraph).
///
/// A dump that makes the normaliser stop the process must not do so for ever. The file holds one byte that a dying
/// process sets to `!`, the number of tries the first name has had by itself, and the names. It is not synced: it
/// has to survive the process, not the machine.
struct BatchNote: ~Copyable {
    /// A name that was being read by itself when the process ended this often, without a trap, is given up too: the
    /// kernel's out-of-memory killer leaves no mark, but neither does a person's `kill -9`.
    static let patience = 5

    /// What the last process left.
    struct Suspects {
        /// In the order in which they are to be tried, one at a time.
        var paths: [[UInt8]]
        /// How often the first was tried by itself.
        var tries: Int
        /// Why the process died, where it was a crash.
        private(set) var cause: Cause?

        /// What the mark says that the dying process left.
        enum Cause: UInt8 {
            /// A trap, or a bad memory access.
            case trap = 0x21  // !
            /// The processor time for a batch was up.
            case time = 0x73  // s
            /// Memory was short.
            case memory = 0x6D  // m
        }

        var trapped: Bool { cause != nil }

        /// Goes on to the next name, which was not tried by itself yet.
        mutating func next() {
            if !paths.isEmpty { paths.removeFirst() }
            tries = 0
            cause = nil
        }

        /// Whether the first has had its chances.
        var firstIsGuilty: Bool { tries >= 1 && (trapped || tries >= BatchNote.patience) }
    }

    private let file: Descriptor

    init(_ path: Path) throws(Fault) {
        file = try doing("open \(path)") { () throws(Errno) in
            try Descriptor.open(path, [.readWrite, .create, .noFollow])
        }
        CrashMark.arm(descriptor: file.raw)
    }

    /// Reads what the last process left; nil where its batch was finished.
    func suspects() throws(Fault) -> Suspects? {
        let bytes = try doing("read the note of the batch in work") { () throws(Errno) in
            try file.readAt(offset: 0, count: 1 << 24)
        }
        guard bytes.count > 2, let mark = bytes.first else { return nil }
        let parts = bytes.dropFirst().split(separator: 0)
        guard let digits = parts.first, let tries = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        return Suspects(paths: parts.dropFirst().map(Array.init), tries: tries, cause: Suspects.Cause(rawValue: mark))
    }

    /// Notes the batch; `tries` is 0 where it is not tried by itself.
    func begin(_ paths: [[UInt8]], tries: Int) throws(Fault) {
        var bytes = Array(".\(tries)".utf8)
        for path in paths { bytes += [0] + path }
        try doing("note the batch in work") { () throws(Errno) in
            try file.truncate(to: 0)
            try file.rewind()
            try file.write(all: bytes)
        }
    }

    /// Notes that the batch is done.
    func end() throws(Fault) {
        try doing("clear the note of the batch in work") { () throws(Errno) in try file.truncate(to: 0) }
    }
}
