import Foundation
import Platform
import Store
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

extension SerialTests {
    @Suite struct ChangeLogTests {
        private static let now = "2026-11-21T12:00:00.000Z"

        /// A desk that has filed two stories and announced them.
        private func announced() throws -> ScratchDesk {
            let desk = try ScratchDesk()
            try desk.drop("a.txt", ScratchDesk.story(1))
            try desk.drop("b.txt", ScratchDesk.story(2))
            try desk.drain()
            try desk.expectWholeLog()
            return desk
        }

        /// Announces as a process does that starts now.
        private func announceAnew(_ desk: ScratchDesk) throws {
            try ChangeLog(desk.home.changeLog).announce(desk.store, now: ChangeLogTests.now)
        }

        @Test func `a log's first line is log.opened, a kilobyte at least, and no other log's`() throws {
            let one = try #require(try announced().logLines().first)
            let other = ChangeLog.header(epoch: "22222222-2222-4333-8444-555555555555", ts: ChangeLogTests.now)
            let later = ChangeLog.header(epoch: "22222222-2222-4333-8444-555555555555", ts: "2026-11-21T12:00:00.001Z")
            #expect(one.count + 1 >= 1024)
            #expect(other.count >= 1024 && other.count < 32_000)
            #expect(one.prefix(1024) != other.prefix(1024))
            #expect(other.prefix(1024) != later.prefix(1024))
            let object = try #require(try JSONSerialization.jsonObject(with: Data(one)) as? [String: Any])
            #expect(object["type"] as? String == "log.opened")
            #expect(object["seq"] as? Int == 0)
            #expect(object["op"] is NSNull)
        }

        @Test func `announcing twice writes nothing twice`() throws {
            let desk = try announced()
            let before = try desk.folder.bytes(of: "changes.jsonl")
            #expect(try desk.intake.changeLog.announce(desk.store, now: ChangeLogTests.now).records == 0)
            try announceAnew(desk)
            #expect(try desk.folder.bytes(of: "changes.jsonl") == before)
        }

        @Test(arguments: [true, false])
        func `a log that was deleted is made anew with every record, while it is open and at a start`(whileOpen: Bool)
            throws
        {
            let desk = try announced()
            try desk.folder.remove("changes.jsonl")
            if whileOpen {
                try desk.drop("c.txt", ScratchDesk.story(3))
                try desk.drain()
            } else {
                try announceAnew(desk)
            }
            try desk.expectWholeLog()
            #expect(try desk.folder.names(in: "").contains(".changes.jsonl") == false)
        }

        @Test func `a last line torn at any byte is finished, and nothing is lost, doubled or cut off`() throws {
            let desk = try announced()
            let whole = try desk.folder.bytes(of: "changes.jsonl")
            let last = try #require(try desk.logLines().last).count + 1
            for missing in 1...last {
                try desk.folder.truncate("changes.jsonl", to: whole.count - missing)
                try announceAnew(desk)
                // What belonged there is a prefix of what stands there now, so no reader sees a byte change.
                try #require(try desk.folder.bytes(of: "changes.jsonl") == whole, "\(missing) bytes were missing")
            }
        }

        @Test func `a log torn anywhere after its first line ends up whole`() throws {
            let desk = try announced()
            let whole = try desk.folder.bytes(of: "changes.jsonl")
            let header = try #require(try desk.logLines().first).count + 1
            for size in stride(from: header, to: whole.count, by: 131) {
                try desk.folder.truncate("changes.jsonl", to: size)
                try announceAnew(desk)
                try #require(try desk.folder.bytes(of: "changes.jsonl") == whole, "cut to \(size) bytes")
            }
        }

        @Test(
            arguments: [
                [0], [UInt8](repeating: 0, count: 5000), Array("garbage".utf8),
                Array(#"{"v":1,"epoch":"11111111"#.utf8),
                [0xFF, 0xFE], Array("{}".utf8), [UInt8](repeating: UInt8(ascii: "x"), count: 300_000),
            ] as [[UInt8]]
        )
        func `a tail that is no record is ended with a newline, never cut off, and the records follow`(tail: [UInt8])
            throws
        {
            let desk = try announced()
            let whole = try desk.folder.bytes(of: "changes.jsonl")
            try desk.folder.append(tail, to: "changes.jsonl")
            try announceAnew(desk)
            #expect(try desk.folder.bytes(of: "changes.jsonl") == whole + tail + [UInt8(ascii: "\n")])
            try desk.drop("c.txt", ScratchDesk.story(3))
            try desk.drain()
            try desk.expectWholeLog()
        }

        @Test func `a last line whose middle a power cut turned to zero bytes is written anew after it`() throws {
            let desk = try announced()
            var bytes = try desk.folder.bytes(of: "changes.jsonl")
            let last = try #require(try desk.logLines().last).count + 1
            for index in bytes.indices.suffix(last - 100) { bytes[index] = 0 }
            try desk.folder.make("changes.jsonl", bytes)
            try announceAnew(desk)
            try desk.expectWholeLog()
        }

        @Test func `a log of another database is refused and left as it was`() throws {
            let desk = try announced()
            let other = ChangeLog.header(epoch: "22222222-2222-4333-8444-555555555555", ts: ChangeLogTests.now)
            try desk.folder.make("changes.jsonl", other)
            let fault = fault { () throws(Fault) in
                try ChangeLog(desk.home.changeLog).announce(desk.store, now: ChangeLogTests.now)
            }
            #expect(fault?.kind == .refused)
            #expect(fault?.message.contains("22222222-2222-4333-8444-555555555555") == true)
            #expect(try desk.folder.bytes(of: "changes.jsonl") == other)
        }

        @Test func `a log of the epoch before, left by a crash before it was set aside, is set aside`() throws {
            let desk = try announced()
            let epoch = desk.store.epoch
            let log = try desk.folder.bytes(of: "changes.jsonl")
            let last = try desk.store.lastSeq()
            try desk.store.renewEpoch("33333333-2222-4333-8444-555555555555")
            try ChangeLog(desk.home.changeLog).announce(desk.store, now: ChangeLogTests.now)
            #expect(desk.store.epoch == "33333333-2222-4333-8444-555555555555")
            #expect(try desk.folder.bytes(of: "changes/changes-\(epoch)-\(last).jsonl") == log)
            try desk.expectWholeLog()
        }

        @Test
        func `a log ahead of its database, as after a restored backup, is set aside; a new epoch begins`() throws {
            let desk = try announced()
            let log = try desk.folder.bytes(of: "changes.jsonl")
            let older = try ScratchDesk()
            try older.folder.make("changes.jsonl", log)
            let epoch = older.store.epoch
            let last = try desk.store.lastSeq()
            try ChangeLog(older.home.changeLog).announce(older.store, now: ChangeLogTests.now)
            #expect(older.store.epoch != epoch)
            #expect(try older.ask("SELECT value FROM meta WHERE name = 'epoch'") == [older.store.epoch])
            #expect(try older.folder.bytes(of: "changes/changes-\(epoch)-\(last).jsonl") == log)
            try older.drop("c.txt", ScratchDesk.story(3))
            try older.drain()
            try older.expectWholeLog()
        }

        @Test(arguments: [0, 1, 500, 1500, 2500])
        func `a log that was cut short while it is open is noticed and filled again`(size: Int) throws {
            let desk = try announced()
            try desk.folder.truncate("changes.jsonl", to: size)
            try desk.drop("c.txt", ScratchDesk.story(3))
            try desk.drain()
            try desk.expectWholeLog()
        }

        @Test(arguments: [true, false])
        func `a log that was replaced by an empty file is filled again, also at a start`(whileOpen: Bool) throws {
            let desk = try announced()
            try desk.folder.remove("changes.jsonl")
            try desk.folder.make("changes.jsonl", "")
            if whileOpen {
                try desk.drop("c.txt", ScratchDesk.story(3))
                try desk.drain()
            } else {
                try announceAnew(desk)
            }
            try desk.expectWholeLog()
        }

        @Test func `a full disk at the append is a fault of the machine; the next announcement makes it good`() throws {
            let desk = try announced()
            let error = try failing("write", { _ in .noSpace }) { () throws -> (any Error)? in
                let log = ChangeLog(desk.home.changeLog)
                try desk.folder.truncate("changes.jsonl", to: try desk.folder.bytes(of: "changes.jsonl").count - 40)
                return fault { () throws(Fault) in try log.announce(desk.store, now: ChangeLogTests.now) }
            }
            #expect((error as? Fault)?.kind == .machine)
            #expect((error as? Fault)?.message.contains("ENOSPC") == true)
            try desk.intake.changeLog.announce(desk.store, now: ChangeLogTests.now)
            try desk.expectWholeLog()
        }

        @Test func `a disk that fills up within a batch loses and doubles nothing once it has room`() throws {
            let desk = try announced()
            try desk.drop("c.txt", ScratchDesk.story(3))
            // The first write notes the batch in work, the second appends to the log.
            let error = failing("write", { $0 >= 2 ? .noSpace : nil }) { () -> Fault? in
                do { try desk.drain() } catch { return error as? Fault }
                return nil
            }
            #expect(error?.kind == .machine)
            #expect(desk.folder.has("inbox/c.txt"))
            try desk.drain()
            try desk.expectWholeLog()
            #expect(!desk.folder.has("inbox/c.txt"))
            #expect(try desk.ask("SELECT count(*) FROM deliveries WHERE name = 'c.txt'") == ["1"])
        }

        @Test func `a line that failed half way is finished by the next announcement`() throws {
            let desk = try announced()
            let before = try desk.folder.bytes(of: "changes.jsonl")
            try desk.drop("c.txt", ScratchDesk.story(3))
            _ = failing("write", { $0 >= 2 ? .noSpace : nil }) { try? desk.drain() }
            #expect(try desk.folder.bytes(of: "changes.jsonl") == before)
            let next = try #require(try firstMissing(desk))
            try desk.folder.append(Array(next.prefix(77)), to: "changes.jsonl")
            try desk.drain()
            try desk.expectWholeLog()
            #expect(try desk.folder.bytes(of: "changes.jsonl").starts(with: before))
        }

        /// The line of the first record that is not in the log.
        private func firstMissing(_ desk: ScratchDesk) throws -> [UInt8]? {
            let lines = Set(try desk.logLines())
            return try desk.store.records(after: 0, limit: 1000).map(\.line).first {
                !lines.contains(Array($0.dropLast()))
            }
        }

        @Test func `the position of a line is read where it is a record of ours and nowhere else`() {
            let line = Array(#"{"v":1,"epoch":"11111111-2222-4333-8444-555555555555","seq":17,"x":1}"#.utf8)
            #expect(LogLine.position(of: line[...])?.seq == 17)
            #expect(LogLine.position(of: line[...])?.epoch == "11111111-2222-4333-8444-555555555555")
            for end in 0..<line.count { #expect(LogLine.position(of: line[..<end]) == nil) }
            #expect(LogLine.position(of: Array(#"{"v":1,"epoch":"x","seq":"}"#.utf8)[...]) == nil)
        }
    }
}
