import Foundation
import Pages
import Platform
import Store
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

extension SerialTests {
    /// The change log's segments.
    @Suite struct RotationTests {
        private static let now = "2026-11-21T12:00:00.000Z"

        private func filed(_ count: Int, bytes: Int = 3000, keep: Int = 0) throws -> ScratchDesk {
            let desk = try ScratchDesk {
                $0.rotateBytes = bytes
                $0.keepSegments = keep
            }
            for number in 0..<count { try desk.drop("n\(10 + number)", ScratchDesk.story(number)) }
            try desk.drain()
            return desk
        }

        private func segments(_ desk: ScratchDesk) throws -> [LogSegments.Segment] {
            try LogSegments(folder: desk.home.segments).list(epoch: desk.store.epoch)
        }

        private func objects(_ desk: ScratchDesk, _ name: String) throws -> [[String: Any]] {
            try desk.folder.bytes(of: name).split(separator: 10).map {
                try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
            }
        }

        /// Every record once and in order over all files, and each file opened, closed and named as it must be.
        private func expectWhole(_ desk: ScratchDesk, from first: Int64 = 1) throws {
            let all = try segments(desk)
            var records: [Int] = []
            var previous: LogSegments.Segment?
            for name in all.map({ "changes/" + String(decoding: $0.name, as: UTF8.self) }) + ["changes.jsonl"] {
                let lines = try objects(desk, name)
                let opened = try #require(lines.first)
                let after = try #require(opened["after"] as? [String: Any])
                #expect(opened["type"] as? String == "log.opened")
                if let previous {
                    #expect(after["previous"] as? String == String(decoding: previous.name, as: UTF8.self))
                    #expect(
                        after["previous_sha256"] as? String
                            == (try LogSegments(folder: desk.home.segments).digest(of: previous))
                    )
                    #expect(opened["seq"] as? Int == Int(previous.last))
                }
                if name != "changes.jsonl" { #expect(lines.last?["type"] as? String == "log.closed") }
                records += lines.filter { !($0["op"] is NSNull) }.compactMap { $0["seq"] as? Int }
                previous = all.first { name.hasSuffix(String(decoding: $0.name, as: UTF8.self)) }
            }
            #expect(records == Array(Int(first)...Int(try desk.store.lastSeq())))
        }

        @Test func `a log that has reached its size is closed, and the next one names it with its digest`() throws {
            let desk = try filed(6)
            #expect(try segments(desk).count > 2)
            try expectWhole(desk)
            #expect(try desk.intake.changeLog.announce(desk.store, now: RotationTests.now).records == 0)
        }

        @Test func `no more segments than are to be kept stay, the newest ones`() throws {
            let desk = try filed(6, keep: 2)
            let all = try segments(desk)
            #expect(all.count == 2)
            try expectWhole(desk, from: try #require(all.first).first)
        }

        @Test(arguments: 0..<4)
        func `what a crash leaves of closing a log is finished: before the move, after it, and torn`(stage: Int) throws
        {
            let desk = try filed(6)
            let last = try #require(try segments(desk).last)
            let name = "changes/" + String(decoding: last.name, as: UTF8.self)
            let live = desk.folder.file("changes.jsonl")
            let whole = try desk.folder.bytes(of: name)
            // The live file goes back to what was closed last.
            if stage > 0 {
                try desk.folder.remove("changes.jsonl")
                try FileManager.default.moveItem(atPath: desk.folder.file(name), toPath: live)
                if stage > 1 { try desk.folder.truncate("changes.jsonl", to: whole.count - (stage == 2 ? 7 : 200)) }
            } else {
                try desk.folder.remove("changes.jsonl")
            }
            let log = ChangeLog(desk.home.changeLog, Rotation(desk.intake.configuration))
            try log.announce(desk.store, now: RotationTests.now)
            try expectWhole(desk)
            #expect(try desk.folder.bytes(of: name) == whole)
        }

        @Test
        func `each thousand records are followed by a line with their number and the digest of what is before it`()
            throws
        {
            let desk = try ScratchDesk()
            for number in 0..<1005 { try desk.drop("n\(10_000 + number)", ScratchDesk.story()) }
            try desk.drain()
            let lines = try desk.logLines()
            let place = try #require(
                lines.firstIndex { String(decoding: $0.prefix(300), as: UTF8.self).contains("log.check") }
            )
            let line = try #require(try JSONSerialization.jsonObject(with: Data(lines[place])) as? [String: Any])
            let after = try #require(line["after"] as? [String: Any])
            #expect(line["seq"] as? Int == 1000)
            #expect((after["counts"] as? [String: Int])?["article.created"] == 1)
            let before: [UInt8] = lines[..<place].flatMap { $0 + [0x0A] }
            #expect(after["sha256"] as? String == SHA256.digest(of: before.span).hex)
            // Torn, or lost with the record before it, it is written again just so.
            let whole = try desk.folder.bytes(of: "changes.jsonl")
            for missing in [1, 30, lines[place].count, lines[place].count + 1, lines[place].count + 40] {
                try desk.folder.truncate("changes.jsonl", to: before.count + lines[place].count + 1 - missing)
                try ChangeLog(desk.home.changeLog).announce(desk.store, now: RotationTests.now)
                let same = try desk.folder.bytes(of: "changes.jsonl") == whole
                #expect(same, "\(missing) bytes were missing")
            }
        }

        @Test(arguments: [
            ("hour", "2026-11-21T12:59:59.999Z", "2026-11-21T13:00:00.000Z", true),
            ("hour", "2026-11-21T12:00:00.000Z", "2026-11-21T12:59:59.999Z", false),
            ("hour", "2026-11-21T12:00:00.000Z", "2026-11-22T12:00:00.000Z", true),
            ("day", "2026-02-28T23:59:59.000Z", "2026-03-01T00:00:00.000Z", true),
            ("day", "2024-02-28T00:00:00.000Z", "2024-02-28T23:00:00.000Z", false),
            ("week", "2026-11-16T00:00:00.000Z", "2026-11-22T23:59:59.000Z", false),
            ("week", "2026-11-22T23:59:59.000Z", "2026-11-23T00:00:00.000Z", true),
            ("week", "2026-12-28T00:00:00.000Z", "2027-01-03T12:00:00.000Z", false),
            ("week", "2027-01-03T12:00:00.000Z", "2027-01-04T00:00:00.000Z", true),
        ])
        func `a file ends with its hour, day or week, in UTC`(period: String, first: String, next: String, isDue: Bool)
        {
            var rotation = Rotation()
            rotation.period = Rotation.Period(rawValue: period)
            #expect(rotation.isDue(size: 1, firstTime: first, nextTime: next) == isDue)
            #expect(!rotation.isDue(size: 1, firstTime: nil, nextTime: next))
        }
    }
}
