import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// `copydesk forget`, done by the real program and looked for in every byte of the home.
    @Suite struct ForgetTests {
        /// Words that stand in the forgotten story alone; the index keeps words without their accents.
        private static let marks = ["qzxkrullwort", "Wjöklängd", "wjoklangd", "xqtenfold", "vwzzephyr"]

        /// The story in one of its forms: short or some hundred kilobytes long.
        private static func story(_ number: Int, edited: String = "five", paragraphs: Int = 3) -> String {
            var text = "Ferry \(number) gets a qzxkrullwort timetable at Port Aldery\n"
            for paragraph in 1...paragraphs {
                text += "\nThe harbour office said on Monday that sailing \(number) will leave the Wjöklängd quay some "
                text +=
                    "\(edited) minutes later than it did last year, because tide gauge number \(paragraph) was xqtenfold.\n"
            }
            return text + "\nThe vwzzephyr blew on, and nobody was left behind at the quay that evening.\n"
        }

        /// A desk that holds two stories with the marks, one of them with two revisions, among others.
        private func desk(configuration: String? = nil) throws -> TestDesk {
            let desk = try TestDesk()
            let texts = [
                ("001_aaaaaaaaaaaaaaaa.txt", ForgetTests.story(1)),
                ("002_aaaaaaaaaaaaaaaa.txt", ForgetTests.story(1, edited: "seven")),
                ("003_bbbbbbbbbbbbbbbb.txt", ForgetTests.story(2, edited: "nine", paragraphs: 900)),
            ]
            for (name, text) in texts {
                let file = try desk.scratch.file(name, text)
                try desk.once(delivering: [file], configuration: configuration)
            }
            try desk.once(delivering: [Samples.seeds], configuration: configuration)
            return desk
        }

        private func ids(_ desk: TestDesk) throws -> [String] {
            try desk.rows("SELECT id FROM articles WHERE title LIKE '%qzxkrullwort%' ORDER BY title").compactMap {
                $0["id"]?.text
            }
        }

        /// Files of the home in which a word of the story stands, whatever its case.
        private func traces(_ desk: TestDesk) throws -> [String] {
            var found: [String] = []
            for mark in ForgetTests.marks {
                let script = "grep -rlaiF -- '\(mark)' '\(desk.home)' || true"
                found += try desk.scratch.shell(script).text.split(separator: "\n").map { "\(mark): \($0)" }
            }
            // In the index, words that begin alike stand there with their ends only.
            let vocabulary = try desk.scratch.run(
                "sqlite3",
                desk.database,
                "CREATE VIRTUAL TABLE temp.v USING fts5vocab ('main', 'articles_fts', 'row'); SELECT term FROM temp.v "
                    + "WHERE term IN ('qzxkrullwort', 'wjoklangd', 'xqtenfold', 'vwzzephyr');"
            )
            return found + vocabulary.text.split(separator: "\n").map { "the index: \($0)" }
        }

        private func isWell(_ desk: TestDesk) throws -> Bool {
            let ending = try desk.command("check")
            if ending.code != 0 { Issue.record("check: \(ending.text)") }
            return ending.code == 0
        }

        @Test func `nothing of a story is left in any byte, while the desk serves`() throws {
            let desk = try desk()
            let serving = try desk.serve()
            #expect(!(try traces(desk).isEmpty))
            #expect(try desk.command("search", "qzxkrullwort").code == 0)
            for id in try ids(desk) {
                let ending = try desk.command("forget", id, "--reason", "a wish", "--scrub-log")
                #expect(ending.code == 0, "\(ending.errors)")
            }
            #expect(try traces(desk) == [])
            #expect(try desk.command("search", "qzxkrullwort").code == 1)
            // The desk goes on, and announces into the new file.
            try desk.scratch.file("home/inbox/page.txt", Samples.page(7))
            try waitUntil("the page is announced") {
                try desk.scratch.shell("grep -c 'Ferry 7 gets' '\(desk.changeLog)' || true").line != "0"
            }
            #expect(try desk.stop(serving).code == 0)
            #expect(!serving.errors.contains("removed, replaced or cut"))
            #expect(try traces(desk) == [])
            #expect(try isWell(desk))
            let last = try desk.records().last { $0["type"].text == "article.deleted" }
            #expect(last?["before"]["scrubbed"] == .bool(true))
            #expect(last?["reason"].text == "a wish")
        }

        @Test func `a log of many files is made anew with its chain of digests`() throws {
            let scratch = try Scratch()
            let configuration = try scratch.file("small.conf", "[changes]\nrotate_bytes = 65536\n")
            let desk = try desk(configuration: configuration)
            #expect(try desk.scratch.shell("ls '\(desk.home)/changes' | wc -l").line != "0")
            for id in try ids(desk) {
                let words = ["forget", id, "--reason", "a wish", "--scrub-log", "--config", configuration]
                let ending = try desk.start(words + ["--home", desk.home]).wait()
                #expect(ending.code == 0, "\(ending.errors)")
            }
            #expect(try traces(desk) == [])
            #expect(try isWell(desk))
        }

        @Test func `without --scrub-log the log keeps the text, says so, and check has nothing against it`() throws {
            let desk = try desk()
            let id = try #require(try ids(desk).first)
            let ending = try desk.command("forget", String(id.prefix(12)), "--reason", "a wish")
            #expect(ending.text.contains("--scrub-log"))
            #expect(try isWell(desk))
            #expect(try desk.scratch.shell("grep -c qzxkrullwort '\(desk.changeLog)'").line != "0")
            #expect(!(try desk.command("changes").text.contains("Ferry 1 gets a qzxkrullwort")))
            // Asked for once more, it is taken out of the log.
            #expect(try desk.command("forget", id, "--reason", "a wish", "--scrub-log").code == 0)
            #expect(!(try desk.scratch.shell("cat '\(desk.changeLog)'").text.contains("Ferry 1 gets a qzxkrullwort")))
            #expect(try isWell(desk))
        }

        @Test func `whoever asks for it is told when and why, and nothing else`() throws {
            let desk = try desk()
            let id = try #require(try ids(desk).first)
            let dump = try desk.rows("SELECT dump_sha256 FROM appearances WHERE article_id = '\(id)'").first?[
                "dump_sha256"
            ]?.text
            _ = try desk.command("forget", id, "--reason", "a wish")
            for words in [["show", id], ["show", "--explain", id], ["search", id], ["original", dump ?? ""]] {
                let ending = try desk.start(words + ["--home", desk.home]).wait()
                #expect(ending.code == 1)
                #expect(ending.text.isEmpty)
                #expect(
                    ending.errors.contains(" was forgotten on ") && ending.errors.contains(": a wish\n"),
                    "\(words)"
                )
                #expect(ending.errors.split(separator: "\n").count == 1)
            }
            #expect(try desk.number("SELECT count(*) FROM forgotten WHERE reason = 'a wish'") > 2)
        }

        @Test func `what cannot be forgotten is refused in a line`() throws {
            let desk = try desk()
            #expect(try desk.command("forget", "art_x").code == 2)
            #expect(try desk.command("forget", "art_x", "--reason", "  ").code == 2)
            #expect(try desk.command("forget", "art_x", "--reason", "a\nb").code == 2)
            let teaser = try desk.rows("SELECT id FROM teasers LIMIT 1").first?["id"]?.text ?? ""
            for id in ["art_x", "art_", "0123456789", "forgotten:1", teaser] {
                let ending = try desk.command("forget", id, "--reason", "a wish")
                #expect(ending.code == 1, "\(id)")
                #expect(ending.errors.contains("cannot forget"))
                #expect(ending.errors.split(separator: "\n").count == 1)
            }
            #expect(try isWell(desk))
        }

        @Test func `a blocked dump is set aside until the block is lifted; another one is taken in anew`() throws {
            let desk = try desk()
            let file = desk.scratch.path + "/001_aaaaaaaaaaaaaaaa.txt"
            let digest = try desk.scratch.shell("sha256sum '\(file)' | cut -c1-64").line
            #expect(try desk.command("forget", digest, "--reason", "a wish", "--block").text.contains("blocked"))
            try desk.once(delivering: [file])
            let refusal = try desk.rows("SELECT reason, detail FROM rejections").first
            #expect(refusal?["reason"]?.text == "blocked")
            #expect(refusal?["detail"]?.text?.contains("a wish") == true)
            #expect(Disk.exists(desk.rejected + "/001_aaaaaaaaaaaaaaaa.txt"))
            let retried = try desk.command("retry")
            #expect(retried.code == 1 && retried.text.contains("blocked"), "\(retried.text)")
            #expect(Disk.exists(desk.rejected + "/001_aaaaaaaaaaaaaaaa.txt"))
            #expect(try desk.command("forget", digest, "--reason", "again").text.contains("blocked no longer"))
            try desk.once(delivering: [file])
            #expect(try desk.number("SELECT deliveries FROM dumps WHERE sha256 = '\(digest)'") == 2)
            #expect(try isWell(desk))
        }

        @Test func `killed at any of its steps, it ends as if done or not begun`() throws {
            guard let strace = try? desk().scratch.run("sh", "-c", "command -v strace"), strace.code == 0 else {
                return Samples.skipped("kills, for want of strace")
            }
            let original = try desk()
            let id = try #require(try ids(original).first)
            var killed = 0
            let calls = [
                ("pwrite64", [1, 9, 40, 90, 150]), ("fdatasync", [1, 2, 3, 4, 5]), ("fsync", [1, 2, 3, 4]),
                ("ftruncate", [1, 2, 3]), ("rename", [1]), ("renameat2", [1, 2, 3, 4]), ("write", [1, 2, 3, 5, 8]),
                ("unlinkat", [1, 2]),
            ]
            for (call, numbers) in calls {
                for number in numbers {
                    let desk = try TestDesk()
                    try desk.scratch.shell("cp -a '\(original.home)' '\(desk.home)'")
                    let ending = try desk.scratch.run(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=\(call)",
                        "-e",
                        "inject=\(call):signal=SIGKILL:when=\(number)",
                        TestDesk.program,
                        "forget",
                        id,
                        "--reason",
                        "a wish",
                        "--scrub-log",
                        "--home",
                        desk.home
                    )
                    if ending.code != 0 { killed += 1 }
                    try desk.once()
                    #expect(try isWell(desk), "\(call) \(number)")
                    let isLeft = try !desk.rows("SELECT id FROM articles WHERE id = '\(id)'").isEmpty
                    let isInFiles =
                        try desk.scratch.shell(
                            "cat '\(desk.home)'/copydesk.db* '\(desk.home)'/changes* | grep -ac 'Ferry 1 gets a qzx' || true"
                        ).line != "0"
                    #expect(isLeft == isInFiles, "\(call) \(number)")
                    if isLeft { #expect(try desk.number("SELECT count(*) FROM forgotten") == 0) }
                    #expect(
                        try desk.number("SELECT count(*) FROM changes WHERE type = 'article.deleted'")
                            == (isLeft ? 0 : 1)
                    )
                }
            }
            print("killed \(killed) times while forgetting")
            #expect(killed > 10)
        }
    }
}
