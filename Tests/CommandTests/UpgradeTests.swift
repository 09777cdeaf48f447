import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// A desk that an older version left.
    ///
    /// It took sample dumps and two visits to one page of the Ferry Times.
    @Suite struct UpgradeTests {
        /// SHA-256 of the records that the older version wrote into its change log.
        private static let records = "4171d21c3b26b6058a16c347e00f483b4e7e0f40b3d66e04c95632992fe18bed"
        private static let fixture = Archive.fixture("desk-of-schema-2.db")
        private static let articles = """
            SELECT id, title, authors_json, outlet, site, published_on, categories_json, language, word_count, body,
                revision, revisions, first_seen_at, last_seen_at, appearances FROM articles ORDER BY id
            """

        /// A home with the older database and nothing else, which this version has opened once.
        private func upgraded() throws -> TestDesk {
            let desk = try TestDesk()
            try desk.scratch.folder("home")
            try FileManager.default.copyItem(atPath: UpgradeTests.fixture, toPath: desk.database)
            try desk.once()
            return desk
        }

        @Test func `the database is of schema 2, as the older version left it`() throws {
            let scratch = try Scratch()
            #expect(try scratch.run("sqlite3", "-readonly", UpgradeTests.fixture, "PRAGMA user_version").line == "2")
        }

        @Test func `a reader of the older database is told who brings it up to date`() throws {
            let desk = try TestDesk()
            try desk.scratch.folder("home")
            try FileManager.default.copyItem(atPath: UpgradeTests.fixture, toPath: desk.database)
            let ending = try desk.command("search", "gull")
            #expect(ending.code != 0 && ending.errors.contains("copydesk run"), "\(ending.errors)")
        }

        @Test func `every article is what it was, and every view can be read`() throws {
            let desk = try upgraded()
            let before = try desk.rows(UpgradeTests.articles, database: UpgradeTests.fixture)
            #expect(before.count == 14)
            #expect(try desk.rows(UpgradeTests.articles) == before)
            for (view, columns) in Contract.views where view != "forgotten" && !view.hasPrefix("keyed_") {
                let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
                let rows = try desk.rows("SELECT \(names) FROM \(view)")
                let held = try desk.rows("SELECT \(names) FROM \(view)", database: UpgradeTests.fixture)
                #expect(rows.count == held.count, "\(view)")
                #expect(view == "groups" || view == "rejections" || !rows.isEmpty, "\(view)")
            }
            #expect(try desk.number("SELECT count(*) FROM forgotten") == 0)
            let check = try desk.command("check")
            #expect(check.code == 0, "\(check.text)")
            let teasers = try desk.number("SELECT count(*) FROM teasers")
            let found = try desk.number("SELECT count(*) FROM teasers_fts")
            #expect(teasers > 0 && found == teasers)
        }

        @Test func `the change log made anew has every record as the older version wrote it`() throws {
            let desk = try upgraded()
            let digest = try desk.scratch.shell("grep -v '\"type\":\"log\\.' '\(desk.changeLog)' | sha256sum")
            #expect(digest.text.prefix(64) == UpgradeTests.records)
            #expect(try desk.records().count == (try desk.number("SELECT count(*) FROM changes")))
        }

        @Test func `a story that the older version filed is known again under a corrected title`() throws {
            let desk = try upgraded()
            let held = try #require(try desk.rows("SELECT id, body FROM articles WHERE title LIKE 'Town crier%'").first)
            let body = try #require(held["body"]?.text)
            let last = try desk.records().count
            let page = """
                The Ferry Times

                Seagull steps in while crier is hoarse

                By Philippa Grote | The Ferry Times | March 9, 2026

                \(body.replacingOccurrences(of: "thirty years", with: "forty years").replacingOccurrences(of: "\n", with: "\n\n"))

                """
            // Under another page's name: only its words can tell.
            try desk.once(delivering: [try desk.scratch.file("077_00112233445566aa.txt", page)])
            let made = try desk.records().dropFirst(last)
            #expect(made.map { $0["type"].text } == ["dump.received", "article.revised"])
            #expect(made.last?["id"] == held["id"])
            #expect(made.last?["after"]["revision"] == .integer(3))
            let evidence = try desk.rows(
                "SELECT evidence_json FROM appearances WHERE dump_name = '077_00112233445566aa.txt'"
            )
            let known = evidence.first?["evidence_json"]?.listInText.array.last
            #expect(known?["field"].text == "article" && known?["rule"].text == "near-text")
            #expect(try desk.command("check").code == 0)
        }

        @Test func `a story that the older version filed has a group with its copy elsewhere`() throws {
            let desk = try upgraded()
            let body = try #require(
                try desk.rows("SELECT body FROM articles WHERE title LIKE 'Town crier%'").first?["body"]?.text
            )
            let page = """
                Town crier loses his voice and hires a seagull

                By Philippa Grote | The Reed Herald | March 11, 2026

                \(body.replacingOccurrences(of: "\n", with: "\n\n"))

                """
            try desk.once(delivering: [try desk.scratch.file("078_bb112233445566aa.txt", page)])
            #expect(try desk.rows("SELECT articles FROM groups") == [["articles": .integer(2)]])
            #expect(try desk.command("check").code == 0)
        }

        @Test func `a kill at the first start with the older database loses nothing`() throws {
            for delay: UInt32 in [2000, 8000, 15_000, 30_000] {
                let desk = try TestDesk()
                try desk.scratch.folder("home")
                try FileManager.default.copyItem(atPath: UpgradeTests.fixture, toPath: desk.database)
                let process = try desk.start(["run", "--home", desk.home])
                usleep(delay)
                process.signal(SIGKILL)
                try process.wait()
                try desk.once()
                #expect(
                    try desk.rows(UpgradeTests.articles)
                        == (try desk.rows(UpgradeTests.articles, database: UpgradeTests.fixture))
                )
                #expect(try desk.number("SELECT count(*) FROM clue WHERE article = 1") > 0)
                #expect(try desk.command("check").code == 0)
            }
        }
    }
}
