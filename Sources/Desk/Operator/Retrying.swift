import Home
import Pages
import Platform
import Store

/// The work of sending refused files through again.
///
/// Which of them were tried since the order was left is told by the database, so an order that a crash cut short goes
/// on where it was, and no file is tried twice for it.
final class Retrying: OrderWork {
    private static let sliceFiles = 64

    private let cause: Store.RetryCause
    /// When the order was left.
    private let placedAt: String
    /// The names that were asked for, empty for all.
    private let names: [[UInt8]]
    /// The deliveries whose files are sent through again; nil before the first slice.
    private var deliveries: [Int64]?
    /// How many of them are done.
    private var done = 0
    /// Whether the last slice is committed and not yet announced.
    private var isUnannounced = false
    private var lines: [String] = []
    private var counts: [String: Int] = [:]

    init(_ names: [[UInt8]], _ cause: Store.RetryCause, placedAt: String) {
        self.names = names
        self.cause = cause
        self.placedAt = placedAt
    }

    func goOn(_ intake: Intake) throws(Fault) -> OrderAnswer {
        if isUnannounced { try announce(intake) }
        let all: [Int64]
        if let deliveries { all = deliveries } else { all = try select(intake) }
        deliveries = all
        guard done < all.count else { return ending }
        let slice = try kept(all[done..<min(done + Retrying.sliceFiles, all.count)], intake.store)
        let (earlier, open) = (slice.prefix { isTried($0) }, slice.drop { isTried($0) })
        earlier.forEach { note(Retried(kept: $0, outcome: earlierOutcome(of: $0))) }
        if !earlier.isEmpty {
            done += earlier.count
        } else {
            let retried = try intake.retry(Array(open.prefix { !isTried($0) }), cause)
            // From here on the slice is committed: it must not be done again, whatever the log says.
            isUnannounced = true
            done += retried.count
            retried.forEach(note)
            try announce(intake)
        }
        return done < all.count ? .working(done: done, of: all.count) : ending
    }

    private func announce(_ intake: Intake) throws(Fault) {
        try intake.announceOrdered()
        try intake.settleRejected()
        isUnannounced = false
    }

    private var ending: OrderAnswer { .done((lines + [Retried.sum(counts)]).joined(separator: "\n")) }

    // MARK: Which

    /// Finds what was asked for.
    ///
    /// - Throws: `Fault` of kind `refused` naming what is not there; then nothing is tried.
    private func select(_ intake: Intake) throws(Fault) -> [Int64] {
        if case .newRules = cause {
            let limit = intake.configuration.maxDumpBytes
            return try storing { () throws(StoreError) in
                try intake.store.keptRejections(notBy: Normaliser.version)
            }.filter { $0.mayBeReadOtherwise(limit: limit) }.map(\.delivery)
        }
        let kept = try storing { () throws(StoreError) in try intake.store.keptRejections(orTakenSince: placedAt) }
        guard !names.isEmpty else { return kept.map(\.delivery) }
        var chosen: Set<Int64> = []
        for name in names {
            // Without the folder that a shell may have put before it, and as it is or as it is shown.
            let last = Array(name.split(separator: UInt8(ascii: "/")).last ?? [])
            let texts = [Path.display(last), String(decoding: last, as: UTF8.self)]
            let found = kept.filter { texts.contains($0.keptAs) || texts.contains($0.name) }
            guard !found.isEmpty else {
                throw Fault(.refused, "cannot retry \(Path.display(name)): no refused file of that name is kept")
            }
            chosen.formUnion(found.map(\.delivery))
        }
        return chosen.sorted()
    }

    private func kept(_ numbers: ArraySlice<Int64>, _ store: Store) throws(Fault) -> [Store.Kept] {
        try storing { () throws(StoreError) in
            var kept: [Store.Kept] = []
            for number in numbers {
                guard let one = try store.keptRejection(ofDelivery: number) else {
                    preconditionFailure("a rejection is gone: \(number)")
                }
                kept.append(one)
            }
            return kept
        }
    }

    // MARK: What became of it

    private func isTried(_ kept: Store.Kept) -> Bool {
        kept.isResolved || kept.triedAt.map { $0 >= placedAt } == true
    }

    private func earlierOutcome(of kept: Store.Kept) -> Retried.Outcome {
        kept.isResolved ? .takenBefore : .refused(reason: kept.reason, detail: kept.detail)
    }

    private func note(_ retried: Retried) {
        lines.append(retried.line)
        counts[retried.kind, default: 0] += 1
    }
}
