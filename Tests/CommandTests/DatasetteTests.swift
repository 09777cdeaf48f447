import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// The real Datasette, started as `etc/datasette.yaml` says, beside a desk that goes on filing.
    @Suite(.enabled(if: DatasetteServer.isInstalled, "Datasette is missing: .ci/answers --install brings it"))
    struct DatasetteTests {
        @Test func `a live desk is searched, counted and explained, and is not disturbed`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            let server = try DatasetteServer(desk)

            let search = "copydesk/keyed_articles.json?_shape=objects&_search="
            let found = try server.json(search + "ferry")
            let titles = found["rows"].array.compactMap { $0["title"].text }
            #expect(titles.contains { $0.hasPrefix("Pellworth council votes to keep") }, "\(titles)")
            #expect(found["filtered_table_rows_count"].integer == titles.count)
            let languages = try server.json("copydesk/keyed_articles.json")["facet_results"]["language"]["results"]
                .array
            #expect(languages.map { [$0["value"].text, $0["count"].integer.map(String.init)] }.first == ["en", "13"])

            // A new story is found by the server that was there before it, and the desk files it.
            let sequence = try desk.number("SELECT max(seq) FROM changes")
            try desk.scratch.file("home/inbox/later.txt", Samples.page(5))
            try waitUntil("Datasette finds the new story") {
                try server.json(search + "sailing+quay")["rows"].array.contains {
                    $0["title"].text?.hasPrefix("Ferry 5 gets") == true
                }
            }
            #expect(try desk.number("SELECT max(seq) FROM changes") > sequence)
            // Nobody reads: the write-ahead log can be emptied, which an open transaction would prevent.
            let emptied = try desk.scratch.run("sqlite3", desk.database, "PRAGMA wal_checkpoint(TRUNCATE)")
            #expect(emptied.line == "0|0|0", "\(emptied.text)\(emptied.errors)")
            #expect(try desk.stop(serving).code == 0)
        }

        @Test(
            .enabled(if: DatasetteServer.isWithinReach, "needs root, and a checkout that other users may enter")
        )
        func `a reader of the group starts it, with no right but to read`() throws {
            let desk = try TestDesk(as: SecondUser.group)
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            let server = try DatasetteServer(desk, as: SecondUser.identity)
            let search = "copydesk/keyed_teasers.json?_search=bridge"
            #expect(try server.json(search)["filtered_table_rows_count"].integer == 1)
            try desk.scratch.file("home/inbox/after.txt", Samples.page(1))
            try desk.waitForDeliveries(14, of: serving)
            let articles = "copydesk/articles_of_an_author.json?author=Mirela+Sandvoort&_shape=array"
            #expect(try server.json(articles).array.count == 1)
            try desk.stop(serving)
        }

        @Test func `every view is described and opened, and what is private is not`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let server = try DatasetteServer(desk)
            for row in try desk.rows("SELECT DISTINCT view FROM schema_column") {
                let view = try #require(row["view"]?.text)
                let page = try server.get("copydesk/\(view)")
                #expect(page.status == 200, "\(view)\n\(page.text.suffix(2000))")
                #expect(page.text.contains("<dl class=\"column-descriptions\">"), "\(view)")
                let query = "SELECT meaning FROM schema_column WHERE view = '\(view)'"
                for row in try desk.rows(query) {
                    // As Datasette escapes what it shows.
                    let meaning = (row["meaning"]?.text ?? "").replacingOccurrences(of: "&", with: "&amp;")
                        .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
                        .replacingOccurrences(of: "'", with: "&#39;").replacingOccurrences(of: "\"", with: "&#34;")
                    #expect(page.text.contains(meaning), "\(view): \(meaning)")
                }
            }
            for name in ["original", "article", "revision_text", "articles_fts"] {
                #expect(try server.get("copydesk/\(name)").status == 403, "\(name)")
            }
            #expect(try server.get("copydesk.db").status == 403)
            let names = try server.json("copydesk.json")["queries"].array.compactMap { $0["name"].text }
            #expect(names.count >= 5)
            for name in names {
                let asked = try server.json(
                    "copydesk/\(name).json?words=ferry&author=Nobody&article=art_&_shape=objects"
                )
                #expect(asked["ok"] == .bool(true) && asked["error"] == .null, "\(name): \(asked)")
            }
        }
    }
}
