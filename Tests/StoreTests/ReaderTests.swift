import Foundation
import Pages
import TestSupport
import Testing

@testable import Store

/// Readers beside the desk.
@Suite struct ReaderTests {
    private let item = ScratchStore.article("The ferry is late", "The ferry left at nine and came back at ten.")

    private func reader(_ scratch: ScratchStore) throws -> Store {
        try Store(path: scratch.store.path, access: .reader)
    }

    @Test func `a reader sees each commit while the writer is open`() throws {
        let scratch = try ScratchStore()
        let reader = try reader(scratch)
        #expect(try reader.lastSeq() == 0)
        try scratch.take(ScratchStore.page([item]), dump: "one")
        #expect(try reader.lastSeq() == 2)
        #expect(try reader.ask("SELECT title FROM articles") == ["The ferry is late"])
    }

    @Test func `a reader sees nothing of a transaction that is open`() throws {
        let scratch = try ScratchStore()
        let reader = try reader(scratch)
        let bytes = Array("one".utf8)
        let text = try TextDecoder.decode(bytes)
        var seen: Int64 = -1
        try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in
            _ = try scratch.store.file(
                ScratchStore.delivery(name: "one", at: "2026-11-21T10:00:00.000Z", size: 3),
                .page(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, ScratchStore.page([item])))
            )
            seen = try reader.lastSeq()
        }
        #expect(seen == 0)
        #expect(try reader.lastSeq() == 2)
    }

    @Test func `a reader cannot write`() throws {
        let scratch = try ScratchStore()
        let reader = try reader(scratch)
        let error = storeError { () throws(StoreError) in
            try reader.inTransaction(at: "2026-11-21T10:00:00.000Z") { () throws(StoreError) in
                try reader.forget([(path: [1], delivery: 1)])
            }
        }
        #expect(error != nil)
        for sql in ["DELETE FROM dump", "UPDATE meta SET value = ''", "DROP VIEW articles"] {
            #expect(storeError { () throws(StoreError) in try reader.connection.script(sql, doing: "harm") } != nil)
        }
    }

    @Test
    func `after the last checkpoint and the close both files of the write-ahead log stand beside the database`() throws
    {
        let folder = try ScratchFolder()
        do {
            let store = try ScratchStore.open(folder)
            try store.checkpointAll()
        }
        #expect(try folder.names() == ["copydesk.db", "copydesk.db-shm", "copydesk.db-wal"])
        #expect(try folder.bytes(of: "copydesk.db-wal").isEmpty)
    }

    @Test func `a checkpoint says how far it came, waits for no reader, and leaves one file that holds all`() throws {
        let scratch = try History().scratch
        let folder = scratch.folder
        let deliveries = try scratch.store.count("deliveries")
        /// What the database file alone holds; nil where not even the tables are there.
        func alone() throws -> Int? {
            let bytes = try folder.bytes(of: "copydesk.db")
            let copy = try ScratchFolder()
            try Data(bytes).write(to: URL(fileURLWithPath: copy.file("copydesk.db")))
            guard let store = try? Store(path: copy.file("copydesk.db"), access: .desk(newEpoch: "e", now: "n")) else {
                return nil
            }
            return try store.count("deliveries")
        }
        let reader = try Store(path: folder.file("copydesk.db"), access: .reader)
        try reader.connection.script("BEGIN; SELECT count(*) FROM deliveries", doing: "read")
        try scratch.store.tryCommit()
        // The reader's state is in the file, but what was committed after it began cannot be.
        let began = ContinuousClock.now
        #expect(try scratch.store.checkpointIdle() == .unfinished)
        try reader.connection.script("COMMIT; BEGIN; SELECT count(*) FROM deliveries", doing: "read on")
        #expect(try scratch.store.checkpointIdle() == .whole)
        #expect(ContinuousClock.now - began < .seconds(4), "it waits for no reader")
        #expect(try alone() == deliveries)
        try reader.connection.script("COMMIT", doing: "end reading")
        #expect(try scratch.store.checkpointIdle() == .emptied)
        #expect(try folder.bytes(of: "copydesk.db-wal").isEmpty)
        #expect(try alone() == deliveries && deliveries > 0)
    }

    @Test func `both files of the write-ahead log stay when a reader is the last to close`() throws {
        let folder = try ScratchFolder()
        do {
            var store: Store? = try ScratchStore.open(folder)
            let reader = try Store(path: folder.file("copydesk.db"), access: .reader)
            try store?.checkpointAll()
            store = nil
            #expect(try reader.lastSeq() == 0)
        }
        #expect(try folder.names() == ["copydesk.db", "copydesk.db-shm", "copydesk.db-wal"])
    }

    @Test(.enabled(if: Tool.has("sqlite3"), "skipped: no sqlite3 shell here"))
    func `the stock shell of another process reads every view while the desk is open and after it closed`() throws {
        let folder: ScratchFolder
        let expected: [String: Int]
        do {
            let scratch = try History().scratch
            folder = scratch.folder
            expected = try Dictionary(
                uniqueKeysWithValues: PublicView.all.map { ($0.name, try scratch.store.count($0.name)) }
            )
            try compare(folder, expected)
            try scratch.store.checkpointAll()
        }
        try compare(folder, expected)
    }

    private func compare(_ folder: ScratchFolder, _ expected: [String: Int]) throws {
        for (view, count) in expected {
            let arguments = ["-readonly", folder.file("copydesk.db"), "SELECT count(*) FROM (SELECT * FROM \(view))"]
            let answer = try Tool.run("sqlite3", arguments)
            #expect(answer.status == 0 && answer.output == "\(count)\n", "\(view): \(answer.output)")
        }
    }

    @Test func `a desk whose database another writer holds is told that it is busy, and loses nothing`() throws {
        let scratch = try ScratchStore()
        try scratch.store.connection.script("PRAGMA busy_timeout = 50", doing: "hurry")
        let other = try ScratchStore.open(scratch.folder)
        try other.connection.script("BEGIN IMMEDIATE", doing: "hold")
        let item = item
        let error = #expect(throws: StoreError.self) { try scratch.take(ScratchStore.page([item]), dump: "one") }
        #expect(error?.kind == .busy)
        try other.connection.script("ROLLBACK", doing: "let go")
        #expect(try scratch.take(ScratchStore.page([item]), dump: "one").outcome == .new)
    }

    @Test func `a backup is one file that holds everything, and is not written over another`() throws {
        let scratch = try History().scratch
        let copy = scratch.folder.file("copy.db")
        try scratch.store.backup(to: copy)
        #expect(storeError { () throws(StoreError) in try scratch.store.backup(to: copy) } != nil)
        let lines = try scratch.lines()
        let opened = try Store(path: copy, access: .reader)
        let copied = try opened.records(after: 0, limit: 1000).map {
            String(decoding: $0.line.dropLast(), as: UTF8.self)
        }
        #expect(copied == lines)
    }
}
