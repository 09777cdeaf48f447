import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// The process dies, by a kill or by a bug; the next one goes on.
    @Suite struct CrashTests {
        /// Numbers that look random and are the same in every run (SplitMix64).
        private struct Moments {
            var state: UInt64

            mutating func next(in range: Range<UInt64>) -> UInt64 {
                state &+= 0x9E37_79B9_7F4A_7C15
                var z = state
                z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
                z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
                return range.lowerBound + (z ^ (z >> 31)) % UInt64(range.count)
            }
        }

        /// Files in several folders, each kept a second time so that they can be compared afterwards.
        private struct Backlog {
            static let folders = ["", "a/", "a/b/", "c d/"]
            let desk: TestDesk
            private(set) var made = 0
            /// Names of those that have to be refused.
            private(set) var refused: Set<String> = []

            init(_ desk: TestDesk) throws {
                self.desk = desk
                for folder in Backlog.folders { try desk.scratch.folder("home/inbox/\(folder)") }
                try desk.scratch.folder("master")
            }

            /// Makes files until so many wait; one in ten brings the bytes of an earlier one, one in sixteen is no page.
            ///
            /// Of those some are so large that two fill a batch, so that batches are many and overlap.
            mutating func fill(to count: Int) throws {
                for _ in 0..<max(0, count - (try desk.filesInInbox())) {
                    made += 1
                    var page = Samples.page(made % 10 == 0 ? made / 2 : made, paragraphs: 1)
                    if made % 16 == 5 {
                        let size = made % 64 == 5 ? 9 << 18 : 0
                        page = "{\"number\": \(made), \"more\": \"\(String(repeating: "x", count: size))\"}\n"
                        refused.insert("n\(made).txt")
                    }
                    try desk.scratch.file("master/n\(made).txt", page)
                    try desk.scratch.file("home/inbox/\(Backlog.folders[made % 4])n\(made).txt", page)
                }
            }

            func digests() throws -> [String: String] {
                try desk.scratch.digests(below: desk.scratch.path + "/master")
            }
        }

        @Test func `fifty kills at random moments of a backlog lose nothing and double nothing`() throws {
            let desk = try TestDesk()
            var backlog = try Backlog(desk)
            var moments = Moments(state: 20_260_127)
            var taken: [Int] = []
            for _ in 1...50 {
                try backlog.fill(to: 250)
                let process = try desk.start(["run", "--home", desk.home])
                usleep(UInt32(moments.next(in: 5_000..<400_000)))
                process.signal(SIGKILL)
                #expect(try process.wait().signal == SIGKILL)
                taken.append(250 - (try desk.filesInInbox()))
            }
            print(
                "50 kills over \(backlog.made) files; \(taken.count { $0 > 0 }) struck after files were retired: \(taken)"
            )
            let digests = try backlog.digests()
            try expectEveryFileSomewhere(desk, digests)
            try desk.once()

            let rows = try desk.rows("SELECT name, sha256, outcome FROM deliveries")
            #expect(rows.count == backlog.made)
            var found: [String: String] = [:]
            for row in rows { found[row["name"]?.text ?? ""] = row["sha256"]?.text }
            #expect(found == digests)
            // A kill is nobody's crash: no dump may be blamed for it.
            #expect(try desk.rows("SELECT DISTINCT reason FROM rejections") == [["reason": .text("json")]])
            let filed = Set(digests.filter { !backlog.refused.contains($0.key) }.values)
            #expect(try desk.number("SELECT count(*) FROM dumps") == filed.count)
            try expectOriginals(desk, filed)
            try expectKept(desk, digests.filter { backlog.refused.contains($0.key) })
            try expectOneOfEachSeq(desk)
            try expectNoLitter(desk)
            let check = try desk.command("check")
            #expect(check.code == 0, "\(check.text)")
        }

        /// In the inbox with its bytes, or delivered with its hash.
        private func expectEveryFileSomewhere(_ desk: TestDesk, _ digests: [String: String]) throws {
            var found = try desk.scratch.digests(below: desk.inbox)
            let waiting = found.count
            for row in try desk.rows("SELECT name, sha256 FROM deliveries") {
                found[row["name"]?.text ?? ""] = row["sha256"]?.text
            }
            #expect(found == digests)
            print("before the last run: \(waiting) wait, \(digests.count) in all")
        }

        /// The kept bytes, written out by the stock shell and hashed by the system's tool.
        private func expectOriginals(_ desk: TestDesk, _ digests: Set<String>) throws {
            let folder = try desk.scratch.folder("originals")
            _ = try desk.rows(
                "SELECT sum(writefile('\(folder)/' || sha256, original.bytes)) AS n FROM original JOIN dump ON dump.key = original.dump"
            )
            let written = try desk.scratch.digests(below: folder)
            #expect(written.allSatisfy { $0.key == $0.value })
            #expect(Set(written.keys) == digests)
        }

        private func expectOneOfEachSeq(_ desk: TestDesk) throws {
            let last = try desk.number("SELECT max(seq) FROM changes")
            #expect(try desk.number("SELECT count(*) FROM changes") == last)
            // A line that a kill tore may stay as a line of its own; readers skip it.
            let filter = "jq -R -r 'fromjson? | select(.op != null) | .seq' '\(desk.changeLog)'"
            #expect(try desk.scratch.shell(filter).text.split(separator: "\n").map { Int($0) } == (1...last).map { $0 })
        }

        private func expectNoLitter(_ desk: TestDesk) throws {
            #expect(try desk.filesInInbox() == 0)
            let home = Set(Disk.names(in: desk.home).map { String(decoding: $0, as: UTF8.self) })
            #expect(home.isSubset(of: Contract.home), "\(home.subtracting(Contract.home))")
        }

        /// The refused files with their bytes, each with its reason beside it, and nothing else.
        private func expectKept(_ desk: TestDesk, _ digests: [String: String]) throws {
            var kept = try desk.scratch.digests(below: desk.rejected)
            for name in digests.keys { #expect(kept.removeValue(forKey: name + ".reason.json") != nil, "\(name)") }
            #expect(kept == digests)
        }

        @Test(
            arguments: [
                ("", "crashed", 0), ("", "crashed", 2), (":loop", "too_slow", 0), (":loop", "too_slow", 2),
                (":memory", "too_large", 0), (":memory", "too_large", 2),
            ]
        )
        func `a dump that stops the process is rejected at its second try, and everything else goes through`(
            deed: String,
            reason: String,
            workers: Int
        ) throws {
            let desk = try TestDesk()
            let configuration = try desk.scratch.file("copydesk.conf", "[desk]\nworkers = \(workers)\n")
            try desk.scratch.folder("home/inbox")
            for number in 1...60 { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            let poison = try #require(try desk.scratch.digests(below: desk.inbox)["n33.txt"])
            var crashes = 0
            var ending: ChildProcess.Ending
            repeat {
                let words = ["run", "--once", "--home", desk.home, "--config", configuration]
                ending = try desk.start(words, environment: ["COPYDESK_TEST_POISON": poison + deed]).wait()
                if ending.code != 0 { crashes += 1 }
                let isCrash = ending.signal.map { [SIGTRAP, SIGILL, SIGABRT, SIGPROF].contains($0) } ?? false
                #expect(ending.code == 0 || isCrash, "\(ending.signal ?? 0) \(ending.errors)")
            } while ending.code != 0 && crashes < 8
            print("\(crashes) crashes with \(workers) workers: \(reason)")
            #expect(ending.code == 0)
            #expect((1...3).contains(crashes))
            #expect(try desk.outcomes() == ["new": 59, "rejected": 1])
            let rejection = try #require(try desk.rows("SELECT * FROM rejections").first)
            #expect(rejection["name"] == .text("n33.txt") && rejection["reason"] == .text(reason))
            #expect((rejection["attempts"]?.integer ?? 0) >= 2)
            #expect(Disk.exists(desk.rejected + "/n33.txt") && Disk.exists(desk.rejected + "/n33.txt.reason.json"))
            #expect(try desk.filesInInbox() == 0)
            #expect(try desk.command("check").code == 0)
        }
    }
}
