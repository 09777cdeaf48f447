import Home
import Pages
import Platform
import Store

// Compares the change log, its closed segments first, with records made anew from the database.
extension Check {
    /// What is carried from line to line and from file to file.
    fileprivate struct Walk: ~Copyable {
        var expected: RecordStream
        /// The epoch of the database.
        let epoch: String
        /// The last seq of the database.
        let newest: Int64
        /// The digest of the previous file, which the first line of the next one names.
        var previous: String?
        /// The hash of the bytes since the last `log.*` line, that line included.
        var sinceMark = SHA256()
        /// The file and the number of the line that is looked at.
        var place = ""
        var report: CheckReport

        /// Reports a defect at this place.
        mutating func add(_ defect: String) { report.add(.changeLog, "change log: \(place): \(defect)") }
    }

    func checkChangeLog(_ report: inout CheckReport, _ isAlone: Bool) throws(Fault) {
        let newest = try storing { () throws(StoreError) in try store.lastSeq() }
        let folder = LogSegments(folder: home.segments)
        let segments = try folder.list(epoch: store.epoch)
        guard (try? FileStatus.of(home.changeLog)) != nil else {
            if newest > 0 { report.add(.changeLog, "change log: \(home.changeLog) is missing; the desk makes it anew") }
            return
        }
        // With `keep`, the oldest segments are gone, and the first that is left begins later than seq 1.
        let expected = RecordStream(store, after: (segments.first?.first ?? 1) - 1)
        var walk = Walk(expected: expected, epoch: store.epoch, newest: newest, report: report)
        for segment in segments {
            try check(home.segments.appending(segment.name), &walk)
            walk.previous = try folder.digest(of: segment)
        }
        let torn = try check(home.changeLog, &walk)
        report = walk.report
        if torn {
            report.leftOut.append("change log: an unfinished last line, being written or mended at the next start")
        }
        // A desk that serves the home may be about to append what is missing at the end.
        let isStill = isAlone ? true : try LockHolder.isFree(home)
        if walk.expected.seq < newest, isStill {
            report.add(.changeLog, "change log: it ends at seq \(walk.expected.seq), the database at \(newest)")
        }
        let among = segments.isEmpty ? "" : " in \(segments.count + 1) files"
        report.checked.append("change log: \(walk.expected.seq) records\(among) against the database")
    }

    /// Goes through one file line by line, in pieces.
    ///
    /// - Returns: Whether its last line is unfinished.
    @discardableResult
    private func check(_ path: Path, _ walk: inout Walk) throws(Fault) -> Bool {
        let file = try doing("read the change log \(path)") { () throws(Errno) in try Descriptor.open(path, .readOnly) }
        var rest: [UInt8] = []
        var number = 0
        walk.sinceMark = SHA256()
        while true {
            let read = try doing("read the change log \(path)") { () throws(Errno) in
                try file.read(upTo: 1 << 20, into: &rest)
            }
            guard read > 0 else { return !rest.isEmpty }
            var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let tail = Array(lines.removeLast())
            for line in lines {
                number += 1
                walk.place = "\(Path.display(path.lastComponent)) line \(number)"
                if LogLine.position(of: line) != nil, LogLine.speaksOfFile(line) {
                    walk.checkMark(line)
                }
                walk.sinceMark.update(Array(line + [UInt8(ascii: "\n")]).span)
                try walk.check(line)
            }
            rest = tail
            self.progress("change log", Int(walk.expected.seq), Int(walk.newest))
        }
    }
}

extension Check.Walk {
    /// Checks a `log.*` line: the digests in it must be those of the file or of the bytes before it.
    mutating func checkMark(_ line: ArraySlice<UInt8>) {
        let text = String(decoding: line, as: UTF8.self)
        func value(_ key: String) -> Substring? {
            text.firstRange(of: "\"\(key)\":\"").map { text[$0.upperBound...].prefix { $0 != "\"" } }
        }
        if LogLine.opens(line), let previous = previous, let named = value("previous_sha256"), named != previous {
            add("the file before it is not the one it names (SHA-256)")
        }
        var since = SHA256()
        swap(&since, &sinceMark)
        let digest = since.finalize().hex
        if text.prefix(300).contains("\"type\":\"log.check"), let named = value("sha256"), named != digest {
            add("the bytes before it are not those it was made of (SHA-256)")
        }
    }

    /// Compares a line with the record that the database has for it.
    mutating func check(_ line: ArraySlice<UInt8>) throws(Fault) {
        // A line that a crash tore is no record, and a `log.*` line repeats an earlier seq.
        guard let position = LogLine.position(of: line), position.epoch == epoch else { return }
        if position.seq <= expected.seq {
            if !LogLine.speaksOfFile(line) {
                add("seq \(position.seq) again")
            }
            return
        }
        while expected.seq < position.seq {
            guard let record = try expected.next() else {
                add("seq \(position.seq) is not in the database")
                return
            }
            if record.seq < position.seq {
                add("seq \(record.seq) is missing before it")
            } else if !record.isForgotten, !record.line.dropLast().elementsEqual(line) {
                // A line that was written before its text was forgotten stays as it is, unless that was asked for.
                add("seq \(record.seq) differs from the database")
            }
        }
    }
}
