package import Home
import Pages
import Platform
import Store

/// Compares everything the desk holds with what it must be.
package struct Check {
    let home: HomePaths
    let store: Store
    /// The epoch of the database.
    package var epoch: String { store.epoch }
    /// Called with the progress of a long part: its name, how many are done, and of how many.
    let progress: (String, Int, Int) -> Void

    /// Opens the database of a home as a reader; only the check of the full-text index opens it for writing.
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

    /// Compares everything.
    ///
    /// - Parameter isAlone: Whether nobody can write the log meanwhile, since the caller holds the home's lock.
    /// - Returns: What was found.
    /// - Throws: `Fault` where something cannot be looked at.
    package func run(isAlone: Bool = false) throws(Fault) -> CheckReport {
        var report = CheckReport()
        progress("database", 0, 0)
        report.defects += try storing { () throws(StoreError) in try store.structuralDefects() }
        report.checked.append("database: pages, references, seq numbers")
        try checkIndex(&report)
        if let last = try storing({ () throws(StoreError) in try store.replayedTo() }) {
            let origin = "it was rebuilt from a change log, up to \(store.epoch):\(last)"
            report.leftOut.append("the database holds no originals, and no log follows it: \(origin)")
            return report
        }
        try checkOriginals(&report)
        try checkChangeLog(&report, isAlone)
        return report
    }

    /// What the bytes of the database are made of; every page is read for that.
    ///
    /// - Returns: Nil where the SQLite library cannot tell.
    /// - Throws: `Fault` where the database cannot be read.
    package func sizes() throws(Fault) -> DatabaseSizes? {
        progress("sizes", 0, 0)
        return try storing { () throws(StoreError) in try store.sizes() }.map(DatabaseSizes.init)
    }

    private func checkIndex(_ report: inout CheckReport) throws(Fault) {
        guard try storing({ () throws(StoreError) in try store.isSearchable() }) else {
            report.leftOut.append("full-text index: switched off")
            return
        }
        progress("full-text index", 0, 0)
        do throws(StoreError) {
            // FTS5 does its check inside an INSERT, so this one check needs a connection that can write.
            let writer = try Store(
                path: home.databaseName,
                access: .desk(newEpoch: store.epoch, now: Timestamp.now.iso)
            )
            if let defect = try writer.indexDefect() { report.defects.append(defect) }
            report.checked.append("full-text index: against the articles")
        } catch {
            report.leftOut.append("full-text index: \(error)")
        }
    }

    private func checkOriginals(_ report: inout CheckReport) throws(Fault) {
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
                report.add(.original, "original \(original.sha256): its bytes have the SHA-256 \(digest)")
            }
            done += 1
            progress("originals", done, count)
        }
        report.checked.append("originals: \(done) against their SHA-256")
    }
}
