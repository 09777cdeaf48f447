package import Platform

/// A fault of the machine that keeps a desk from its work: what it is, and since when.
///
/// The desk writes it as a note into its lock file. That file is there as long as the desk is, whoever may ask the desk
/// may read it, and it has a block of the disk already: so the fault is told even while the database is locked or the
/// disk is full. Where nothing can be written at all, as on a file system that the kernel has made read-only, the time
/// and the error are told by the lock itself (`LockFile.mark`).
package struct StandingFault: Equatable, Sendable {
    /// When it began, UTC, to the second; nil where whoever asks has met the fault and cannot know that.
    package let since: String?
    package let message: String

    package init(since: String?, message: String) {
        self.since = since
        self.message = message
    }

    /// Leaves the fault, or that there is none, for others to read.
    package static func write(_ fault: StandingFault?, into lock: borrowing LockFile) {
        var mark: Int64 = 0
        do throws(Errno) {
            try lock.write(note: fault.map { Array("\($0.since ?? "-") \($0.message)".utf8) } ?? [])
        } catch {
            let began = (fault?.since.flatMap(Timestamp.parse)?.nanoseconds ?? 0) / 1_000_000_000
            if fault != nil { mark = (began << StandingFault.codeBits) | Int64(error.code) }
        }
        try? lock.mark(mark)
    }

    /// An error number is below 4096 (MAX_ERRNO of the kernel).
    private static let codeBits = 12

    /// What a mark says; nil for none.
    private init?(mark: Int64, of home: HomePaths) {
        guard mark > 0 else { return nil }
        let began = Timestamp(nanoseconds: (mark >> StandingFault.codeBits) * 1_000_000_000)
        let error = Errno(code: Int32(truncatingIfNeeded: mark & (1 << StandingFault.codeBits - 1)))
        self.init(
            since: "\(began.iso.prefix(19))Z",
            message: "the desk can write nothing to \(home.folder): \(error); its journal tells what it cannot do"
        )
    }

    /// The fault of the desk that serves a home; nil where there is none, or no desk.
    package static func read(of home: HomePaths) throws(Fault) -> StandingFault? {
        let (mark, note) = try doing("read how the desk of \(home.folder) stands") { () throws(Errno) in
            (try LockFile.mark(of: home.lock), try LockFile.note(of: home.lock))
        }
        // A note that could not be taken away may still stand beside a mark.
        if let fault = StandingFault(mark: mark, of: home) { return fault }
        guard let note, let space = note.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        let since = String(decoding: note[..<space], as: UTF8.self)
        return StandingFault(
            since: since == "-" ? nil : since,
            message: String(decoding: note[(space + 1)...], as: UTF8.self)
        )
    }
}
