import Home
import Platform

/// Names in the inbox whose files cannot be taken yet: they are being written, or unreadable for the moment.
struct Unfinished {
    /// A state of a file, and the monotonic time since which it was seen so.
    struct Sighting: Sendable {
        let identity: FileStatus.Identity
        let since: Int64
    }

    private struct Entry {
        var identity: FileStatus.Identity?
        /// Monotonic time since which the identity did not change.
        var since: Int64
        let firstSeen: Int64
        var fault: String?
    }

    private var entries: [Arrival: Entry] = [:]
    private var lastLook: Int64 = 0

    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }
    /// When the first of them was seen, in monotonic nanoseconds.
    var oldest: Int64? { entries.values.map(\.firstSeen).min() }

    /// Notes a file that cannot be taken yet; its time begins again whenever its identity has changed.
    mutating func note(_ arrival: Arrival, _ identity: FileStatus.Identity, at now: Int64) {
        lastLook = now
        if let entry = entries[arrival], entry.identity == identity { return }
        entries[arrival] = Entry(
            identity: identity,
            since: now,
            firstSeen: entries[arrival]?.firstSeen ?? now,
            fault: nil
        )
    }

    /// Notes a fault; true when it was not known before, so that it is reported once.
    @discardableResult
    mutating func note(_ arrival: Arrival, fault: String, at now: Int64) -> Bool {
        lastLook = now
        let isNew = entries[arrival]?.fault != fault
        entries[arrival] = Entry(
            identity: nil,
            since: now,
            firstSeen: entries[arrival]?.firstSeen ?? now,
            fault: fault
        )
        return isNew
    }

    mutating func remove(_ arrival: Arrival) {
        entries[arrival] = nil
    }

    /// How the file was at the last look; nil where there was none, or it could not be looked at.
    func sighting(of arrival: Arrival) -> Sighting? {
        guard !entries.isEmpty, let entry = entries[arrival], let identity = entry.identity else { return nil }
        return Sighting(identity: identity, since: entry.since)
    }

    /// When to look again, in monotonic nanoseconds; nil when nothing waits.
    func dueAt(interval: Int64) -> Int64? {
        entries.isEmpty ? nil : lastLook + interval
    }

    /// Whether every file was still unfinished at a look `time` nanoseconds after the first one.
    ///
    /// The time of the last look counts, not the time now: a long batch can take longer than `time`, and then the file
    /// was never looked at again.
    func allWaited(_ time: Int64) -> Bool {
        entries.values.allSatisfy { lastLook - $0.firstSeen >= time }
    }

    /// Notes that all were looked at.
    ///
    /// A look need not end in a note, as at a name that is ignored by now. Without this, the next look would be due at
    /// once, for ever.
    mutating func noteLook(at now: Int64) {
        lastLook = now
    }

    /// All names, in order.
    var arrivals: [Arrival] {
        entries.keys.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }
}
