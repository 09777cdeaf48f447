import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// `report`: the page as it is written.
    @Suite struct ReportTests {
        private func page(_ desk: TestDesk, _ words: [String] = []) throws -> String {
            let ending = try desk.start(["report", "-", "--home", desk.home] + words).wait(120)
            #expect(ending.code == 0 && ending.errors.isEmpty, "\(ending.errors)")
            return ending.text
        }

        @Test func `the samples' page tells what the views tell`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            try desk.once(delivering: [try desk.scratch.file("zip.txt", "PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}")])
            let page = try page(desk)
            let articles = try desk.number("SELECT count(*) FROM articles")
            #expect(page.contains("<dt>new articles</dt><dd><b>\(articles)</b>"))
            let outlets = try desk.number("SELECT count(DISTINCT coalesce(outlet, site)) FROM articles")
            #expect(page.contains("\(articles) articles came in for the first time, from \(outlets) outlets."))
            let pages = try desk.number("SELECT count(DISTINCT page_key) FROM dumps")
            #expect(page.contains("visits to \(pages) pages; 2 were visited more than once, one of them 2 times"))
            let undated = try desk.number("SELECT count(*) FROM articles WHERE published_on IS NULL")
            #expect(page.contains("\(undated) articles (13 %) have no date of publication"))
            for row in try desk.rows("SELECT outcome, count(*) AS n FROM deliveries GROUP BY outcome") {
                let name = ["same_text": "same text in other bytes", "duplicate": "duplicate, byte for byte"]
                let outcome = try #require(row["outcome"]?.text)
                let line = "<th scope=\"row\">\(name[outcome] ?? outcome)</th><td>\(row["n"]?.integer ?? -1)</td>"
                #expect(page.contains(line), "\(line)")
            }
            // The one edit, and how to ask for it.
            #expect(page.contains("<del>4,112</del><ins>4,121</ins>"))
            let id = try #require(
                try desk.rows("SELECT article_id AS id FROM revisions WHERE nature = 'material'").first?["id"]?.text
            )
            #expect(page.contains("<code>copydesk show \(id) --diff 1 2</code>"))
            #expect(page.contains("<th scope=\"row\"><code>compressed</code></th><td>1</td><td>1</td>"))
            #expect(page.contains("copydesk retry NAME"))
            let dated = try desk.number("SELECT count(published_on) FROM articles")
            #expect(page.contains("<th scope=\"row\">date of publication</th><td>\(dated)</td>"))
            #expect(page.contains(":\(try desk.number("SELECT max(seq) FROM changes"))</code>"))
        }

        @Test func `a period has only what came in then`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            // Since all came on one day, the rows are moved: half of them a year back.
            try desk.scratch.shell(
                """
                sqlite3 '\(desk.database)' "UPDATE article SET first_seen_at = '2025-03-01T10:00:00.000Z' WHERE key % 2 = 0;
                UPDATE revision SET seen_at = '2025-03-01T10:00:00.000Z' WHERE nature = 'material';
                UPDATE delivery SET received_at = '2025-03-01T10:00:00.000Z' WHERE outcome <> 'new';"
                """
            )
            let old = try desk.number("SELECT count(*) FROM articles WHERE first_seen_at < '2026'")
            let all = try desk.number("SELECT count(*) FROM articles")
            #expect(old > 0 && old < all)
            for (words, count, edits) in [
                (["--until", "2025"], old, 1), (["--since", "2025-03-01", "--until", "2025-03"], old, 1),
                (["--since", "2025-03-02"], all - old, 0), (["--since", "2025-03-01"], all, 1),
            ] {
                let page = try page(desk, words)
                #expect(page.contains("new articles</dt><dd><b>\(count)</b>"), "\(words)")
                #expect(page.contains("silent edit\(edits == 1 ? "" : "s")</dt><dd><b>\(edits)</b>"), "\(words)")
                #expect(page.contains("<del>4,112</del>") == (edits == 1), "\(words)")
            }
            let query = try #require(
                try page(desk, ["--until", "2025"]).firstMatch(
                    of: /"(SELECT seen_at[^"]*)"|&quot;(SELECT seen_at.*?)&quot;/
                )
            )
            let asked = String(query.2 ?? query.1 ?? "").replacingOccurrences(of: "&#39;", with: "'")
                .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
            #expect(asked.contains("seen_at < '2026-01-01'"), "\(asked)")
            #expect(try desk.rows(asked).count == 1)
            let none = try page(desk, ["--since", "2030", "--until", "2031"])
            #expect(none.contains("from 1 January 2030 to 31 December 2031 nothing came in"))
            #expect(none.contains("<dt>files</dt><dd><b>0</b>") && !none.contains("<svg class=\"chart\""))
        }

        @Test func `a page appears under its name when it is whole, and replaces none unasked`() throws {
            let desk = try TestDesk()
            try desk.once()
            let file = desk.scratch.path + "/page.html"
            let first = try desk.command("report", file)
            #expect(first.code == 0 && first.text.hasPrefix("\(file): ") && first.text.hasSuffix(" kB\n"))
            let made = try String(contentsOfFile: file, encoding: .utf8)
            #expect(made.hasPrefix("<!DOCTYPE html>") && made.hasSuffix("</html>\n"))
            for words in [">nothing came in</p>", "No article came in", "Nothing was delivered", "Nothing was refused"]
            {
                #expect(made.contains(words), "\(words)")
            }
            let second = try desk.command("report", file)
            #expect(second.code == 1 && second.errors.contains("cannot write the report \(file): the file exists"))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == made)
            #expect(try desk.command("report", file, "--force").code == 0)
            #expect(try desk.command("report", desk.scratch.path + "/missing/page.html").code == 1)
            #expect(try desk.command("report", desk.scratch.folder("folder"), "--force").code == 1)
            // To standard output, on a disk that is full.
            let full = try desk.scratch.run(
                "/bin/sh",
                "-c",
                "'\(TestDesk.program)' report - --home '\(desk.home)' > /dev/full"
            )
            #expect(full.code == 1 && full.errors.contains("standard output"))
            let left = try FileManager.default.contentsOfDirectory(atPath: desk.scratch.path)
            #expect(left.filter { $0.hasPrefix(".") }.isEmpty, "\(left)")
            for words in [
                [], ["a", "b"], ["a", "--since", "soon"], ["a", "--since", "2026-02", "--until", "2026-01"],
            ] {
                let ending = try desk.start(["report", "--home", desk.home] + words).wait()
                #expect(ending.code == 2 && ending.errors.split(separator: "\n").count == 1, "\(words)")
            }
        }

        @Test func `what pages say stays text`() throws {
            let desk = try ReportSamples.hostileDesk()
            let page = try page(desk)
            let rows = try desk.rows(
                "SELECT max(length(title)) AS l, count(*) AS n, count(DISTINCT outlet) AS o FROM articles"
            )
            #expect((rows.first?["n"]?.integer ?? 0) > 200 && (rows.first?["o"]?.integer ?? 0) > 150)
            #expect(page.utf8.count < 400_000, "\(page.utf8.count) bytes")
            // Every tag and every attribute is one of ours.
            let tags = Set(page.matches(of: /<\/?([A-Za-z!][A-Za-z0-9]*)/).map { String($0.1) })
            let ours: Set = [
                "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "svg", "defs", "pattern", "rect",
                "circle",
                "path", "header", "p", "h1", "h2", "h3", "bdi", "nav", "ul", "li", "main", "section", "dl", "div", "dt",
                "dd",
                "b", "span", "figure", "desc", "line", "text", "figcaption", "details", "summary", "table", "caption",
                "thead", "tr", "th", "td", "tbody", "article", "time", "del", "ins", "code", "pre", "footer",
            ]
            #expect(tags.subtracting(ours).isEmpty, "\(tags.subtracting(ours))")
            #expect(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"))
            #expect(page.matches(of: /<[a-z][^>]*\son[a-z]+=/).isEmpty)
            let bad = page.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 0x0A: false
                case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
                default: false
                }
            }
            #expect(bad.isEmpty)
            #expect(page.contains("<ins>") && page.contains("other outlets"))
        }
    }
}
