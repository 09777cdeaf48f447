import Foundation
import Testing

extension ProgramTests {
    /// `check` has to see what must not be; a check that always says yes would pass no test here.
    @Suite struct CheckTests {
        private func filedDesk() throws -> TestDesk {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            return desk
        }

        @Test func `all is well with a desk that was left alone, running or not`() throws {
            let desk = try filedDesk()
            let ending = try desk.command("check")
            #expect(ending.code == 0 && ending.text.hasSuffix("all is well\n"), "\(ending.text)")
            let serving = try desk.serve()
            #expect(try desk.command("check").code == 0)
            try desk.stop(serving)
        }

        @Test func `one flipped bit in a kept original is found`() throws {
            let desk = try filedDesk()
            let flip = """
                UPDATE original SET bytes = CAST(x'00' || substr(bytes, 2) AS BLOB)
                WHERE dump = (SELECT key FROM dump WHERE name_is_third)
                """.replacingOccurrences(
                    of: "name_is_third",
                    with: "sha256 = (SELECT sha256 FROM deliveries WHERE delivery = 3)"
                )
            #expect(try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", flip).code == 0)
            let ending = try desk.command("check")
            #expect(ending.code == 1)
            let digest = try #require(
                try desk.rows("SELECT sha256 FROM deliveries WHERE delivery = 3").first?["sha256"]?.text
            )
            #expect(ending.text.contains("WRONG     original \(digest)"), "\(ending.text)")
        }

        @Test func `a line missing from the change log is found, and a changed one`() throws {
            let desk = try filedDesk()
            try desk.scratch.shell("sed -i '5d' '\(desk.changeLog)'")
            let missing = try desk.command("check")
            #expect(missing.code == 1 && missing.text.contains("seq 4 is missing"), "\(missing.text)")
            desk.hasSpoiltLog = true
            try desk.scratch.shell("sed -i '9s/\"v\":1/\"v\":1/; 9s/dump/dumb/' '\(desk.changeLog)'")
            let changed = try desk.command("check")
            #expect(changed.code == 1 && changed.text.contains("differs from the database"), "\(changed.text)")
        }

        @Test func `a full-text index that lost an article is found`() throws {
            let desk = try filedDesk()
            let forget = """
                INSERT INTO articles_fts (articles_fts, rowid, title, body)
                SELECT 'delete', key, title, body FROM article_text LIMIT 1
                """
            #expect(try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", forget).code == 0)
            #expect(try desk.command("check").code == 1)
        }

        @Test func `a row of the outbox that is gone is found`() throws {
            let desk = try filedDesk()
            let forget = "PRAGMA foreign_keys = OFF; DELETE FROM change WHERE seq = 7"
            #expect(try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", forget).code == 0)
            #expect(try desk.command("check").code == 1)
        }

        @Test func `sizes add up to all pages, and each table and index is in one part, as dbstat has it`() throws {
            let desk = try filedDesk()
            // Pages that become free.
            let free = "CREATE TABLE gone AS SELECT zeroblob(100000); DROP TABLE gone; PRAGMA wal_checkpoint"
            #expect(try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", free).code == 0)
            let sizes = try JSONValue.of(try desk.command("check", "--json").output)["sizes"]
            let parts = sizes["parts"].array
            let pages = try desk.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            #expect(sizes["bytes"].integer == pages)
            let attributes = try FileManager.default.attributesOfItem(atPath: desk.database)
            #expect(attributes[.size] as? Int == pages)
            #expect(parts.reduce(0) { $0 + ($1["bytes"].integer ?? 0) } == pages)
            let freed = try desk.number(
                "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size"
            )
            #expect(freed >= 100_000)
            #expect(parts.first { $0["name"].text == "free pages" }?["bytes"].integer == freed)

            var told: [String: Int] = [:]
            for part in parts {
                var sum = part["name"].text == "free pages" ? freed : 0
                for tree in part["made_of"].array {
                    let name = try #require(tree["name"].text)
                    #expect(told[name] == nil, "\(name) is in two parts")
                    let bytes = tree["bytes"].integer ?? 0
                    told[name] = bytes
                    sum += bytes
                }
                #expect(part["bytes"].integer == sum)
            }
            let rows = try desk.rows("SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name")
            #expect(rows.count == told.count)
            for row in rows { #expect(told[row["name"]?.text ?? ""] == row["bytes"]?.integer) }
        }

        @Test func `the table names the parts with their shares, before what is wrong`() throws {
            let desk = try filedDesk()
            try desk.scratch.shell("sed -i '5d' '\(desk.changeLog)'")
            let lines = try desk.command("check").text.split(separator: "\n").map(String.init)
            let all = try #require(lines.firstIndex { $0.hasPrefix("all  ") })
            #expect(lines[all].contains(" 100.0 %  "))
            let names = [
                "originals  ", "texts beside originals  ", "full-text index  ", "two-character index  ",
                "teasers' index  ", "clues of stories  ", "change records  ", "places and evidence  ",
                "other tables  ", "other indexes  ",
            ]
            #expect(lines[(all - names.count)..<all].elementsEqual(names) { $0.hasPrefix($1) }, "\(lines)")
            #expect(lines.first { $0.hasPrefix("originals") }?.hasSuffix(" %  original") == true)
            #expect(lines.firstIndex { $0.hasPrefix("WRONG") } == all + 1)
        }
    }
}
