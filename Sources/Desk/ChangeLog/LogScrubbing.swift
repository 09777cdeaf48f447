import Home
import Pages
import Platform
import Store

/// Takes what was forgotten out of the change log's files, one file at a time, the oldest first.
///
/// A file that holds such lines is written anew beside the old one and then takes its name. Each such line is replaced
/// by the record as it is made now. Digests follow: those in `log.check` lines, and in the next file's first line that
/// of the file before. All of it can be done again: a file in which nothing differs is left as it is.
struct LogScrubbing {
    private let log: ChangeLog
    /// The last seq of the segments that are done.
    private var done: Int64 = 0
    /// The SHA-256 of the segment before.
    private var previous: String?
    private var lines = 0
    private var files = 0
    private var strangers: [String] = []

    init(_ log: ChangeLog) {
        self.log = log
    }

    /// What was done, for whoever ordered it.
    var report: [String] {
        var text = ["the change log: \(lines) lines in \(files) files made anew without it; readers meet new files"]
        if !strangers.isEmpty {
            text.append(
                "left alone beside the change log, and can hold it: \(strangers.sorted().joined(separator: ", "))"
            )
        }
        return text
    }

    /// Does the next file.
    ///
    /// - Returns: Whether there are more.
    /// - Throws: `Fault` where a file cannot be read or written.
    mutating func goOn(_ store: Store) throws(Fault) -> Bool {
        let segments = try log.segments.list(epoch: store.epoch)
        if let segment = segments.first(where: { $0.first > done }) {
            try scrub(log.segments.folder.appending(segment.name), store, upTo: segment.last)
            done = segment.last
            previous = try log.segments.digest(of: segment)
            return true
        }
        // The next announcement opens the new file.
        log.letGo()
        if (try? FileStatus.of(log.path)) != nil { try scrub(log.path, store, upTo: .max) }
        strangers = try otherFiles(than: segments)
        return false
    }

    /// Files beside the segments that this cannot read: set aside as damaged, or of another database.
    private func otherFiles(than segments: [LogSegments.Segment]) throws(Fault) -> [String] {
        let known = Set(segments.map(\.name))
        var found: [String] = []
        do throws(Errno) {
            try Directory.open(log.segments.folder).entries { (name, _) throws(Errno) in
                if name.first != UInt8(ascii: "."), !known.contains(name) { found.append(Path.display(name)) }
                return true
            }
        } catch .noEntry {} catch {
            throw Fault("list the closed change logs in \(log.segments.folder)", error)
        }
        return found
    }

    private mutating func scrub(_ path: Path, _ store: Store, upTo last: Int64) throws(Fault) {
        // The first pass writes nothing: most files hold no such line.
        var trial = try LogRenewal(path, store, previous: previous, seqs: done + 1, last)
        while !trial.differs, try trial.next() != nil {}
        guard trial.differs else { return }
        let hidden = Array(".".utf8) + path.lastComponent + Array(".scrub".utf8)
        let writing = "write the change log \(path) anew"
        let file = try doing(writing) { () throws(Errno) in
            let folder = try Directory.open(path.parent)
            let file = try folder.openFile(hidden, [.writeOnly, .create, .truncate, .noFollow], mode: 0o640)
            try file.setMode(try FileStatus.of(path).mode)
            return file
        }
        var renewal = try LogRenewal(path, store, previous: previous, seqs: done + 1, last)
        while let bytes = try renewal.next() {
            try doing(writing) { () throws(Errno) in try file.write(all: bytes) }
        }
        try doing(writing) { () throws(Errno) in
            try file.sync()
            let folder = try Directory.open(path.parent)
            try folder.rename(hidden, to: folder, as: path.lastComponent, replacing: true)
            try folder.sync()
        }
        lines += renewal.lines
        files += 1
    }
}
