import Home
import Platform
import Store

extension Desk {
    /// What an idle desk does once a minute.
    func keepHouse(_ intake: Intake) throws(Fault) {
        if intake.inbox.wasReplaced() {
            observer.say(.warning, "another folder stands at \(home.inbox) now; watching that one")
        }
        for complaint in try intake.retryStuck() { observer.say(.warning, complaint) }
        try intake.settleRejected()
        tellOfOrdered(since: Clock.monotonic, intake)
        // Somebody may have removed or cut the log since the last announcement; the next one repairs it.
        try intake.changeLog.announce(intake.store, now: Timestamp.now.iso)
        try intake.changeLog.pruneIfDue(intake.store, now: Timestamp.now.iso)
        for complaint in intake.changeLog.complaints() { observer.say(.warning, complaint) }
        intake.inbox.askForScan()
        // Whoever left an order may not be able to signal the desk.
        orders.areDue = true
        try intake.retirement.settleAccounts(intake.store, now: Timestamp.now.iso)
        try checkpoint(intake)
    }

    /// Ends a time of trouble, unless its fault is met again.
    ///
    /// Nothing waits any more that would meet it. It is over only when a commit succeeds, and what is done once a
    /// minute, which may be what failed.
    func endTroubleIfOver(_ intake: Intake) throws(Fault) {
        try keepHouse(intake)
        try storing { () throws(StoreError) in try intake.store.tryCommit() }
        endTrouble()
    }

    /// Brings all commits into the database file, since people copy that one file.
    ///
    /// Where a reader holds it up, the next minute tries again.
    private func checkpoint(_ intake: Intake) throws(Fault) {
        let log = Path(bytes: home.database.bytes + Array("-wal".utf8))
        guard let log, (try? FileStatus.of(log).size) != 0 else { return }
        try storing { () throws(StoreError) in
            _ = try intake.hasWork ? intake.store.checkpoint() : intake.store.checkpointIdle()
        }
    }
}
