package import Home
package import Store

/// The state of a desk.
package struct Status: Sendable {
    /// A process that has a transaction open on the database.
    package struct OldestReader: Sendable {
        package let process: Int32
        /// Seconds since the process started, which is when its transaction can have begun at the earliest.
        package let seconds: Int64
    }

    /// A name in the inbox that is not taken, and why.
    package struct LeftName: Sendable {
        /// The path below the inbox, in shown form.
        package let path: String
        package let reason: String
    }

    /// What the database says.
    package struct Filed: Sendable {
        package let epoch: String
        package let totals: Store.Totals
    }

    package let home: HomePaths
    /// The process that serves the desk; nil where none does.
    package let process: Int32?
    /// What keeps the desk from its work, or whoever asks from reading the database; nil where nothing does.
    package let fault: StandingFault?
    /// Nil where the database cannot be read now.
    package let filed: Filed?
    /// Files in the inbox that wait to be taken.
    package let waiting: Int
    package let databaseBytes: Int64
    /// The size of the write-ahead log.
    package let walBytes: Int64
    package let oldestReader: OldestReader?
    /// Names in the inbox without an outcome, the first `leftLimit` of them.
    package let left: [LeftName]

    static let leftLimit = 100
}
