package import Home
import Pages
package import Platform
import Store

/// Rebuilds a database from a change log alone: from its first record on, or from a snapshot and what follows it.
package struct Replay {
    /// What was done, for whoever asked for it.
    package struct Report {
        package var records: Int64 = 0
        /// The number of the last record.
        package var seq: Int64 = 0
        package var epoch = ""
        /// How many SHA-256 of the log agree with its bytes.
        package var digests = 0
        package var files = 0
    }

    /// So many records are applied in one transaction.
    private static let batch = 500

    private let files: [ReplayedFile]
    private let target: Path
    private let progress: (String, Int, Int) -> Void

    /// Looks at the files.
    ///
    /// - Parameters:
    ///   - paths: Segments, the live log, a snapshot, in any order.
    ///   - target: The database to make; it must not exist.
    ///   - progress: Called with a file's name, how many files are done, and of how many.
    /// - Throws: `Fault` where they do not belong together, or the beginning is missing.
    package init(_ paths: [Path], into target: Path, progress: @escaping (String, Int, Int) -> Void) throws(Fault) {
        guard (try? FileStatus.of(target)) == nil else {
            throw Fault(.refused, "cannot make the database \(target): the file exists")
        }
        var files: [ReplayedFile] = []
        for path in paths { files.append(try ReplayedFile(path)) }
        files.sort { ($0.isSnapshot ? 0 : 1, $0.seq) < ($1.isSnapshot ? 0 : 1, $1.seq) }
        if let other = files.first(where: { $0.epoch != files[0].epoch }) {
            throw Fault(
                .refused,
                "cannot replay \(other.path): it is of the epoch \(other.epoch), \(files[0].path) of \(files[0].epoch)"
            )
        }
        if let snapshot = files.first(where: \.isSnapshot), files.count(where: \.isSnapshot) > 1 {
            throw Fault(.refused, "cannot replay \(snapshot.path): one snapshot is enough, and there are more")
        }
        if let first = files.first, !first.isSnapshot, first.seq > 0 {
            throw Fault(
                .historyGone,
                "cannot replay \(first.path): it begins after record \(first.seq); give the segments before it, or a "
                    + "snapshot (`copydesk changes --snapshot FILE`)"
            )
        }
        self.files = files
        self.target = target
        self.progress = progress
    }

    /// Makes the database; it gets its name when it is whole.
    package func run() throws(Fault) -> Report {
        guard let first = files.first else { throw Fault(.usage, "no file to replay") }
        let (work, copy) = (try target.hiddenBeside(), try target.hiddenBeside())
        guard let workName = work.text, let copyName = copy.text else {
            throw Fault(.refused, "cannot make the database \(target): its name is no UTF-8")
        }
        defer {
            for name in [workName, workName + "-wal", workName + "-shm", copyName] {
                try? FileSystem.unlink(Path(name))
            }
        }
        let replica = try storing { () throws(StoreError) in
            try Replica(
                path: workName,
                epoch: first.epoch,
                after: first.isSnapshot ? first.seq : 0,
                now: Timestamp.now.iso
            )
        }
        var report = try replay(into: replica)
        try storing { () throws(StoreError) in try replica.finish(into: copyName) }
        try doing("make the database \(target)") { () throws(Errno) in
            try Descriptor.open(copy, .readOnly).sync()
            try FileSystem.rename(copy, to: target, replacing: false)
            try Directory.open(target.parent).sync()
        }
        report.seq = replica.seq
        report.epoch = first.epoch
        report.files = files.count
        return report
    }

    private func replay(into replica: Replica) throws(Fault) -> Report {
        var report = Report()
        var digests = LogDigests()
        var logs = 0
        for (index, file) in files.enumerated() {
            progress(Path.display(file.path.lastComponent), index, files.count)
            if file.isSnapshot {
                try replaySnapshot(file, into: replica)
                report.digests += 1
                continue
            }
            digests.beginFile(isFirst: logs == 0)
            logs += 1
            report.records += try replay(file, into: replica, &digests)
        }
        report.digests += digests.compared
        return report
    }

    private func replay(_ file: ReplayedFile, into replica: Replica, _ digests: inout LogDigests) throws(Fault)
        -> Int64
    {
        let before = replica.seq
        var batch: [String] = []
        var number = 0
        try file.lines { (line) throws(Fault) in
            number += 1
            if let defect = digests.take(line) {
                throw Fault(.refused, "cannot replay \(file.path): line \(number): \(defect)")
            }
            guard let position = LogLine.position(of: line), !LogLine.speaksOfFile(line) else { return }
            guard position.epoch == file.epoch else {
                throw Fault(.refused, "cannot replay \(file.path): line \(number) is of the epoch \(position.epoch)")
            }
            batch.append(String(decoding: line, as: UTF8.self))
            guard batch.count >= Replay.batch else { return }
            try apply(batch, of: file, to: replica)
            batch.removeAll(keepingCapacity: true)
        }
        try apply(batch, of: file, to: replica)
        return replica.seq - before
    }

    /// Applies a snapshot, whose last line has the SHA-256 of all lines before it.
    private func replaySnapshot(_ file: ReplayedFile, into replica: Replica) throws(Fault) {
        var digest = SHA256()
        var batch: [String] = []
        var end: String?
        try file.lines { (line) throws(Fault) in
            if LogLine.closes(line) {
                end = String(decoding: line, as: UTF8.self)
                return
            }
            digest.update((Array(line) + [UInt8(ascii: "\n")]).span)
            guard !LogLine.speaksOfFile(line) else { return }
            batch.append(String(decoding: line, as: UTF8.self))
            guard batch.count >= Replay.batch else { return }
            try apply(batch, of: file, to: replica)
            batch.removeAll(keepingCapacity: true)
        }
        try apply(batch, of: file, to: replica)
        guard let end else { throw Fault(.refused, "cannot replay \(file.path): the snapshot has no end") }
        guard end.contains("\"sha256\":\"\(digest.finalize().hex)\"") else {
            throw Fault(.refused, "cannot replay \(file.path): its lines are not those it was made of (SHA-256)")
        }
    }

    private func apply(_ batch: [String], of file: ReplayedFile, to replica: Replica) throws(Fault) {
        do throws(StoreError) {
            try replica.apply(batch)
        } catch  where error.kind == .refused {
            throw Fault(.refused, "cannot rebuild \(target) from \(file.path): \(error.doing): \(error.message)")
        } catch {
            throw Fault(error)
        }
    }
}
