import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// What `check` finds, and what `check --repair` makes of it.
    @Suite struct RepairTests {
        private func harmed(_ sql: String) throws -> TestDesk {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let harm = try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", sql)
            #expect(harm.code == 0, "\(harm.errors)")
            return desk
        }

        @Test(
            arguments: [
                """
                INSERT INTO articles_fts (articles_fts, rowid, title, body)
                SELECT 'delete', key, title, body FROM article_text LIMIT 1
                """,
                "INSERT INTO teasers_fts (teasers_fts) VALUES ('delete-all')",
                "INSERT INTO articles_bigrams (rowid, title, body) SELECT key, '漁', '漁船' FROM article LIMIT 1",
            ]
        )
        func `a full-text index out of step is made anew`(harm: String) throws {
            let desk = try harmed(harm)
            #expect(try desk.command("check").text.contains("WRONG     "))
            let ending = try desk.command("check", "--repair")
            #expect(ending.code == 0 && ending.text.contains("mended    full-text index"), "\(ending.text)")
            #expect(try desk.command("check").code == 0)
        }

        @Test(
            arguments: [
                "sed -i '5d' LOG", "sed -i '5p' LOG", "sed -i '9s/dump/dumb/' LOG", "echo nonsense > LOG",
                "head -c 3000 /dev/urandom > LOG",
            ]
        )
        func `a change log that is not what the database makes is found, set aside, and written anew`(
            harm: String
        ) throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let whole = try desk.records()
            try desk.scratch.shell(harm.replacingOccurrences(of: "LOG", with: "'\(desk.changeLog)'"))
            let found = try desk.command("check")
            #expect(found.code == 1 && found.text.contains("WRONG     change log"), "\(found.text)")
            let ending = try desk.command("check", "--repair")
            #expect(ending.code == 0 && ending.text.contains("mended    change log"), "\(ending.text)")
            #expect(try desk.records() == whole)
            #expect(Disk.names(in: desk.home + "/changes").count == 1)
            // The desk goes on with it.
            try desk.once(delivering: [try desk.scratch.file("more.txt", Samples.page(77))])
            #expect(try desk.command("check").code == 0)
        }

        @Test func `a tally that differs from the rows is counted anew`() throws {
            let desk = try harmed("UPDATE tally SET count = count + 7 WHERE name = 'articles'")
            let found = try desk.command("check")
            #expect(found.code == 1 && found.text.contains("tally: articles is"), "\(found.text)")
            let ending = try desk.command("check", "--repair")
            #expect(ending.code == 0 && ending.text.contains("mended    tally"), "\(ending.text)")
            #expect(try desk.command("check").code == 0)
        }

        @Test func `an index that lost a key is made anew`() throws {
            let desk = try harmed(
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(sql, '(text_sha256)', '(text_sha256) WHERE key > 3')
                WHERE name = 'dump_text';
                """
            )
            let renewed = try desk.scratch.run(
                "sqlite3",
                desk.database,
                ".filectrl persist_wal 1",
                "REINDEX dump_text; PRAGMA writable_schema = ON; "
                    + "UPDATE sqlite_schema SET sql = 'CREATE INDEX dump_text ON dump (text_sha256)' "
                    + "WHERE name = 'dump_text'"
            )
            #expect(renewed.code == 0, "\(renewed.errors)")
            let found = try desk.command("check")
            #expect(found.code == 1 && found.text.contains("dump_text"), "\(found.text)")
            let ending = try desk.command("check", "--repair")
            #expect(ending.code == 0 && ending.text.contains("mended    database"), "\(ending.text)")
        }

        @Test(
            arguments: [
                ("UPDATE original SET bytes = CAST(x'00' || substr(bytes, 2) AS BLOB) WHERE dump = 3", "original"),
                ("PRAGMA foreign_keys = OFF; DELETE FROM txn", "reference"),
                ("PRAGMA foreign_keys = OFF; DELETE FROM change WHERE seq = 7", "changes: 1"),
            ]
        )
        func `what only a backup can bring back is named, before a repair and after it`(
            harm: String,
            name: String
        ) throws {
            let desk = try harmed(harm)
            #expect(try desk.command("check").text.contains("WRONG     \(name)"))
            let ending = try desk.command("check", "--repair")
            #expect(ending.code == 1 && ending.text.contains("WRONG     \(name)"), "\(ending.text)")
        }

        @Test func `a damaged page of the database is found`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let page = try desk.number("SELECT rootpage FROM sqlite_schema WHERE name = 'revision'")
            try desk.scratch.shell(
                "dd if=/dev/urandom of='\(desk.database)' bs=4096 seek=\(page - 1) count=1 conv=notrunc status=none"
            )
            let ending = try desk.command("check")
            #expect(ending.code == 1, "\(ending.text)\(ending.errors)")
        }

        @Test func `no repair goes on beside a serving desk`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let ending = try desk.command("check", "--repair")
            #expect(ending.code == 4 && ending.errors.contains("stop it first"))
            try desk.stop(serving)
        }

        @Test func `a backup made while files come in holds every view as it was at one moment`() throws {
            let desk = try TestDesk()
            try desk.scratch.folder("home/inbox")
            for number in 0..<300 { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            let serving = try desk.serve()
            try desk.waitForDeliveries(1, of: serving)
            var backups: [String] = []
            for number in 1...3 {
                let file = desk.scratch.path + "/backup\(number).db"
                #expect(try desk.command("backup", file).code == 0)
                backups.append(file)
            }
            try desk.waitForDeliveries(300, of: serving)
            try desk.stop(serving)
            for file in backups {
                let restored = try TestDesk()
                try restored.scratch.folder("home")
                try restored.scratch.shell("cp '\(file)' '\(restored.database)'")
                let seq = Int(try desk.scratch.run("sqlite3", file, "SELECT max(seq) FROM changes").line) ?? 0
                let held = Int(try desk.scratch.run("sqlite3", file, "SELECT count(*) FROM dumps").line) ?? -1
                print("a backup at seq \(seq) with \(held) of 300 dumps")
                // What the live database said up to that change, and nothing else.
                for (view, order) in [("changes", "seq"), ("deliveries", "delivery")] {
                    let bound = view == "changes" ? "seq <= \(seq)" : "delivery <= \(held)"
                    let query = "SELECT * FROM \(view) WHERE \(bound) ORDER BY \(order)"
                    let same = try desk.rows(query) == (try desk.rows(query, database: file))
                    #expect(same, "\(view)")
                }
                for view in Contract.views.keys.sorted() {
                    #expect(try desk.scratch.run("sqlite3", file, "SELECT count(*) FROM \(view)").code == 0, "\(view)")
                }
                try restored.once()
                #expect(try restored.command("check").code == 0)
            }
        }
    }
}
