import Foundation
import Pages
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home
@testable import Store

extension SerialTests {
    /// Batches that are begun while the one before them is filed.
    @Suite struct OverlapTests {
        /// Two of them fill a batch; refused by their first bytes, so that nothing is read in them.
        static func large(_ number: Int) -> String {
            "%PDF-1.7" + String(repeating: "x", count: Intake.batchBytes / 2) + "\(number)"
        }

        /// A text in lines that are no story; each takes some time to read and much room.
        static func text(_ number: Int, bytes: Int) -> String {
            // Words of no other text, so that none is taken for a copy of another and compared with it.
            let line = (1...12).map { "rope\($0)x\(number) " }.joined() + "ends.\n"
            return String(repeating: line, count: bytes / line.utf8.count)
        }

        /// A desk that has filed `a` and `b` and begun to read `c`, `d` and `e`.
        private func begun() throws -> ScratchDesk {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b"].enumerated() { try desk.drop(name, OverlapTests.large(number)) }
            for (number, name) in ["c", "d", "e"].enumerated() { try desk.drop(name, ScratchDesk.story(number)) }
            try desk.intake.scan()
            #expect(try desk.intake.takeBatch().files == 2)
            #expect(desk.intake.inHand.count == 1)
            #expect(desk.intake.inbox.count == 0)
            #expect(desk.intake.waiting == 3)
            return desk
        }

        private func deliveries(_ desk: ScratchDesk) throws -> [String] {
            try desk.ask("SELECT name FROM deliveries ORDER BY delivery")
        }

        @Test func `many batches are the same deliveries and changes with a core to spare as without`() throws {
            let changes = try [0, 1, 2].map { workers in
                let desk = try ScratchDesk { $0.workers = workers }
                for number in 0..<40 {
                    try desk.drop(
                        "f\(100 + number)",
                        number % 4 == 0 ? OverlapTests.large(number % 16) : ScratchDesk.story(number % 25)
                    )
                }
                try desk.drain()
                try desk.expectWholeLog()
                return try desk.ask("SELECT seq || type || id FROM changes ORDER BY seq")
            }
            #expect(changes[0].count > 40)
            #expect(changes[1] == changes[0])
            #expect(changes[2] == changes[0])
        }

        @Test func `a name that is in hand and comes again is no other delivery`() throws {
            let desk = try begun()
            for name in ["c", "d", "e"] { desk.intake.inbox.add(Arrival(path: Array(name.utf8))) }
            try desk.drain()
            #expect(try deliveries(desk) == ["a", "b", "c", "d", "e"])
            #expect(try desk.inboxNames() == [])
        }

        @Test func `a file that is replaced while it is in hand is delivered as it was and as it is`() throws {
            let desk = try begun()
            try desk.folder.write(ScratchDesk.story(7), to: "new")
            try FileManager.default.removeItem(atPath: desk.folder.file("inbox/d"))
            try FileManager.default.moveItem(atPath: desk.folder.file("new"), toPath: desk.folder.file("inbox/d"))
            desk.intake.inbox.add(Arrival(path: Array("d".utf8)))
            try desk.drain()
            #expect(try deliveries(desk).sorted() == ["a", "b", "c", "d", "d", "e"])
            #expect(try desk.ask("SELECT outcome FROM deliveries WHERE name = 'd'") == ["new", "new"])
            #expect(try desk.inboxNames() == [])
        }

        @Test func `what is filed stays in the inbox until its lines are in the log`() throws {
            let desk = try begun()
            let announcing = try #require(desk.intake.announcing)
            #expect(announcing.committed.taken.count == 2)
            #expect(try desk.inboxNames().sorted() == ["a", "b", "c", "d", "e"])
            // The log is handed out only when the other thread is done with it.
            #expect(try desk.intake.changeLog.announce(desk.store, now: Timestamp.now.iso).records == 0)
            let batch = try desk.intake.takeBatch()
            #expect(batch.files == 3 && batch.retired == 5 && desk.intake.announcing == nil)
            try desk.expectWholeLog()
        }

        @Test func `a name that comes again while its lines are written is looked at when its file has left`() throws {
            let desk = try begun()
            desk.intake.inbox.add(Arrival(path: Array("a".utf8)))
            try desk.drain()
            #expect(try deliveries(desk) == ["a", "b", "c", "d", "e"])
            #expect(try desk.inboxNames() == [])
        }

        @Test func `a log that somebody cuts meanwhile is made whole`() throws {
            let desk = try begun()
            _ = desk.intake.changeLog
            #expect(truncate(desk.home.changeLog.description, 1500) == 0)
            try desk.drain()
            try desk.expectWholeLog()
            #expect(try deliveries(desk) == ["a", "b", "c", "d", "e"])
        }

        @Test func `lines that cannot be written meanwhile are written by the thread that files`() throws {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b"].enumerated() { try desk.drop(name, OverlapTests.large(number)) }
            try desk.drop("c", ScratchDesk.story(1))
            try desk.intake.scan()
            let thread = pthread_self()
            let failed = Atomic<Int>(0)
            SystemCall.fault = { called in
                guard called == "write", pthread_self() != thread else { return nil }
                failed.add(1, ordering: .relaxed)
                return .noSpace
            }
            defer { SystemCall.fault = nil }
            #expect(try desk.intake.takeBatch().files == 2)
            #expect(try desk.intake.takeBatch().retired == 3)
            #expect(failed.load(ordering: .relaxed) > 0)
            try desk.expectWholeLog()
        }

        @Test func `the write-ahead log begins anew during a backlog`() throws {
            let desk = try ScratchDesk()
            for number in 0..<16 {
                try desk.drop("f\(100 + number)", OverlapTests.text(number, bytes: Intake.batchBytes / 2))
            }
            try desk.drain()
            let whole = try FileStatus.of(desk.home.database).size
            let log = try FileStatus.of(try #require(Path(bytes: desk.home.database.bytes + Array("-wal".utf8)))).size
            #expect(whole > 48 << 20 && log < whole * 3 / 4, "\(log) of \(whole)")
        }

        @Test func `what is in hand at a stop stands in the inbox, and nobody is suspected`() throws {
            let desk = try begun()
            try desk.intake.letGo()
            #expect(try desk.intake.note.suspects()?.paths == nil)
            #expect(try desk.inboxNames().sorted() == ["c", "d", "e"])
            let next = try desk.restarted()
            try next.drain()
            #expect(try deliveries(next) == ["a", "b", "c", "d", "e"])
        }

        @Test func `a commit that fails loses nothing of what was begun after it`() throws {
            let desk = try begun()
            try desk.store.connection.script("PRAGMA query_only = 1", doing: "refuse")
            try desk.drop("f", ScratchDesk.story(9))
            #expect(throws: Fault.self) { try desk.drain() }
            #expect(desk.intake.inHand.isEmpty)
            try desk.store.connection.script("PRAGMA query_only = 0", doing: "allow")
            try desk.drain()
            #expect(try deliveries(desk) == ["a", "b", "c", "d", "e", "f"])
            #expect(try desk.intake.note.suspects()?.paths == nil)
            try desk.expectWholeLog()
        }

        @Test
        func `a dump that stops the process while the batch before it is filed is found all the same`() async throws {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b"].enumerated() { try desk.drop(name, OverlapTests.large(number)) }
            for (number, name) in ["c", "d", "e"].enumerated() { try desk.drop(name, ScratchDesk.story(number)) }
            let path = desk.folder.path
            for _ in 0..<2 {
                await #expect(processExitsWith: .failure) { [path = path as String] in
                    let poison = SHA256.digest(of: Array(ScratchDesk.story(1).utf8).span)
                    try ScratchDesk(ScratchFolder(lent: path), poison: poison).drain()
                }
                let names = try #require(try BatchNote(desk.home.batchNote).suspects()).paths
                #expect(names.contains(Array("d".utf8)))
            }
            let next = try desk.restarted()
            try next.drain()
            #expect(
                try next.ask("SELECT name, outcome, coalesce(reason, '') FROM deliveries ORDER BY name", columns: 3)
                    .suffix(3) == ["c|new|", "d|rejected|crashed", "e|new|"]
            )
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["5"])
            #expect(try next.intake.note.suspects()?.paths == nil)
            try next.expectWholeLog()
        }
    }
}
