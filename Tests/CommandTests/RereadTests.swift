import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// Dumps that are read anew by newer rules.
    @Suite struct RereadTests {
        private static let pages = 40

        /// A desk whose pages were read by an older reader, which left out the last paragraph of each.
        private func desk() throws -> TestDesk {
            let desk = try TestDesk()
            let paths = try (0..<RereadTests.pages).map { number in
                try desk.scratch.file("pages/n\(number).txt", Samples.page(number, paragraphs: 3))
            }
            let ending = try desk.start(
                ["run", "--once", "--home", desk.home, "--deliver"] + paths,
                environment: ["COPYDESK_TEST_BUG": "olderReader"]
            ).wait()
            try #require(ending.code == 0, "\(ending.errors)")
            return desk
        }

        private func types(_ desk: TestDesk, after seq: Int) throws -> [String: Int] {
            var counts: [String: Int] = [:]
            for record in try desk.records() where (record["seq"].integer ?? 0) > seq {
                counts[record["type"].text ?? "", default: 0] += 1
            }
            return counts
        }

        private func lastSeq(_ desk: TestDesk) throws -> Int { try desk.number("SELECT max(seq) FROM changes") }

        private func expectReread(_ desk: TestDesk, after seq: Int) throws {
            #expect(
                try types(desk, after: seq)
                    == ["dump.reread": RereadTests.pages, "article.reread": RereadTests.pages]
            )
            #expect(
                try desk.rows("SELECT nature, cause, count(*) AS n FROM revisions WHERE revision = 2 GROUP BY 1, 2")
                    == [
                        ["nature": .text("reread"), "cause": .text("extractor"), "n": .integer(RereadTests.pages)]
                    ]
            )
            #expect(try desk.number("SELECT sum(appearances) FROM articles") == RereadTests.pages)
            #expect(try desk.number("SELECT count(*) FROM articles WHERE body LIKE '%gauge 3%'") == RereadTests.pages)
            let check = try desk.command("check")
            #expect(check.code == 0, "\(check.text)")
        }

        @Test func `what newer rules read otherwise is told once, as theirs`() throws {
            let desk = try desk()
            let seq = try lastSeq(desk)
            let trial = try desk.command("reread", "--all", "--dry-run")
            #expect(trial.text.hasSuffix("40 would be read anew: 40 otherwise, 0 the same\n"))
            #expect(try lastSeq(desk) == seq)
            let ending = try desk.command("reread", "--all")
            #expect(ending.code == 0, "\(ending.errors)")
            #expect(ending.text.hasSuffix("40 read anew: 40 otherwise, 0 the same\n"))
            try expectReread(desk, after: seq)
            let again = try lastSeq(desk)
            #expect(try desk.command("reread", "--all").text == "40 read anew: 0 otherwise, 40 the same\n")
            #expect(try lastSeq(desk) == again)
        }

        @Test func `a serving desk rereads what older rules have read, and status tells how many these are`() throws {
            let desk = try desk()
            let seq = try lastSeq(desk)
            _ = try desk.scratch.run("sqlite3", desk.database, "UPDATE dump SET extractor = 'copydesk/1'")
            let serving = try desk.serve()
            #expect(try desk.command("status").text.contains("40 dumps; copydesk reread"))
            #expect(try desk.command("reread").text.hasSuffix("40 read anew: 40 otherwise, 0 the same\n"))
            #expect(!(try desk.command("status").text.contains("copydesk reread")))
            #expect(try desk.command("reread").text == "0 read anew: 0 otherwise, 0 the same\n")
            try desk.stop(serving)
            let found = try types(desk, after: seq)
            #expect(found == ["dump.reread": 40, "article.reread": 40])
        }

        @Test func `killed over and over, a rereading ends as if it had not been`() throws {
            let desk = try desk()
            let seq = try lastSeq(desk)
            var delay: UInt32 = 20_000
            for _ in 0..<8 {
                let running = try desk.start(["reread", "--all", "--home", desk.home])
                usleep(delay)
                delay += 30_000
                running.signal(SIGKILL)
                _ = try running.wait()
            }
            // The orders that were left are carried out one after the other; all but the first change nothing.
            _ = try desk.command("reread", "--all")
            try desk.once()
            try expectReread(desk, after: seq)
        }

        @Test func `one dump is named by the beginning of its hash, and an unknown one is said`() throws {
            let desk = try desk()
            let row = try #require(try desk.rows("SELECT sha256 FROM dumps ORDER BY name LIMIT 1").first)
            let sha256 = try #require(row["sha256"]?.text)
            let ending = try desk.command("reread", String(sha256.prefix(12)))
            #expect(ending.text.hasSuffix("1 read anew: 1 otherwise, 0 the same\n"))
            let unknown = try desk.command("reread", String(repeating: "0", count: 64))
            #expect(unknown.code == 1)
            #expect(unknown.errors.contains("no dump has a SHA-256 that begins so"))
            #expect(try desk.command("reread", "--all", "abc").code == 2)
            #expect(try desk.command("reread", "xyz").code == 2)
        }
    }
}
