import Foundation
import Pages
import Testing

@testable import Store

@Suite("Readers beside the desk")
struct ReaderTests {
    private let item = Bench.article("The ferry is late", "The ferry left at nine and came back at ten.")

    private func reader(_ bench: Bench) throws -> Store {
        try Store(path: bench.store.path, access: .reader)
    }

    @Test("A reader sees each commit while the writer is open")
    func seesCommits() throws {
        let bench = try Bench()
        let reader = try reader(bench)
        #expect(try reader.lastSeq() == 0)
        try bench.take(Bench.page([item]), dump: "one")
        #expect(try reader.lastSeq() == 2)
        #expect(try reader.ask("SELECT title FROM articles") == ["The ferry is late"])
    }

    @Test("A reader sees nothing of a transaction that is open")
    func seesNothingHalf() throws {
        let bench = try Bench()
        let reader = try reader(bench)
        let bytes = Array("one".utf8)
        let text = try TextDecoder.decode(bytes)
        var seen: Int64 = -1
        try bench.store.inTransaction(at: bench.now()) { () throws(StoreError) in
            _ = try bench.store.file(
                Bench.delivery(name: "one", at: "2026-11-21T10:00:00.000Z", size: 3),
                .page(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, Bench.page([item])))
            )
            seen = try reader.lastSeq()
        }
        #expect(seen == 0)
        #expect(try reader.lastSeq() == 2)
    }

    @Test("A reader cannot write")
    func refusesWrites() throws {
        let bench = try Bench()
        let reader = try reader(bench)
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

    @Test("After the last checkpoint and the close both files of the write-ahead log stand beside the database")
    func filesStay() throws {
        let folder = try ScratchFolder()
        do {
            let store = try Bench.open(folder)
            try store.checkpointAll()
        }
        #expect(try folder.names() == ["copydesk.db", "copydesk.db-shm", "copydesk.db-wal"])
        #expect(try folder.bytes(of: "copydesk.db-wal").isEmpty)
    }

    @Test("They stay when a reader is the last to close")
    func filesStayAfterReader() throws {
        let folder = try ScratchFolder()
        do {
            var store: Store? = try Bench.open(folder)
            let reader = try Store(path: folder.file("copydesk.db"), access: .reader)
            try store?.checkpointAll()
            store = nil
            #expect(try reader.lastSeq() == 0)
        }
        #expect(try folder.names() == ["copydesk.db", "copydesk.db-shm", "copydesk.db-wal"])
    }

    @Test(
        "The stock shell of another process reads every view while the desk is open and after it closed",
        .enabled(if: OtherTool.has("sqlite3"), "skipped: no sqlite3 shell here")
    )
    func stockShell() throws {
        let folder: ScratchFolder
        let expected: [String: Int]
        do {
            let bench = try History().bench
            folder = bench.folder
            expected = try Dictionary(
                uniqueKeysWithValues: PublicView.all.map { ($0.name, try bench.store.count($0.name)) }
            )
            try compare(folder, expected)
            try bench.store.checkpointAll()
        }
        try compare(folder, expected)
    }

    private func compare(_ folder: ScratchFolder, _ expected: [String: Int]) throws {
        for (view, count) in expected {
            let arguments = ["-readonly", folder.file("copydesk.db"), "SELECT count(*) FROM (SELECT * FROM \(view))"]
            let answer = try OtherTool.run("sqlite3", arguments)
            #expect(answer.status == 0 && answer.output == "\(count)\n", "\(view): \(answer.output)")
        }
    }

    @Test("A desk whose database another writer holds is told that it is busy, and loses nothing")
    func busy() throws {
        let bench = try Bench()
        try bench.store.connection.script("PRAGMA busy_timeout = 50", doing: "hurry")
        let other = try Bench.open(bench.folder)
        try other.connection.script("BEGIN IMMEDIATE", doing: "hold")
        let item = item
        let error = #expect(throws: StoreError.self) { try bench.take(Bench.page([item]), dump: "one") }
        #expect(error?.kind == .busy)
        try other.connection.script("ROLLBACK", doing: "let go")
        #expect(try bench.take(Bench.page([item]), dump: "one").outcome == .new)
    }

    @Test("A backup is one file that holds everything, and is not written over another")
    func backup() throws {
        let bench = try History().bench
        let copy = bench.folder.file("copy.db")
        try bench.store.backup(to: copy)
        #expect(storeError { () throws(StoreError) in try bench.store.backup(to: copy) } != nil)
        let lines = try bench.lines()
        let opened = try Store(path: copy, access: .reader)
        let copied = try opened.records(after: 0, limit: 1000).map {
            String(decoding: $0.line.dropLast(), as: UTF8.self)
        }
        #expect(copied == lines)
    }
}
