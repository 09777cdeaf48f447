import Home
import Platform

/// A file that a database is rebuilt from: a segment of a change log, the live log, or a snapshot.
struct ReplayedFile {
    let path: Path
    let epoch: String
    /// The number in its first line: of the last record before a segment, or of the last change before a snapshot.
    let seq: Int64
    let isSnapshot: Bool

    /// Reads its first line.
    ///
    /// - Throws: `Fault` where it cannot be read or does not begin as a desk's file does.
    init(_ path: Path) throws(Fault) {
        let beginning = try doing("read \(path)") { () throws(Errno) in
            var bytes: [UInt8] = []
            _ = try Descriptor.open(path, .readOnly).read(upTo: 1 << 16, into: &bytes)
            return bytes
        }
        let line = beginning.prefix { $0 != UInt8(ascii: "\n") }
        guard let position = LogLine.position(of: line), LogLine.opens(line) || LogLine.opensSnapshot(line) else {
            throw Fault(
                .refused,
                "cannot replay \(path): its first line is not that of a change log's file or of a snapshot"
            )
        }
        self.path = path
        epoch = position.epoch
        seq = position.seq
        isSnapshot = LogLine.opensSnapshot(line)
    }

    /// Goes through its whole lines; a last line without its newline is left out.
    func lines(_ each: (ArraySlice<UInt8>) throws(Fault) -> Void) throws(Fault) {
        let file = try LogFileLines(path)
        while let line = try file?.next() { try each(line) }
    }
}
