import Foundation
import Platform
import Store
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

extension SerialTests {
    /// Which closed segments of the change log are kept.
    @Suite struct RetentionTests {
        private static let day: Int64 = 86_400_000_000_000

        /// A desk with several closed segments.
        private func desk(_ change: @escaping (inout Configuration) -> Void = { _ in }) throws -> ScratchDesk {
            let desk = try ScratchDesk {
                $0.rotateBytes = 3000
                change(&$0)
            }
            for number in 0..<6 { try desk.drop("n\(10 + number)", ScratchDesk.story(number)) }
            try desk.drain()
            return desk
        }

        private func segments(_ desk: ScratchDesk) throws -> [Int64] {
            try LogSegments(folder: desk.home.segments).list(epoch: desk.store.epoch).map(\.first)
        }

        private func prune(_ desk: ScratchDesk, at time: Timestamp, _ change: (inout Retention) -> Void) throws {
            var retention = Retention()
            change(&retention)
            let segments = LogSegments(folder: desk.home.segments)
            try segments.prune(retention, epoch: desk.store.epoch, now: time)
        }

        /// The time of a segment's last record.
        private func end(of segment: Int, _ desk: ScratchDesk) throws -> Timestamp {
            let all = try LogSegments(folder: desk.home.segments).list(epoch: desk.store.epoch)
            let bytes = try desk.folder.bytes(of: "changes/" + String(decoding: all[segment].name, as: UTF8.self))
            let line = try #require(bytes.split(separator: 10).last)
            return try #require(LogLine.time(of: line).flatMap(Timestamp.parse))
        }

        @Test(
            arguments: [
                (0, 0, [10, 10, 10], 0), (2, 0, [10, 10, 10], 1), (3, 0, [10, 10, 10], 0), (1, 0, [10], 0),
                (0, 25, [10, 10, 10], 1), (0, 30, [10, 10, 10], 0), (0, 9, [10, 10, 10], 2), (0, 1, [10], 0),
                (0, 12, [1, 10, 1, 10], 2), (1, 25, [10, 10, 10], 2), (2, 9, [10, 10, 10], 2), (2, 5, [], 0),
            ] as [(Int, Int64, [Int64], Int)]
        )
        func `number and bytes both apply, the oldest go, and bytes spare the newest`(
            count: Int,
            bytes: Int64,
            sizes: [Int64],
            excess: Int
        ) {
            var retention = Retention()
            retention.count = count
            retention.bytes = bytes
            #expect(retention.excess(sizes) == excess)
        }

        @Test func `segments whose last record is older than so many days go, the newest one too`() throws {
            let desk = try desk()
            let all = try segments(desk)
            try #require(all.count > 3)
            let end = try end(of: 0, desk)
            let exactly = Timestamp(nanoseconds: end.nanoseconds + 30 * Self.day)
            try prune(desk, at: exactly) { $0.days = 30 }
            #expect(try segments(desk) == all)
            // A file that was put back from a backup is new; its records are as old as they were.
            let folder = desk.home.segments.description
            try Tool.shell("touch -d 2099-01-01 '\(folder)'/*", in: folder)
            let later = Timestamp(nanoseconds: exactly.nanoseconds + 3_600_000_000_000)
            try prune(desk, at: later) { $0.days = 31 }
            #expect(try segments(desk) == all)
            try prune(desk, at: later) { $0.days = 30 }
            #expect(try segments(desk) == [])
            #expect(try desk.folder.names().contains("changes.jsonl"))
        }

        @Test func `bytes are those of all closed segments together`() throws {
            let desk = try desk()
            let all = try segments(desk)
            let now = Timestamp.now
            let sizes = try desk.folder.names(in: "changes").map { try desk.folder.bytes(of: "changes/\($0)").count }
            let sum = Int64(sizes.reduce(0, +))
            try prune(desk, at: now) { $0.bytes = sum }
            #expect(try segments(desk) == all)
            try prune(desk, at: now) { $0.bytes = sum - 1 }
            #expect(try segments(desk) == Array(all.dropFirst()))
            try prune(desk, at: now) { $0.bytes = 1 }
            #expect(try segments(desk) == [all[all.count - 1]])
            try prune(desk, at: now) { $0.count = 1 }
            #expect(try segments(desk) == [all[all.count - 1]])
        }

        @Test func `a closed log makes room for itself`() throws {
            let desk = try desk { $0.keepBytes = 9000 }
            let kept = try segments(desk)
            #expect(kept.count == 1 || kept.count == 2)
            #expect(try #require(kept.first) > 4)
        }

        @Test func `an idle desk looks once an hour, and at once where the limits are others`() throws {
            let desk = try desk { $0.keepDays = 30 }
            let all = try segments(desk)
            let log = desk.intake.changeLog
            let future = Timestamp(nanoseconds: Timestamp.now.nanoseconds + 40 * Self.day).iso
            // It has looked when it closed the last segment, less than an hour ago.
            try log.pruneIfDue(desk.store, now: future)
            #expect(try segments(desk) == all)
            var configuration = desk.intake.configuration
            configuration.keepDays = 100
            desk.intake.configuration = configuration
            try log.pruneIfDue(desk.store, now: future)
            #expect(try segments(desk) == all)
            configuration.keepDays = 39
            desk.intake.configuration = configuration
            try log.pruneIfDue(desk.store, now: future)
            #expect(try segments(desk) == [])
        }
    }
}
