import Testing

@testable import Store

struct ChangeTests {
    /// A store with one delivery, which a change may name.
    private func scratch() throws -> ScratchStore {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([ScratchStore.article("Title", "A body.")]), dump: "a dump")
        return scratch
    }

    private let sighting = Sighting(dump: 1, delivery: 1, ordinal: 7, at: "2026-11-21T12:00:00.000Z")

    private func draft(_ type: ChangeType) -> ChangeDraft {
        var draft = ChangeDraft(type, of: Change.Target(.article, id: "art_x", key: 41), at: sighting)
        draft.cause = .operator
        draft.rev = 5
        draft.count = 9
        draft.seenBefore = "2026-11-20T12:00:00.000Z"
        draft.textSize = 0
        return draft
    }

    private func note(_ draft: ChangeDraft, in scratch: ScratchStore) throws {
        try scratch.store.inTransaction(at: "2026-11-21T12:00:00.000Z") { () throws(StoreError) in
            try scratch.store.note(draft)
        }
    }

    @Test func `a change is read from the outbox as it was noted`() throws {
        let scratch = try scratch()
        let last = try scratch.store.lastSeq()
        try note(draft(ChangeType(.read, "article.reread")), in: scratch)
        let changes = try scratch.store.changes(after: last, limit: 10)
        let change = try #require(changes.first)
        #expect(changes.count == 1)
        #expect(change.seq == last + 1)
        #expect(change.txn == 2)
        #expect(change.ts == "2026-11-21T12:00:00.000Z")
        #expect(change.isLast)
        #expect(change.type == ChangeType(.read, "article.reread"))
        #expect(change.target == Change.Target(.article, id: "art_x", key: 41))
        #expect(change.rev == 5)
        #expect(change.cause == .operator)
        #expect(change.delivery == 1)
        #expect(change.ordinal == 7)
        #expect(change.count == 9)
        #expect(change.seenBefore == "2026-11-20T12:00:00.000Z")
        #expect(change.parts == nil)
    }

    @Test func `an article had one appearance less before it was seen again`() throws {
        let scratch = try scratch()
        let last = try scratch.store.lastSeq()
        try note(draft(.articleSeen), in: scratch)
        let change = try #require(try scratch.store.changes(after: last, limit: 1).first)
        #expect(change.stateAfter(receivedAt: "now") == Change.State(rev: 5, lastSeenAt: "now", count: 9))
        #expect(change.stateBefore == Change.State(rev: 5, lastSeenAt: "2026-11-20T12:00:00.000Z", count: 8))
    }

    @Test func `an article had one revision less before it was revised`() throws {
        let scratch = try scratch()
        let last = try scratch.store.lastSeq()
        try note(draft(.articleRevised), in: scratch)
        let change = try #require(try scratch.store.changes(after: last, limit: 1).first)
        #expect(change.stateBefore == Change.State(rev: 4, lastSeenAt: "2026-11-20T12:00:00.000Z", count: 8))
    }

    @Test func `a row that was created had no state before`() throws {
        let changes = try scratch().store.changes(after: 0, limit: 10)
        #expect(changes.map(\.type) == [.dumpReceived, .articleCreated])
        #expect(changes.map(\.stateBefore) == [nil, nil])
    }

    @Test func `a change of a type that a newer version wrote has its record too`() throws {
        let scratch = try scratch()
        let line = try #require(try scratch.lines().last)
        try scratch.store.connection.script("UPDATE change SET type = 'article.weighed' WHERE seq = 2", doing: "age")
        let newer = try #require(try scratch.lines().last)
        #expect(newer == line.replacing("\"article.created\"", with: "\"article.weighed\""))
        #expect(newer != line)
    }

    @Test func `a change that no version can have written is reported as damage`() throws {
        let scratch = try scratch()
        let damage = "PRAGMA ignore_check_constraints = ON; UPDATE change SET op = 'x' WHERE seq = 2"
        try scratch.store.connection.script(damage, doing: "damage")
        let error = storeError { () throws(StoreError) in _ = try scratch.store.records(after: 0, limit: 10) }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("change 2") == true, "\(String(describing: error))")
    }
}
