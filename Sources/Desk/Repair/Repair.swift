package import Home
import Pages
import Platform
package import Store

/// Rebuilds what can be derived from undamaged data: indexes from the rows, the change log from the database.
///
/// Originals, rows and database pages cannot be derived from anything: where they are damaged, only a backup helps.
package struct Repair: ~Copyable {
    private let home: HomePaths
    private let rotation: Rotation
    /// Held until the repair ends, so that no desk writes meanwhile.
    private let lock: LockFile

    /// Locks a home, so that no desk can serve it.
    ///
    /// - Throws: `Fault` of kind `held` while a desk serves it.
    package init(_ surroundings: Surroundings, configurationFile: String?, home: String?) throws(Fault) {
        let configuration = try surroundings.configuration(file: configurationFile, home: home)
        let paths = try HomePaths(configuration)
        let lock = try doing("lock the home \(paths.folder)") { () throws(Errno) in try LockFile.acquire(paths.lock) }
        guard let lock else {
            throw Fault(.held, "cannot repair \(paths.folder): a desk serves this home; stop it first")
        }
        self.home = paths
        self.lock = lock
        rotation = Rotation(configuration)
        // New files get the same access rights as those that the desk makes.
        ProcessFacts.setCreationMask(0o027)
    }

    /// Mends those defects that can be mended.
    ///
    /// - Parameters:
    ///   - defects: What a check found wrong.
    ///   - epoch: The epoch of the database.
    /// - Returns: What was done, one line each.
    /// - Throws: `Fault` where something cannot be written.
    package borrowing func mend(_ defects: [Defect], epoch: String) throws(Fault) -> [String] {
        let parts = Set(defects.map(\.part))
        var done: [String] = []
        let now = Timestamp.now.iso
        let path = home.databaseName
        let writer = try storing { () throws(StoreError) in
            try Store(path: path, access: .desk(newEpoch: epoch, now: now))
        }
        if parts.contains(.index) {
            try storing { () throws(StoreError) in try writer.rebuildIndex() }
            done.append("full-text index: made anew from the articles")
        }
        if parts.contains(.database) {
            do throws(StoreError) {
                try writer.rebuildKeys()
                done.append("database: its indexes made anew from the rows")
            } catch {
                done.append("database: its indexes could not be made anew: \(error)")
            }
        }
        if parts.contains(.tally) {
            try storing { () throws(StoreError) in try writer.recount() }
            done.append("tally: counted anew")
        }
        if parts.contains(.changeLog) { done += try remakeLog(writer, now) }
        return done
    }

    /// Sets the log and its closed segments aside, and writes the log anew from the database.
    ///
    /// The old files are kept, so that people can still see what readers of the log saw.
    private borrowing func remakeLog(_ writer: Store, _ now: String) throws(Fault) -> [String] {
        var done: [String] = []
        var damaged = try LogSegments(folder: home.segments).list(epoch: writer.epoch).map {
            home.segments.appending($0.name)
        }
        if (try? FileStatus.of(home.changeLog)) != nil { damaged.append(home.changeLog) }
        for file in damaged {
            let kept = home.segments.appending(Array("damaged-\(now)-".utf8) + file.lastComponent)
            try doing("set the change log \(file) aside as \(kept)") { () throws(Errno) in
                _ = try Directory.make(home.segments, intermediates: true)
                try FileSystem.rename(file, to: kept, replacing: false)
                try Directory.open(home.segments).sync()
            }
            done.append("change log: \(Path.display(file.lastComponent)) set aside as \(kept)")
        }
        let log = ChangeLog(home.changeLog, rotation)
        let count = try log.announce(writer, now: now).records
        try log.sync()
        done.append("change log: made anew with \(count) records; readers skip those they have")
        return done
    }
}
