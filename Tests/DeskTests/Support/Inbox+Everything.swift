@testable import Desk
@testable import Home

extension Inbox {
    /// Scans as the intake does where the database knows no name yet.
    func scanEverything() throws(Fault) {
        let before = try beginScan()
        try listEverything()
        endScan(from: before)
    }

    /// Reads the events that are there, and lists the folders that came with them.
    func readEverything() throws(Fault) {
        try readEvents()
        try listEverything()
    }

    private func listEverything() throws(Fault) {
        while let listed = try nextNames() {
            for arrival in listed.arrivals { add(arrival) }
        }
    }
}
