import Home
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
        var digests = LogDigests()
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
        for (index, segment) in segments.enumerated() {
            walk.digests.beginFile(isFirst: index == 0)
            try check(home.segments.appending(segment.name), &walk)
        }
        walk.digests.beginFile(isFirst: segments.isEmpty)
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
                if let defect = walk.digests.take(line) { walk.add(defect) }
                try walk.check(line)
            }
            rest = tail
            self.progress("change log", Int(walk.expected.seq), Int(walk.newest))
        }
    }
}

extension Check.Walk {
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
