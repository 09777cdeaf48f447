import Pages
import TestSupport
import Testing

@testable import Store

/// The change log alone rebuilds the store: every view comes out equal.
@Suite struct ReplayTests {
    /// All rows of a view as JSON, in the order of their text.
    private func rows(_ view: PublicView, of store: Store) throws -> [String] {
        let columns = view.columns.map { "'\($0)', \"\($0)\"" }.joined(separator: ", ")
        return try store.ask("SELECT json_object(\(columns)) FROM \(view.name) ORDER BY 1")
    }

    private func expectEqual(_ copy: Store, to live: Store, but left: Set<String> = [], _ what: String) throws {
        // Keys are given by each database for itself; what else these views say, others say too.
        for view in PublicView.all where !left.contains(view.name) && !view.name.hasPrefix("keyed_") {
            let (expected, found) = (try rows(view, of: live), try rows(view, of: copy))
            guard expected != found else { continue }
            let missing = Set(expected).subtracting(found).sorted()
            let extra = Set(found).subtracting(expected).sorted()
            Issue.record(
                """
                \(what): \(view.name): \(missing.count) of \(expected.count) rows are missing, \(extra.count) are extra
                \(missing.prefix(2).map { "- \($0.prefix(1500))" }.joined(separator: "\n"))
                \(extra.prefix(2).map { "+ \($0.prefix(1500))" }.joined(separator: "\n"))
                """
            )
        }
        #expect(try copy.indexDefect() == nil, "\(what)")
        #expect(try copy.structuralDefects().map(\.text) == [], "\(what)")
    }

    /// Builds a database from lines, and opens it.
    private func replayed(_ lines: [String], after seq: Int64 = 0, in folder: ScratchFolder) throws -> Store {
        let replica = try Replica(
            path: folder.file("work.db"),
            epoch: ScratchStore.epoch,
            after: seq,
            now: "2026-11-28T10:00:00.000Z"
        )
        for start in stride(from: 0, to: lines.count, by: 37) {
            try replica.apply(Array(lines[start..<min(start + 37, lines.count)]))
        }
        try replica.finish(into: folder.file("copy.db"))
        return try Store(path: folder.file("copy.db"), access: .desk(newEpoch: ScratchStore.epoch, now: ""))
    }

    private func snapshot(of store: Store) throws -> (seq: Int64, lines: [String]) {
        var bytes: [UInt8] = []
        let taken = try Snapshot.take(of: store) { bytes += $0 }
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.allSatisfy { $0.utf8.count < 32_000 })
        return (taken.seq, lines.filter { !$0.contains(#""type":"log."#) })
    }

    @Test(arguments: Array(0..<50) as [UInt64])
    func `any history is rebuilt from its log, with what was forgotten in it or not, and from a snapshot`(
        seed: UInt64
    ) throws {
        let history = try RandomHistory(seed: seed)
        var start: (seq: Int64, lines: [String])?
        for step in 0..<60 {
            try history.goOn()
            if step == 30 { start = try snapshot(of: history.store) }
        }
        let written = history.written
        try expectEqual(
            try replayed(written, in: try ScratchFolder()),
            to: history.store,
            "the log as it was written"
        )
        let anew = try history.scratch.lines()
        try expectEqual(try replayed(anew, in: try ScratchFolder()), to: history.store, "the log made anew")
        let (seq, rows) = try #require(start)
        try expectEqual(
            try replayed(rows + written.dropFirst(Int(seq)), after: seq, in: try ScratchFolder()),
            to: history.store,
            but: ["changes"],
            "a snapshot at \(seq) and what follows"
        )
    }

    @Test func `a reading that is seen again after its revision has left is told under its own number`() throws {
        let room = try Newsroom()
        let unknown = Story(51, paragraphs: 5).at(nil)
        // The same lines, read otherwise: the last paragraph stands outside of the story.
        let reading = unknown.at("Harbour Post").with { $0.lines.append($0.paragraphs.removeLast()) }
        try room.tell(unknown)
        try room.tell(reading)
        #expect(try room.ask("SELECT revisions FROM articles") == ["1"])
        // Another source tells the text whose source is unknown, and takes it over.
        try room.tell(unknown.at("Ferry Times"))
        try room.tell(reading.with { $0.lines.append("Another visit") })
        #expect(
            try room.ask("SELECT revision FROM appearances WHERE dump_name = 'page 4.txt' AND kind = 'article'") == [
                "2"
            ]
        )
        let seen = try #require(try room.records("article.seen").last)
        #expect((seen.after["appearance"] as? [String: Any])?["revision"] as? Int == 2)
        let lines = try room.scratch.lines()
        try expectEqual(
            try replayed(lines, in: try ScratchFolder()),
            to: room.store,
            "a reading that is shown by itself"
        )
    }

    @Test func `the histories hold what is hard to rebuild`() throws {
        var types: [String: Int] = [:]
        for seed in 0..<12 as Range<UInt64> {
            let history = try RandomHistory(seed: seed)
            for _ in 0..<60 { try history.goOn() }
            for type in try history.scratch.types() { types[type, default: 0] += 1 }
        }
        for type in [
            "article.merged", "article.reread", "article.deleted", "dump.deleted", "dump.reread", "dump.released",
            "teaser.deleted", "group.changed", "content.part", "row.revision", "row.appearance", "row.dump",
            "row.forgotten",
        ] {
            #expect(types[type, default: 0] >= 3, "\(type)")
        }
    }
}
