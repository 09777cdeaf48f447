package import Home
import Platform
import Store

/// Finds out how a desk stands, also while its database is locked or its disk is full.
package struct StatusReader {
    private let home: HomePaths
    private let configuration: Configuration
    private let place: String

    /// Finds the home.
    ///
    /// - Parameters:
    ///   - surroundings: What the process was started in.
    ///   - configurationFile: `--config`.
    ///   - home: `--home`.
    /// - Throws: `Fault` where no home is named, or the configuration is wrong.
    package init(_ surroundings: Surroundings, configurationFile: String?, home: String?) throws(Fault) {
        configuration = try surroundings.configuration(file: configurationFile, home: home)
        let paths = try HomePaths(configuration)
        self.home = paths
        if home != nil {
            place = " --home \(ShellWord.quoted(paths.folder.description))"
        } else {
            place = configurationFile.map { " --config \(ShellWord.quoted(Path($0).absolute.description))" } ?? ""
        }
    }

    /// The state of the desk.
    ///
    /// - Throws: `Fault` where there is no database, or one that this version or this user cannot read at all. Where
    ///   only the machine is in the way, that is part of the status.
    package func status() throws(Fault) -> Status {
        let process = try LockHolder.process(of: home)
        let now = Timestamp.now
        let shared = Path(bytes: home.database.bytes + Array("-shm".utf8))
        var fault = try StandingFault.read(of: home) ?? obstacle(of: process, shared)
        var store: Store?
        var filed: Status.Filed?
        do throws(Fault) {
            let opened = try Reader(home, configuration).store
            filed = try opened.inOneView { () throws(Fault) in
                Status.Filed(
                    epoch: opened.epoch,
                    totals: try storing { () throws(StoreError) in try opened.totals() },
                    hours: try storing { () throws(StoreError) in
                        try opened.deliveries(sinceEachOf: Status.hourBeginnings(at: now))
                    }
                )
            }
            store = opened
        } catch {
            guard error.kind == .machine, (try? FileStatus.of(home.database)) != nil else { throw error }
            // The desk knows since when; a fault that only this process meets has no beginning that it could know.
            fault = fault ?? StandingFault(since: nil, message: error.message)
        }
        let survey = InboxSurvey(inbox: home.inbox, ignored: IgnoredNames(configuration.ignore), store: store)
        let found = survey.walk(limit: Status.leftLimit, isServed: process != nil, isInFault: fault != nil)
        func size(_ suffix: String) -> Int64 {
            Path(bytes: home.database.bytes + Array(suffix.utf8)).flatMap { try? FileStatus.of($0).size } ?? 0
        }
        let reader = WALReaders.processes(ofSharedMemory: shared).first { $0.id != process }
        return Status(
            home: home,
            now: now,
            process: process,
            runningSince: process.flatMap(ProcessFacts.ageSeconds).map { age in
                Timestamp(nanoseconds: (now.nanoseconds / 1_000_000_000 - age) * 1_000_000_000)
            },
            place: place,
            fault: fault,
            filed: filed,
            waiting: max(0, found.files - (filed?.totals.staying ?? 0)),
            oldestWaiting: found.oldest.map { since in
                Status.OldestWaiting(
                    since: Timestamp(nanoseconds: since),
                    isOfSome: found.looks >= InboxSurvey.lookLimit
                )
            },
            databaseBytes: size(""),
            walBytes: size("-wal"),
            changeLogBytes: (try? FileStatus.of(home.changeLog).size) ?? 0,
            freeBytes: try? FileSystem.freeBytes(home.folder),
            oldestReader: reader.map { Status.OldestReader(process: $0.id, seconds: $0.ageSeconds) },
            left: found.left
        )
    }

    /// What anybody can see to be in a desk's way before the desk itself has met it or could tell.
    ///
    /// A desk waits five seconds for a lock before it calls that a fault. And on a file system that the kernel has made
    /// read-only it cannot leave a note.
    private func obstacle(of process: Int32?, _ shared: Path?) -> StandingFault? {
        guard let process, process != 0 else { return nil }
        if let writer = WALReaders.writer(ofSharedMemory: shared), writer != process {
            return StandingFault(since: nil, message: "process \(writer) holds the lock for writing to the database")
        }
        for place in [home.database, home.changeLog] where (try? FileSystem.isReadOnly(place)) == true {
            return StandingFault(since: nil, message: "the file system of \(place) is read-only")
        }
        return nil
    }
}
