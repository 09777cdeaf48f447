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
        // Somebody may have removed or cut the log since the last announcement; the next one repairs it.
        try intake.changeLog.announce(intake.store, now: Timestamp.now.iso)
        for complaint in intake.changeLog.complaints() { observer.say(.warning, complaint) }
        intake.inbox.askForScan()
        try intake.retirement.settleAccounts(intake.store, now: Timestamp.now.iso)
    }
}
