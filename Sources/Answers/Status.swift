package import Home
package import Platform
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
        /// Deliveries in each of the last hours, oldest first; the last is the hour that has not ended yet.
        package let hours: [Int64]
    }

    /// The file in the inbox that has waited longest.
    package struct OldestWaiting: Sendable {
        /// When its name, its contents or its rights were changed last, which is when it came at the latest.
        package let since: Timestamp
        /// Whether there are so many files that not all were looked at: then another may have waited longer.
        package let isOfSome: Bool
    }

    /// How many hours are counted.
    package static let hoursCounted = 48

    package let home: HomePaths
    /// When this was found out.
    package let now: Timestamp
    /// The process that serves the desk; nil where none does.
    package let process: Int32?
    /// When that process was started, to the second; nil where the kernel does not tell.
    package let runningSince: Timestamp?
    /// What a command needs to find this home: an option after a space, or nothing where it is found without.
    let place: String
    /// What keeps the desk from its work, or whoever asks from reading the database; nil where nothing does.
    package let fault: StandingFault?
    /// Nil where the database cannot be read now.
    package let filed: Filed?
    /// Files in the inbox that wait to be taken.
    package let waiting: Int
    /// Nil where none waits.
    package let oldestWaiting: OldestWaiting?
    package let databaseBytes: Int64
    /// The size of the write-ahead log.
    package let walBytes: Int64
    /// The size of the change log that is written now, without its closed segments.
    package let changeLogBytes: Int64
    /// What may still be written to the file system of the database; nil where it does not tell.
    package let freeBytes: Int64?
    package let oldestReader: OldestReader?
    /// Names in the inbox without an outcome, the first `leftLimit` of them.
    package let left: [LeftName]

    static let leftLimit = 100

    /// The beginning of the first of the counted hours, UTC.
    package var hoursBegin: Timestamp { Status.hoursBegin(at: now) }

    /// The beginnings of the counted hours, where the last one is the hour of a moment.
    static func hourBeginnings(at now: Timestamp) -> [String] {
        let first = hoursBegin(at: now).nanoseconds
        return (0..<hoursCounted).map { Timestamp(nanoseconds: first + Int64($0) * hour).iso }
    }

    private static func hoursBegin(at now: Timestamp) -> Timestamp {
        Timestamp(nanoseconds: (now.nanoseconds / hour - Int64(hoursCounted - 1)) * hour)
    }

    /// In nanoseconds.
    private static let hour: Int64 = 3_600_000_000_000
}
