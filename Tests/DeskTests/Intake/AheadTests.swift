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
    /// Files that are read and hashed two batches before they are filed, and files that another thread removes.
    @Suite struct AheadTests {
        /// A desk that has filed `a` and `b`, has `c` and `d` in hand, and has read `e`, `f` and `g` for their hashes.
        private func begun() throws -> ScratchDesk {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b", "c", "d"].enumerated() {
                try desk.drop(name, OverlapTests.large(number))
            }
            for (number, name) in ["e", "f", "g"].enumerated() { try desk.drop(name, ScratchDesk.story(number)) }
            try desk.intake.scan()
            let leases = Atomic<Int>(0)
            SystemCall.fault = { called in
                if called == "setlease" { leases.add(1, ordering: .relaxed) }
                return nil
            }
            defer { SystemCall.fault = nil }
            #expect(try desk.intake.takeBatch().files == 2)
            #expect(desk.intake.inHand.map(\.looks.count) == [2])
            #expect(desk.intake.ahead?.sights.count == 3)
            #expect(desk.intake.inbox.count == 0 && desk.intake.waiting == 5)
            // Each file's lease is taken, and given back once its bytes are read.
            let end = Clock.monotonic + 30_000_000_000
            while leases.load(ordering: .relaxed) < 14, Clock.monotonic < end { Clock.sleep(milliseconds: 1) }
            #expect(leases.load(ordering: .relaxed) == 14)
            return desk
        }

        private func deliveries(_ desk: ScratchDesk) throws -> [String] {
            try desk.ask("SELECT name FROM deliveries ORDER BY delivery")
        }

        @Test func `names that are hashed ahead and come again are no other delivery`() throws {
            let desk = try begun()
            for name in ["c", "e", "g"] { desk.intake.inbox.add(Arrival(path: Array(name.utf8))) }
            try desk.drain()
            #expect(try deliveries(desk) == ["a", "b", "c", "d", "e", "f", "g"])
            #expect(try desk.inboxNames() == [])
            try desk.expectWholeLog()
        }

        @Test func `a file that is replaced after it was hashed is delivered as it was and as it is`() throws {
            let desk = try begun()
            try desk.folder.write(ScratchDesk.story(7), to: "new")
            #expect(rename(desk.folder.file("new"), desk.folder.file("inbox/f")) == 0)
            desk.intake.inbox.add(Arrival(path: Array("f".utf8)))
            try desk.drain()
            #expect(try desk.ask("SELECT outcome FROM deliveries WHERE name = 'f'") == ["new", "new"])
            #expect(try desk.ask("SELECT count(*) FROM deliveries") == ["8"])
            #expect(try desk.inboxNames() == [])
        }

        @Test func `what is hashed ahead at a stop stands in the inbox`() throws {
            let desk = try begun()
            try desk.intake.letGo()
            #expect(desk.intake.isBetweenBatches)
            #expect(try desk.inboxNames() == ["c", "d", "e", "f", "g"])
            #expect(try desk.intake.note.suspects()?.paths == nil)
            let next = try desk.restarted()
            try next.drain()
            #expect(try deliveries(next) == ["a", "b", "c", "d", "e", "f", "g"])
        }

        @Test func `a commit that fails loses nothing of what was hashed ahead`() throws {
            let desk = try begun()
            try desk.store.connection.script("PRAGMA query_only = 1", doing: "refuse")
            #expect(throws: Fault.self) { try desk.drain() }
            #expect(desk.intake.ahead == nil && desk.intake.inHand.isEmpty)
            try desk.store.connection.script("PRAGMA query_only = 0", doing: "allow")
            try desk.drain()
            #expect(try deliveries(desk) == ["a", "b", "c", "d", "e", "f", "g"])
            try desk.expectWholeLog()
        }

        @Test func `an order waits until nothing is begun, and nothing more is begun ahead`() throws {
            let desk = try begun()
            desk.intake.orders.isInHand = true
            try desk.drop("h", ScratchDesk.story(9))
            desk.intake.inbox.add(Arrival(path: Array("h".utf8)))
            #expect(try desk.intake.takeBatch().files == 2)
            #expect(desk.intake.ahead == nil && !desk.intake.isBetweenBatches)
            #expect(try desk.intake.takeBatch().files == 3)
            #expect(desk.intake.isBetweenBatches && desk.intake.inbox.count == 1)
        }

        @Test func `what cannot be read is said, and the others are taken`() throws {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b", "c"].enumerated() { try desk.drop(name, ScratchDesk.story(number)) }
            try desk.intake.scan()
            let reads = Atomic<Int>(0)
            SystemCall.fault = { called in
                guard called == "read" else { return nil }
                return reads.add(1, ordering: .relaxed).oldValue == 0 ? .inputOutput : nil
            }
            defer { SystemCall.fault = nil }
            let batch = try desk.intake.takeBatch()
            SystemCall.fault = nil
            #expect(batch.files == 2 && batch.complaints.count == 1)
            #expect(batch.complaints.first?.hasPrefix("cannot read ") == true)
            try desk.drain()
            #expect(try deliveries(desk).sorted() == ["a", "b", "c"])
        }

        @Test func `the files of a batch are as many as its bytes allow, by what they were when they were seen`() throws
        {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b", "c"].enumerated() {
                try desk.drop(name, OverlapTests.large(number))
            }
            try desk.intake.scan()
            let ahead = try desk.intake.settle(Arrived(arrivals: desk.intake.inbox.take(3)))
            #expect(ahead.sights.count == 2 && ahead.bytes >= Intake.batchBytes)
            #expect(desk.intake.inbox.first == Arrival(path: Array("c".utf8)))
        }

        @Test func `files with holes of any size are added up without a trap`() {
            var ahead = BatchAhead(at: 0)
            for _ in 1...3 { ahead.add(.init(arrival: Arrival(path: [97]), size: .max, sighting: nil)) }
            #expect(ahead.bytes == 3 * Intake.batchBytes)
        }

        @Test func `a file in each of many folders needs few descriptors`() throws {
            let desk = try ScratchDesk { $0.workers = 0 }
            for number in 0..<100 { try desk.drop("sub\(number)/a", ScratchDesk.story(number)) }
            try desk.intake.scan()
            let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            let ahead = try desk.intake.settle(Arrived(arrivals: desk.intake.inbox.take(100)))
            #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count <= before + 1)
            #expect(try desk.intake.settled(ahead).looks.count == 100)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count <= before + 1)
        }

        /// Two texts that fill a batch, and a story in the one after it.
        private func twoBatches() throws -> ScratchDesk {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b"].enumerated() {
                try desk.drop(name, OverlapTests.text(number, bytes: Intake.batchBytes / 2 + 500))
            }
            try desk.drop("c", ScratchDesk.story(1))
            try desk.intake.scan()
            return desk
        }

        @Test func `another thread removes a file only after its lines are in the log`() throws {
            let desk = try twoBatches()
            let thread = pthread_self()
            let log = desk.home.changeLog.description
            let lines = Mutex<[Int]>([])
            SystemCall.fault = { called in
                guard called == "unlinkat", pthread_self() != thread else { return nil }
                let text = (try? Data(contentsOf: URL(filePath: log))) ?? Data()
                lines.withLock { $0.append(text.count { $0 == UInt8(ascii: "\n") }) }
                return nil
            }
            defer { SystemCall.fault = nil }
            #expect(try desk.intake.takeBatch().files == 2)
            // The first line of a log says what log it is.
            let whole = try desk.ask("SELECT count(*) + 1 FROM changes")
            _ = desk.intake.changeLog
            #expect(try desk.inboxNames() == ["c"])
            #expect(lines.withLock { $0.map(String.init) } == whole + whole)
            #expect(try desk.ask("SELECT count(*) FROM taken") == ["2"])
            #expect(try desk.intake.takeBatch().retired == 3)
            try desk.settleAccounts()
            #expect(try desk.ask("SELECT count(*) FROM taken") == ["0"])
        }

        @Test func `a file that another thread cannot remove, or finds changed, is left to the thread that files`()
            throws
        {
            let desk = try twoBatches()
            let thread = pthread_self()
            let other = URL(filePath: desk.folder.file("inbox/b"))
            let refused = Atomic<Int>(0)
            SystemCall.fault = { called in
                guard called == "unlinkat", pthread_self() != thread else { return nil }
                // The first name is refused; the second file, which is not looked at yet, is another by then.
                if refused.add(1, ordering: .relaxed).oldValue == 0 { try? Data("other".utf8).write(to: other) }
                return .notPermitted
            }
            defer { SystemCall.fault = nil }
            #expect(try desk.intake.takeBatch().files == 2)
            _ = desk.intake.changeLog
            SystemCall.fault = nil
            #expect(try desk.inboxNames() == ["a", "b", "c"])
            try desk.drain()
            #expect(try desk.inboxNames() == [])
            #expect(try deliveries(desk).sorted() == ["a", "b", "b", "c"])
            #expect(refused.load(ordering: .relaxed) == 1)
            try desk.expectWholeLog()
        }

        @Test func `files that another thread removed are known to be gone when a commit fails after it`() throws {
            let desk = try twoBatches()
            #expect(try desk.intake.takeBatch().files == 2)
            _ = desk.intake.changeLog
            desk.intake.dropHand()
            #expect(desk.intake.retirement.pending == 2)
            try desk.drain()
            try desk.settleAccounts()
            #expect(try desk.ask("SELECT count(*) FROM taken") == ["0"])
            #expect(try deliveries(desk) == ["a", "b", "c"])
        }
    }
}
