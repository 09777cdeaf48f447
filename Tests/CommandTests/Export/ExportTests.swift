import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// `export` as it is typed: what it selects, where it writes, and how it ends.
    @Suite struct ExportTests {
        private func filedDesk() throws -> TestDesk {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            return desk
        }

        @Test func `all articles are written in the order of filing, or those that a query selects`() throws {
            let desk = try filedDesk()
            func ids(_ words: String...) throws -> [String] {
                let all = ["export", "--home", desk.home, "--format", "jsonl"] + words
                return try desk.start(all).wait().output.split(separator: 10).map {
                    try JSONValue.of(Array($0))["id"].text ?? ""
                }
            }
            let filed = try desk.rows("SELECT id FROM keyed_articles ORDER BY key").map { $0["id"]?.text ?? "" }
            #expect(try ids() == filed && !filed.isEmpty)
            let found = try ids("pellworth", "-ferry")
            #expect(!found.isEmpty && found.count < filed.count)
            let hits = try desk.start(["search", "--home", desk.home, "--json", "pellworth", "-ferry"]).wait()
            let searched = try hits.output.split(separator: 10).map { try JSONValue.of(Array($0))["id"].text ?? "" }
            #expect(Set(found) == Set(searched))
        }

        @Test(arguments: ["teaser", "any"])
        func `teasers are no articles, so asking for them is a wrong query`(kind: String) throws {
            let ending = try filedDesk().command("export", "--format", "jsonl", "kind:\(kind)", "harbour")
            #expect(ending.code == 2 && ending.output.isEmpty)
            #expect(ending.errors.contains("about articles only"), "\(ending.errors)")
        }

        @Test func `nothing is written where nothing is found`() throws {
            let desk = try filedDesk()
            let filed = try desk.rows("SELECT id FROM articles").map { $0["id"]?.text ?? "?" }
            for form in ["jsonl", "csv", "bibtex", "csl", "markdown"] {
                let ending = try desk.command("export", "--format", form, "zyzzyva")
                #expect(ending.code == 1 && ending.output.isEmpty, "\(form)")
                #expect(ending.errors == "copydesk: no article to export\n")
                let all = try desk.command("export", "--format", form)
                #expect(all.code == 0 && all.errors.isEmpty, "\(form)")
                for id in filed { #expect(all.text.contains(id), "\(form)") }
            }
        }

        @Test(arguments: [
            [], ["--format", "xml"], ["--format", "csv", "--into", "x"], ["--into", "x"],
            ["--format", "markdown", "--into="], ["--format", "csv", "(ferry"],
        ])
        func `wrong words end with 2`(words: [String]) throws {
            let desk = try TestDesk()
            let ending = try desk.start(["export", "--home", desk.home] + words).wait()
            #expect(ending.code == 2 && ending.output.isEmpty)
        }

        @Test func `a pipe that is closed ends it quietly`() throws {
            let desk = try TestDesk()
            // More than a pipe holds.
            let pages = try desk.scratch.folder("pages")
            for number in 1...20 {
                var writer = StoryWriter(seed: UInt64(number))
                try desk.scratch.file("pages/\(number).txt", writer.title() + "\n\n" + writer.body(200))
            }
            try desk.once(delivering: [pages])
            #expect(try desk.number("SELECT sum(length(body)) FROM articles") > 1 << 20)
            let line = "'\(TestDesk.program)' export --home '\(desk.home)' --format jsonl | head -c 10"
            let ending = try desk.scratch.run("bash", "-c", line + "; echo \" ${PIPESTATUS[0]}\"")
            #expect(ending.errors.isEmpty)
            #expect(ending.line.hasSuffix(" 141"), "\(ending.text)")
        }

        @Test(.enabled(if: Tool.has("script"), "needs script of util-linux, to open a terminal"))
        func `a terminal is sent nothing that it would obey`() throws {
            let desk = try filedDesk()
            let harm = "UPDATE revision SET title = char(27) || '[2J' || char(155) || char(7)"
            #expect(try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", harm).code == 0)
            for form in ["jsonl", "csv", "bibtex", "csl", "markdown"] {
                let line = "'\(TestDesk.program)' export --home '\(desk.home)' --format \(form)"
                let text = try desk.scratch.shell("script -qec \"\(line)\" /dev/null").text
                #expect(text.contains("art_"))
                #expect(!text.unicodeScalars.contains { [0x1B, 0x9B, 0x07].contains($0.value) }, "\(form)")
            }
        }

        @Test func `a folder of Markdown files is brought up to date, and names stay`() throws {
            let desk = try filedDesk()
            let folder = desk.scratch.path + "/notes/of the desk"
            func export(_ words: String...) throws -> String {
                let all = ["export", "--home", desk.home, "--format", "markdown", "--into", folder] + words
                let ending = try desk.start(all).wait()
                #expect(ending.code == 0, "\(ending.errors)")
                return ending.line
            }
            let count = try desk.number("SELECT count(*) FROM articles")
            #expect(try export() == "\(count) written, 0 rewritten, 0 unchanged in \(folder)")
            let names = Disk.names(in: folder).map { String(decoding: $0, as: UTF8.self) }.sorted()
            #expect(names.count == count)
            #expect(try export() == "0 written, 0 rewritten, \(count) unchanged in \(folder)")

            // Another title, a file spoilt, one gone, and one that is nobody's: among exported files it may stay.
            let retitle = "UPDATE revision SET title = 'Quite another title' WHERE article = 1"
            #expect(try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", retitle).code == 0)
            let id = try desk.rows("SELECT id FROM articles WHERE title = 'Quite another title'").first?["id"]?.text
            let others = names.filter { !$0.contains(id ?? "?") }
            try Data("short".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(others[0])"))
            try FileManager.default.removeItem(atPath: "\(folder)/\(others[1])")
            try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/mine.md"))
            #expect(try export() == "1 written, 2 rewritten, \(count - 3) unchanged in \(folder)")
            let after = Disk.names(in: folder).map { String(decoding: $0, as: UTF8.self) }.sorted()
            #expect(after == (names + ["mine.md"]).sorted())
            let renamed = try #require(names.first { $0.contains(id ?? "?") })
            let text = String(
                decoding: FileManager.default.contents(atPath: "\(folder)/\(renamed)") ?? Data(),
                as: UTF8.self
            )
            #expect(text.contains("\n# Quite another title\n"))
            #expect(FileManager.default.contents(atPath: "\(folder)/mine.md") == Data("mine".utf8))
            let some = try #require(Int(try desk.command("search", "--count", "pellworth").line))
            let told =
                "0 written, 0 rewritten, \(some) unchanged in \(folder); \(count - some) of other articles left as they are"
            #expect(try export("pellworth") == told)
        }

        @Test func `a folder of other things is left alone`() throws {
            let desk = try filedDesk()
            let folder = try desk.scratch.folder("full")
            try desk.scratch.file("full/letter.txt", "Dear reader")
            let ending = try desk.command("export", "--format", "markdown", "--into", folder)
            #expect(ending.code == 1 && ending.errors.contains("it holds 1 other file and no exported article"))
            #expect(Disk.names(in: folder).count == 1)
            // Hidden ones are a repository's, or an editor's.
            try desk.scratch.folder("new/.git")
            #expect(try desk.command("export", "--format", "markdown", "--into", desk.scratch.path + "/new").code == 0)
        }
    }
}
