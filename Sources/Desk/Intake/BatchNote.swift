import Home
import Platform

/// The names of the batch in work, noted before their pages are read (design, section 4, last paragraph).
///
/// Without it, a dump that makes the normaliser stop the process would do so at every start. The file holds one byte
/// over which a dying process writes the mark of its `Cause`, then how often the first name was tried by itself, then
/// the names, separated by NULs. It is not synced: it has to survive the process, not the machine.
struct BatchNote: ~Copyable {
    /// How often the process can end without a mark while it reads a name by itself, before that name is given up.
    ///
    /// When the kernel's out-of-memory killer ends the process there is no mark, and the dump is to blame. But
    /// `kill -9` by a person leaves none either, so one such end proves nothing.
    static let patience = 5

    /// What the last process left.
    struct Suspects {
        /// In the order in which they are to be tried, one at a time.
        var paths: [[UInt8]]
        /// How often the first was tried by itself.
        var tries: Int
        /// Why the process died; nil where it left no mark.
        private(set) var cause: Cause?

        /// The meaning of the mark that a dying process leaves (`CrashMark`).
        enum Cause: UInt8 {
            /// A trap, or a bad memory access.
            case trap = 0x21  // !
            /// The processor time for a batch was used up.
            case time = 0x73  // s
            /// Memory was short.
            case memory = 0x6D  // m
        }

        var trapped: Bool { cause != nil }

        /// Goes on to the next name, which was never tried by itself.
        mutating func next() {
            if !paths.isEmpty { paths.removeFirst() }
            tries = 0
            cause = nil
        }

        /// Whether the first name is given up.
        ///
        /// One crash is enough while it was tried by itself; ends without a mark have to be `patience` many.
        var firstIsGuilty: Bool { tries >= 1 && (trapped || tries >= BatchNote.patience) }
    }

    private let file: Descriptor

    init(_ path: Path) throws(Fault) {
        file = try doing("open \(path)") { () throws(Errno) in
            try Descriptor.open(path, [.readWrite, .create, .noFollow])
        }
        // From here on, a crash writes its mark over the first byte of this file.
        CrashMark.arm(file)
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

    /// Notes the names in work.
    ///
    /// `tries` is how often the first was tried by itself, this time included; for a batch it is 0.
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
