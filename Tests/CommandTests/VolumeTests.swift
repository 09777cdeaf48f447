import Foundation
import Glibc
import Synchronization
import Testing

extension ProgramTests {
    /// Many files at once, by every way in which files come.
    @Suite struct VolumeTests {
        @Test func `2,000 files that come in seven ways at once are each taken once and whole`() throws {
            let desk = try TestDesk()
            let ways = try Ways(desk)
            let serving = try desk.serve()
            let slow = Thread { ways.writeSlowly() }
            slow.start()
            let copiers = try ways.startCopiers()
            for copier in copiers { #expect(try copier.wait(150).code == 0, "\(copier.errors)") }
            try waitUntil("the slow writers are done") { ways.slowWritersAreDone }
            try desk.waitForDeliveries(ways.expected.count, of: serving)
            try waitUntil("the inbox is empty") { try desk.filesInInbox() == 0 }
            try desk.stop(serving)

            let rows = try desk.rows("SELECT name, sha256, outcome FROM deliveries")
            print("\(rows.count) files by \(ways.counts), slow writers took \(ways.slowSeconds) s")
            #expect(ways.expected.count == 2000)
            #expect(rows.count == 2000)
            var found: [String: String] = [:]
            for row in rows { found[row["name"]?.text ?? ""] = row["sha256"]?.text }
            // A file taken while it was written would show here as another hash.
            #expect(found == ways.expected)
            try expectWholeLog(desk)
        }

        @Test func `20,000 files that come while the process is stopped are all found`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let limit = Int(try desk.scratch.shell("cat /proc/sys/fs/inotify/max_queued_events").line) ?? 0
            serving.signal(SIGSTOP)
            let contents = (0..<500).map { Array(Samples.page($0).utf8) }
            for number in 0..<20_000 {
                try Disk.write(contents[number % 500], to: Array("\(desk.inbox)/n\(number).txt".utf8))
            }
            serving.signal(SIGCONT)
            try desk.waitForDeliveries(20_000, of: serving)
            try waitUntil("the inbox is empty") { try desk.filesInInbox() == 0 }
            try desk.stop(serving)
            print("20000 files while stopped; the kernel's queue holds \(limit) events")
            #expect(try desk.outcomes() == ["new": 500, "duplicate": 19_500])
            #expect(try desk.number("SELECT count(DISTINCT path) FROM deliveries") == 20_000)
            #expect(try desk.number("SELECT count(*) FROM articles") == 500)
            try expectWholeLog(desk)
        }

        /// Every seq once and in order, in the database and in the file.
        private func expectWholeLog(_ desk: TestDesk) throws {
            let last = try desk.number("SELECT max(seq) FROM changes")
            #expect(try desk.number("SELECT count(*) FROM changes") == last)
            let sequence = try desk.scratch.shell("jq -r 'select(.op != null) | .seq' '\(desk.changeLog)'").text
            #expect(sequence.split(separator: "\n").map { Int($0) } == (1...last).map { $0 })
        }
    }
}
