import Home
import Pages
import Platform
import Store

// Reads the two ends of a log file.
extension ChangeLog {
    /// The end of a log file: its last readable line, and the bytes after its last newline.
    struct Tail {
        var size: Int64
        var epoch: String?
        var lastSeq: Int64 = 0
        /// The time in the last readable line: when the last record was committed, except in a `log.opened` line.
        var lastTime: String?
        /// Whether the last readable line is a `log.*` line, and whether it closes the file.
        var speaksOfFile = false
        var isClosed = false
        /// Bytes after the last newline.
        var torn: [UInt8] = []
    }

    /// Finds the last line that can be read, going backwards in windows that hold several lines each.
    func tail(of descriptor: borrowing Descriptor) throws(Fault) -> Tail {
        let size = try doing("read the change log \(path)") { () throws(Errno) in try descriptor.size }
        var tail = Tail(size: size)
        var end = size
        var carried: [UInt8] = []
        var sawEnd = false
        while end > 0 {
            let start = max(0, end - Int64(ChangeLog.window))
            var bytes = try doing("read the change log \(path)") { () throws(Errno) in
                try descriptor.readAt(offset: start, count: Int(end - start))
            }
            bytes += carried
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            if !sawEnd, let last = lines.popLast() {
                tail.torn = Array(last)
                sawEnd = true
            }
            // The first piece of a window may be the end of a line that begins before it.
            carried = start > 0 ? Array(lines.isEmpty ? [] : lines.removeFirst()) : []
            for line in lines.reversed() {
                guard let position = LogLine.position(of: line) else { continue }
                tail.epoch = position.epoch
                tail.lastSeq = position.seq
                tail.lastTime = LogLine.time(of: line)
                tail.speaksOfFile = LogLine.speaksOfFile(line)
                tail.isClosed = tail.speaksOfFile && LogLine.closes(line)
                return tail
            }
            if start > 0 { carried.append(UInt8(ascii: "\n")) }
            end = start
        }
        return tail
    }

    /// The `seq` of the first record that a file holds or will hold, and when it was committed, if it is there.
    func beginning(of descriptor: borrowing Descriptor, epoch: String) throws(Fault) -> (
        firstSeq: Int64, firstTime: String?
    ) {
        // Enough for the first line and for the longest line that a record can have.
        let bytes = try doing("read the change log \(path)") { () throws(Errno) in
            try descriptor.readAt(offset: 0, count: 40_000)
        }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let position = LogLine.position(of: line), position.epoch == epoch else { continue }
            if LogLine.speaksOfFile(line) {
                guard LogLine.opens(line) else { continue }
                let rest = bytes[line.endIndex...].dropFirst()
                let next = rest.prefix { $0 != UInt8(ascii: "\n") }
                return (position.seq + 1, LogLine.position(of: next).flatMap { _ in LogLine.time(of: next) })
            }
            return (position.seq, LogLine.time(of: line))
        }
        return ((try segments.previous(epoch: epoch)?.last ?? 0) + 1, nil)
    }

    /// The SHA-256 of a range of the file.
    ///
    /// The bytes are read from the file again, so that the digest covers what is in it and not what was meant to be.
    func digest(_ descriptor: borrowing Descriptor, _ range: Range<Int64>) throws(Fault) -> String {
        var hash = SHA256()
        var start = range.lowerBound
        while start < range.upperBound {
            let piece = try read(descriptor, start..<min(range.upperBound, start + Int64(ChangeLog.window)))
            // Somebody is cutting the file; the next announcement finds that out.
            if piece.isEmpty { break }
            hash.update(piece.span)
            start += Int64(piece.count)
        }
        return hash.finalize().hex
    }

    /// Where the last `log.*` line before `end` begins, looked for backwards; 0 where there is none.
    func lastMark(_ descriptor: borrowing Descriptor, before end: Int64) throws(Fault) -> Int64 {
        var end = end
        // The end of a line that begins in the window before.
        var carried: [UInt8] = []
        while end > 0 {
            let start = max(0, end - Int64(ChangeLog.window))
            let bytes = try read(descriptor, start..<end) + carried
            var first = bytes.startIndex
            if start > 0 {
                guard let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
                    carried = bytes
                    end = start
                    continue
                }
                first = newline + 1
            }
            if let mark = ChangeLog.lastMark(in: bytes[first...]) { return start + Int64(mark) }
            carried = Array(bytes[..<first])
            end = start
        }
        return 0
    }

    private func read(_ descriptor: borrowing Descriptor, _ range: Range<Int64>) throws(Fault) -> [UInt8] {
        try doing("read the change log \(path)") { () throws(Errno) in
            try descriptor.readAt(offset: range.lowerBound, count: Int(range.upperBound - range.lowerBound))
        }
    }

    private static func lastMark(in lines: ArraySlice<UInt8>) -> Int? {
        var mark: Int?
        var start = lines.startIndex
        while start < lines.endIndex {
            let line = lines[start...].prefix { $0 != UInt8(ascii: "\n") }
            if LogLine.position(of: line) != nil, LogLine.speaksOfFile(line) { mark = start }
            start = line.endIndex + 1
        }
        return mark
    }
}
