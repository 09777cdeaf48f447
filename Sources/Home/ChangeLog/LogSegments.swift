import Pages
package import Platform

/// The closed segments of a change log: `changes-<first seq>-<last seq>.jsonl` in the folder `changes` beside it.
package struct LogSegments {
    package struct Segment {
        package let name: [UInt8]
        package let first: Int64
        package let last: Int64
    }

    /// What the first line of a file says of the file before it.
    package struct Previous {
        package let name: String
        package let sha256: String
        package let last: Int64
    }

    package let folder: Path

    package init(folder: Path) {
        self.folder = folder
    }

    /// The segments of one epoch, oldest first.
    package func list(epoch: String) throws(Fault) -> [Segment] {
        var found: [Segment] = []
        let start = Array("{\"v\":1,\"epoch\":\"\(epoch)\"".utf8)
        do throws(Errno) {
            let directory = try Directory.open(folder)
            try directory.entries { (name, _) throws(Errno) in
                guard let segment = LogSegments.segment(name) else { return true }
                do throws(Errno) {
                    let file = try directory.openFile(name, [.readOnly, .nonBlocking])
                    if try file.readAt(offset: 0, count: start.count) == start { found.append(segment) }
                } catch .noEntry {
                    // The desk keeps only so many segments, and has just removed this one.
                }
                return true
            }
        } catch .noEntry {
            return []
        } catch {
            throw Fault("list the closed change logs in \(folder)", error)
        }
        return found.sorted { $0.first < $1.first }
    }

    /// The newest segment, as the first line of the next file names it; nil where there is none.
    package func previous(epoch: String) throws(Fault) -> Previous? {
        guard let last = try list(epoch: epoch).last else { return nil }
        let digest = try digest(of: last)
        return Previous(name: String(decoding: last.name, as: UTF8.self), sha256: digest, last: last.last)
    }

    /// The SHA-256 of a whole segment, as sha256sum prints it.
    package func digest(of segment: Segment) throws(Fault) -> String {
        try doing("read the closed change log \(folder.appending(segment.name))") { () throws(Errno) in
            let file = try Directory.open(folder).openFile(segment.name, [.readOnly, .nonBlocking])
            var hash = SHA256()
            while true {
                var bytes: [UInt8] = []
                guard try file.read(upTo: 1 << 20, into: &bytes) > 0 else { return hash.finalize().hex }
                hash.update(bytes.span)
            }
        }
    }

    /// The segment that a file name describes: two numbers after `changes-`, with or without an epoch before them.
    private static func segment(_ name: [UInt8]) -> Segment? {
        let start = Array("changes-".utf8)
        let end = Array(".jsonl".utf8)
        guard name.starts(with: start), name.suffix(end.count).elementsEqual(end),
            name.count > start.count + end.count
        else { return nil }
        var rest = name[start.count..<(name.count - end.count)]
        let dash = UInt8(ascii: "-")
        // An epoch is a UUID: 36 characters with four dashes.
        if rest.count > 37, rest[rest.startIndex + 36] == dash, rest.prefix(36).count(where: { $0 == dash }) == 4 {
            rest = rest.dropFirst(37)
        }
        let numbers = rest.split(separator: dash).map { Int64(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 2, let first = numbers[0], let last = numbers[1], first <= last else { return nil }
        return Segment(name: name, first: first, last: last)
    }
}
