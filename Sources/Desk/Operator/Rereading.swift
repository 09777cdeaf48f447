import Home
import Pages
import Platform
import Store

/// The work of reading dumps anew by this version's rules.
///
/// Each dump notes when it was read anew, so an order that a crash cut short goes on where it was. Each also notes that
/// reading it was begun: a dump that stops the process is read by itself at the next start, and then left as it is.
final class Rereading: OrderWork {
    /// A slice ends at so many dumps or bytes.
    private static let sliceDumps = 32
    private static let sliceBytes = 4 << 20
    /// After so many tries that ended the process, a dump is left as it is.
    private static let mostTries = 2

    private let dumps: [String]
    private let placedAt: String
    /// The keys of the dumps; nil before the first slice.
    private var keys: [Int64]?
    private var done = 0
    private var isUnannounced = false
    private var lines: [String] = []
    private var changed = 0
    private var left = 0

    init(_ dumps: [String], placedAt: String) {
        self.dumps = dumps
        self.placedAt = placedAt
    }

    func goOn(_ intake: Intake) throws(Fault) -> OrderAnswer {
        if isUnannounced { try announce(intake) }
        let all: [Int64]
        if let keys { all = keys } else { all = try select(intake.store) }
        keys = all
        guard done < all.count else { return ending }
        let slice = try nextSlice(all, intake.store)
        let keys = slice.map(\.key)
        try begin(keys, intake.store)
        // Their processor time is limited as that of a batch is.
        try intake.limitTime(ofBytes: slice.reduce(0) { $0 + $1.bytes.count })
        defer { try? intake.limitTime([]) }
        let readings = slice.map { $0.tries < Rereading.mostTries ? intake.reading(of: $0) : nil }
        let now = Timestamp.now.iso
        let results = try storing { () throws(StoreError) in
            try intake.store.inTransaction(at: now) { () throws(StoreError) in
                try zip(slice, readings).map { (dump, reading) throws(StoreError) in
                    try file(reading, of: dump, intake.store, at: now)
                }
            }
        }
        isUnannounced = true
        done = all.firstIndex { $0 > (keys.last ?? 0) } ?? all.count
        results.forEach(note)
        try announce(intake)
        return done < all.count ? .working(done: done, of: all.count) : ending
    }

    private func announce(_ intake: Intake) throws(Fault) {
        try intake.announceOrdered()
        isUnannounced = false
    }

    private var ending: OrderAnswer {
        let total = keys?.count ?? 0
        let same = total - changed - left
        let sum =
            "\(total) read anew: \(changed) otherwise, \(same) the same"
            + (left > 0 ? ", \(left) left as they are" : "")
        return .done((lines + [sum]).joined(separator: "\n"))
    }

    private func select(_ store: Store) throws(Fault) -> [Int64] {
        let choice: RereadChoice = dumps.isEmpty ? .older : dumps == ["*"] ? .all : .named(dumps)
        let found = try storing { () throws(StoreError) in try store.dumpsToReread(choice, since: placedAt) }
        if let unknown = found.unknown {
            throw Fault(.refused, "cannot reread \(unknown): no dump has a SHA-256 that begins so")
        }
        return found.keys
    }

    /// The next dumps; one that has stopped the process comes alone.
    private func nextSlice(_ all: [Int64], _ store: Store) throws(Fault) -> [RereadDump] {
        var slice: [RereadDump] = []
        var bytes = 0
        while done < all.count, slice.count < Rereading.sliceDumps, bytes < Rereading.sliceBytes {
            guard let dump = try storing({ () throws(StoreError) in try store.rereadDump(all[done + slice.count]) })
            else {
                // Forgotten meanwhile.
                guard slice.isEmpty else { break }
                done += 1
                continue
            }
            if dump.tries > 0, !slice.isEmpty { break }
            slice.append(dump)
            bytes += dump.bytes.count
            if dump.tries > 0 || done + slice.count == all.count { break }
        }
        return slice
    }

    private func begin(_ keys: [Int64], _ store: Store) throws(Fault) {
        try storing { () throws(StoreError) in
            try store.inTransaction(at: Timestamp.now.iso) { () throws(StoreError) in try store.beginRereading(keys) }
        }
    }

    /// What became of one dump.
    private struct Reread {
        let dump: RereadDump
        var result = RereadResult()
        /// Why it was left as it is; nil where it was read.
        var whyLeft: String?
    }

    private func file(
        _ reading: Result<FiledPage, Refusal>?,
        of dump: RereadDump,
        _ store: Store,
        at now: String
    ) throws(StoreError) -> Reread {
        switch reading {
        case nil:
            try store.leaveUnread(dump, at: now)
            return Reread(dump: dump, whyLeft: "reading it stopped the desk \(dump.tries) times; please report it")
        case .success(let page): return Reread(dump: dump, result: try store.reread(dump, page, at: now))
        case .failure(let refusal):
            try store.leaveUnread(dump, at: now)
            return Reread(dump: dump, whyLeft: "this version cannot read it: \(refusal.detail)")
        }
    }

    private func note(_ reread: Reread) {
        let name = "\(reread.dump.sha256.prefix(12))  \(reread.dump.name)"
        if let why = reread.whyLeft {
            left += 1
            lines.append("left  \(name): \(why)")
        } else if !reread.result.isSame {
            changed += 1
            lines.append("reread  \(name): \(reread.result.summary)")
        }
    }
}
