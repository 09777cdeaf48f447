import Home
import Pages
import Platform
import Store

/// The work of removing a dump or an article for good: from the database, from its files, and from the change log.
///
/// After a crash it is begun again. What is committed is seen by the record of the deletion, which is newer than the
/// order; the steps after it do nothing where nothing is left to do.
final class Forgetting: OrderWork {
    private enum Step {
        case removing
        case purging(tries: Int)
        case scrubbing(LogScrubbing)
    }

    /// So often a program that reads the database is waited for, five seconds each time.
    private static let mostTries = 3

    private let word: String
    private let reason: String
    private let blocks: Bool
    private let scrubsLog: Bool
    private let placedAt: String
    /// Called while the database file is written anew, which one call of SQLite does.
    private let goingOn: () -> Void
    private var step = Step.removing
    private var isRewritten = false
    /// Whether an earlier order forgot it.
    private var isRepeated = false
    private var lines: [String] = []

    init(
        _ word: String,
        reason: String,
        blocks: Bool,
        scrubsLog: Bool,
        _ placed: PlacedOrder,
        goingOn: @escaping () -> Void
    ) {
        self.word = word
        self.reason = reason
        self.blocks = blocks
        self.scrubsLog = scrubsLog
        placedAt = placed.placedAt
        self.goingOn = goingOn
    }

    func goOn(_ intake: Intake) throws(Fault) -> OrderAnswer {
        switch step {
        case .removing: try remove(intake)
        case .purging(let tries): try purge(intake, tries)
        case .scrubbing(var scrubbing):
            let isMore = try scrubbing.goOn(intake.store)
            step = .scrubbing(scrubbing)
            guard !isMore else { return .working(done: 2, of: 3) }
            lines += scrubbing.report
            return .done(lines.joined(separator: "\n"))
        }
        if case .purging = step { return .working(done: 1, of: 3) }
        if case .scrubbing = step { return .working(done: 2, of: 3) }
        return .done(lines.joined(separator: "\n"))
    }

    // MARK: From the database

    private func remove(_ intake: Intake) throws(Fault) {
        let store = intake.store
        lines = []
        let found = try storing { () throws(StoreError) in try store.removable(word) }
        guard found.count < 2 else {
            throw Fault(
                .refused,
                "cannot forget: more than one id begins with \(word): \(found.map(\.id).joined(separator: ", ")) …"
            )
        }
        if let subject = found.first {
            let now = Timestamp.now.iso
            let removal = Removal(subject, reason: reason, blocks: blocks, scrubsLog: scrubsLog, now: now)
            try storing { () throws(StoreError) in
                try store.overwriteDeleted()
                try store.inTransaction(at: now) { () throws(StoreError) in try store.remove(removal) }
            }
            try tell(of: subject.id, store)
        } else {
            try removeAgain(store)
        }
        // The log says that it is gone before anything that held it is taken from the log.
        try intake.changeLog.announce(store, now: Timestamp.now.iso)
        if case .removing = step { step = .purging(tries: 0) }
    }

    /// Goes on where nothing of that name is held: this order has removed it before a crash, or an earlier one did.
    private func removeAgain(_ store: Store) throws(Fault) {
        let graves = try storing { () throws(StoreError) in try store.tombstones(startingWith: word) }
        guard let grave = graves.first(where: { $0.id == word }) ?? (graves.count == 1 ? graves[0] : nil) else {
            throw try unknown(store)
        }
        if try storing({ () throws(StoreError) in try store.removal(of: grave.id, since: placedAt) }) != nil {
            return try tell(of: grave.id, store)
        }
        isRepeated = true
        let now = Timestamp.now.iso
        let isChanged = try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in try store.setBlocked(blocks, grave) }
        }
        let state = !isChanged ? "as before" : blocks ? "it is blocked from now on" : "it is blocked no longer"
        lines.append("\(grave.text); \(state)")
        guard scrubsLog else { return }
        try storing { () throws(StoreError) in
            try store.inTransaction(at: now) { () throws(StoreError) in try store.noteScrubbing(grave, now: now) }
        }
    }

    private func unknown(_ store: Store) throws(Fault) -> Fault {
        if let other = try storing({ () throws(StoreError) in try store.ids(startingWith: word) }).first {
            return Fault(
                .refused,
                "cannot forget \(other): only articles and dumps can be forgotten; forget the dump that shows it"
            )
        }
        let rejection = try storing { () throws(StoreError) in
            word.allSatisfy(\.isHexDigit) ? try store.lastRejection(startingWith: word.lowercased()) : nil
        }
        if let rejection {
            let place =
                rejection.keptAs.map { "remove its file \($0) from the rejected ones" }
                ?? "its file is still in the inbox"
            return Fault(
                .refused,
                "cannot forget \(word): that dump was rejected, and the database holds nothing of it; \(place)"
            )
        }
        return Fault(.refused, "cannot forget \(word): no article has this id, and no dump this SHA-256")
    }

    /// Makes the answer's first line from the record of the deletion, so that it is the same after a crash.
    private func tell(of id: String, _ store: Store) throws(Fault) {
        let count =
            try storing { () throws(StoreError) in try store.removal(of: id, since: placedAt) } ?? RemovalCount()
        var parts = [
            Forgetting.text(count.dumps, "dump"),
            Forgetting.text(count.originals, "original of a dump that shows other items"),
            Forgetting.text(count.articles, "article"), Forgetting.text(count.revisions, "revision"),
            Forgetting.text(count.teasers, "teaser"),
        ].compactMap(\.self)
        if parts.isEmpty { parts = ["nothing else"] }
        lines.append("forgot \(id); gone with it: \(parts.joined(separator: ", "))")
        if blocks { lines.append("blocked: it is refused when it comes again") }
    }

    private static func text(_ count: Int, _ what: String) -> String? {
        guard count > 0 else { return nil }
        guard let space = what.firstIndex(of: " ") else { return "\(count) \(what)\(count == 1 ? "" : "s")" }
        return "\(count) \(what[..<space])\(count == 1 ? "" : "s")\(what[space...])"
    }

    // MARK: From the files

    private func purge(_ intake: Intake, _ tries: Int) throws(Fault) {
        let store = intake.store
        let purge = try storing { () throws(StoreError) in
            isRewritten ? try store.emptyLog() : try store.purge(goingOn: goingOn)
        }
        isRewritten = true
        switch purge {
        case .whole: break
        case .isRead where tries + 1 < Forgetting.mostTries:
            step = .purging(tries: tries + 1)
            return
        case .isRead:
            lines.append(
                "copydesk.db-wal still holds it, since another program reads the database; it goes in the first quiet minute "
                    + "after that program ends"
            )
        case .noRoom(let why):
            lines.append(
                "free pages of copydesk.db can still hold it: no room to write the file anew (\(why)); make room and forget "
                    + "it again"
            )
        }
        if scrubsLog {
            step = .scrubbing(LogScrubbing(intake.changeLog))
        } else {
            if !isRepeated {
                lines.append(
                    "the change log still holds its text; `copydesk forget` with --scrub-log takes it out there too"
                )
            }
            step = .removing
        }
    }
}
