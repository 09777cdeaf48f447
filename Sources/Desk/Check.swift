import Pages
import Platform
import Store

/// Compares everything the desk holds with what it must be.
package struct Check {
    let home: Home
    let store: Store
    /// Told how far a long part is: what, done, of how many.
    private let progress: (String, Int, Int) -> Void

    /// Opens a home for checking: with the desk's own rights where the caller has them, else as a reader.
    package init(
        _ surroundings: Surroundings,
        configurationFile: String?,
        home: String?,
        progress: @escaping (String, Int, Int) -> Void
    ) throws(Fault) {
        let reader = try Reader(surroundings, configurationFile: configurationFile, home: home)
        self.home = reader.home
        self.store = reader.store
        self.progress = progress
    }

    /// What was found.
    package struct Report {
        /// What is wrong, one line each.
        package var faults: [String] = []
        /// What was compared.
        package var checked: [String] = []
        /// What could not be looked at, and why.
        package var leftOut: [String] = []
    }

    /// Compares everything.
    ///
    /// - Parameter isAlone: Whether nobody can be writing the log meanwhile, since the caller holds the home's lock.
    /// - Returns: What was found.
    /// - Throws: `Fault` where it cannot be looked at.
    package func run(isAlone: Bool = false) throws(Fault) -> Report {
        var report = Report()
        progress("database", 0, 0)
        report.faults += try storing { () throws(StoreError) in try store.structuralFaults() }
        report.checked.append("database: pages, references, seq numbers")
        try checkIndex(&report)
        try checkOriginals(&report)
        try checkChangeLog(&report, isAlone)
        return report
    }

    private func checkIndex(_ report: inout Report) throws(Fault) {
        guard try storing({ () throws(StoreError) in try store.isSearchable() }) else {
            report.leftOut.append("full-text index: switched off")
            return
        }
        progress("full-text index", 0, 0)
        do throws(StoreError) {
            // FTS5 does its check inside an INSERT, so this one question takes a connection that may write.
            let writer = try Store(
                path: home.databaseName,
                access: .desk(newEpoch: store.epoch, now: Timestamp.now.iso)
            )
            if let fault = try writer.indexFault() { report.faults.append(fault) }
            report.checked.append("full-text index: against the articles")
        } catch {
            report.leftOut.append("full-text index: \(error)")
        }
    }

    private func checkOriginals(_ report: inout Report) throws(Fault) {
        let count = try storing { () throws(StoreError) in try store.dumpCount() }
        var done = 0
        var key: Int64 = 0
        while true {
            let last = key
            guard let original = try storing({ () throws(StoreError) in try store.original(after: last) }) else {
                break
            }
            key = original.key
            let digest = SHA256.digest(of: original.bytes.span).hex
            if digest != original.sha256 {
                report.faults.append("original \(original.sha256): its bytes have the SHA-256 \(digest)")
            }
            done += 1
            progress("originals", done, count)
        }
        report.checked.append("originals: \(done) against their SHA-256")
    }

    /// Goes through the log line by line, in pieces, beside the records made anew from the database.
    private func checkChangeLog(_ report: inout Report, _ isAlone: Bool) throws(Fault) {
        let newest = try storing { () throws(StoreError) in try store.lastSeq() }
        guard (try? FileStatus.of(home.changeLog)) != nil else {
            if newest > 0 { report.faults.append("change log: \(home.changeLog) is missing; the desk makes it anew") }
            return
        }
        let file = try doing("read the change log \(home.changeLog)") { () throws(Errno) in
            try Descriptor.open(home.changeLog, .readOnly)
        }
        var expected = RecordStream(store)
        var rest: [UInt8] = []
        var number = 0
        while true {
            let read = try doing("read the change log \(home.changeLog)") { () throws(Errno) in
                try file.read(upTo: 1 << 20, into: &rest)
            }
            guard read > 0 else { break }
            var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let tail = Array(lines.removeLast())
            for line in lines {
                number += 1
                try check(line, number, &expected, &report)
            }
            rest = tail
            progress("change log", Int(expected.seq), Int(newest))
        }
        if !rest.isEmpty {
            report.leftOut.append("change log: an unfinished last line, being written or mended at the next start")
        }
        let isStill = isAlone ? true : try LockHolder.isFree(home)
        if expected.seq < newest, isStill {
            report.faults.append("change log: it ends at seq \(expected.seq), the database at \(newest)")
        }
        report.checked.append("change log: \(expected.seq) records against the database")
    }

    private func check(_ line: ArraySlice<UInt8>, _ number: Int, _ expected: inout RecordStream, _ report: inout Report)
        throws(Fault)
    {
        // A line that a crash tore is no record; what speaks of the file repeats an earlier seq.
        guard let position = ChangeLog.position(of: line), position.epoch == store.epoch else { return }
        if position.seq <= expected.seq {
            if !ChangeLog.speaksOfFile(line) {
                report.faults.append("change log line \(number): seq \(position.seq) again")
            }
            return
        }
        while expected.seq < position.seq {
            guard let record = try expected.next() else {
                report.faults.append("change log line \(number): seq \(position.seq) is not in the database")
                return
            }
            if record.seq < position.seq {
                report.faults.append("change log line \(number): seq \(record.seq) is missing before it")
            } else if !record.line.dropLast().elementsEqual(line) {
                report.faults.append("change log line \(number): seq \(record.seq) differs from the database")
            }
        }
    }
}

/// The database's records in order, read in pieces.
struct RecordStream {
    private let store: Store
    private var ahead: ArraySlice<Store.Record> = []
    /// The last record handed out.
    private(set) var seq: Int64

    init(_ store: Store, after seq: Int64 = 0) {
        self.store = store
        self.seq = seq
    }

    /// The next record, nil at the end for now.
    mutating func next() throws(Fault) -> Store.Record? {
        if ahead.isEmpty {
            let last = seq
            ahead = try storing { () throws(StoreError) in try store.records(after: last, limit: 256) }[...]
        }
        guard let record = ahead.popFirst() else { return nil }
        seq = record.seq
        return record
    }
}

/// Who serves a home.
enum LockHolder {
    static func isFree(_ home: Home) throws(Fault) -> Bool {
        try doing("ask who serves \(home.folder)") { () throws(Errno) in try LockFile.holder(of: home.lock) } == nil
    }
}
