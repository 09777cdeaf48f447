import Foundation
import Testing

extension ProgramTests {
    /// The commands that read, and what the program says to wrong words.
    @Suite struct CommandTests {
        static let commands = ["run", "deliver", "status", "changes", "search", "show", "original", "check", "backup"]

        @Test(arguments: commands)
        func `the help of a command shows its usage and examples`(command: String) throws {
            let desk = try TestDesk()
            let ending = try desk.command(command, "--help")
            #expect(ending.code == 0)
            #expect(ending.text.hasPrefix("usage: copydesk \(command)"))
            #expect(ending.text.contains("examples\n  copydesk \(command)"))
        }

        @Test func `the help of the program names every command, and the version is one line`() throws {
            let desk = try TestDesk()
            let help = try desk.start(["--help"]).wait()
            #expect(help.code == 0)
            for command in CommandTests.commands { #expect(help.text.contains("\n  \(command) ")) }
            let version = try desk.start(["--version"]).wait()
            #expect(version.code == 0)
            #expect(version.line.hasPrefix("copydesk ") && !version.line.contains("\n"))
        }

        @Test(arguments: [
            [], ["fly"], ["run", "--fly"], ["run", "words"], ["show"], ["changes", "--format", "xml"],
            ["status", "--json=1"],
            ["run", "--home"], ["run", "--once"], ["search", "--limit", "--home", "x", "word"], ["changes", "--since"],
            ["backup"], ["original"], ["--fly"],
        ])
        func `wrong words end with 2 and one line that says why`(words: [String]) throws {
            let desk = try TestDesk()
            let ending = try desk.start(words).wait()
            #expect(ending.code == 2)
            #expect(ending.output.isEmpty)
            #expect(words.isEmpty || ending.errors.split(separator: "\n").count == 1, "\(ending.errors)")
        }

        @Test func `a home without a database is an error of one line, and nothing is made`() throws {
            let desk = try TestDesk()
            for command in ["status", "changes", "check"] {
                let ending = try desk.command(command)
                #expect(ending.code == 1, "\(command)")
                #expect(ending.errors.split(separator: "\n").count == 1, "\(command): \(ending.errors)")
            }
            #expect(!Disk.exists(desk.home))
        }

        @Test func `changes go on from a position, and end with 3 where the history is another's`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let status = try JSONValue.of(try desk.command("status", "--json").output)
            let epoch = try #require(status["epoch"].text)
            let last = try #require(status["last_seq"].integer)
            let tail = try desk.command("changes", "--since", "\(epoch):\(last - 2)")
            #expect(tail.code == 0)
            #expect(tail.text.split(separator: "\n").count == 2)
            let log = try #require(FileManager.default.contents(atPath: desk.changeLog))
            #expect(Data(try desk.command("changes").output) == log.dropFirst(try #require(log.firstIndex(of: 10)) + 1))
            #expect(try desk.command("changes", "--since", "00000000-0000-4000-8000-000000000000:1").code == 3)
            #expect(try desk.command("changes", "--since", "\(epoch):\(last + 1)").code == 3)
            let created = try desk.command("changes", "--type", "article.created", "--format", "text")
            #expect(created.text.split(separator: "\n").count == 15)
        }

        @Test func `changes --follow prints what comes`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let follower = try desk.start(["changes", "--follow", "--type", "article.created", "--home", desk.home])
            try desk.scratch.file("home/inbox/late.txt", Samples.page(5))
            try waitUntil("the follower prints it") { follower.output.last == 10 }
            #expect(try JSONValue.of(follower.output)["after"]["title"].text?.hasPrefix("Ferry 5 ") == true)
            follower.signal(SIGINT)
            try follower.wait()
            try desk.stop(serving)
        }

        @Test func `original gives every dump back byte for byte`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let digests = try desk.scratch.digests(below: Samples.seeds).filter { $0.key.hasSuffix(".txt") }
            #expect(digests.count == 13)
            for (name, digest) in digests {
                let ending = try desk.command("original", digest)
                #expect(ending.code == 0)
                #expect(
                    FileManager.default.contents(atPath: "\(Samples.seeds)/\(name)").map(Array.init) == ending.output,
                    "\(name)"
                )
            }
            let unknown = try desk.command("original", String(repeating: "0", count: 64))
            #expect(unknown.code == 1 && unknown.output.isEmpty)
        }

        @Test func `search finds words whatever their accents, show tells the article`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let found = try desk.command("search", "pellworth", "ferry")
            #expect(found.code == 0 && found.text.contains("Thursday ferry"))
            #expect(try desk.command("search", "zyzzyva").code == 1)
            let id = try #require(
                try desk.rows("SELECT id FROM articles WHERE title LIKE '%Thursday ferry%'").first?["id"]?.text
            )
            let shown = try desk.command("show", id)
            #expect(shown.code == 0 && shown.text.contains(id))
            #expect(try JSONValue.of(try desk.command("show", id, "--json").output)["id"] == .text(id))
            #expect(try desk.command("show", "art_nosuch").code == 1)
            let teaser = try #require(try desk.rows("SELECT id FROM teasers LIMIT 1").first?["id"]?.text)
            let compared = try desk.command("show", teaser, "--diff", "1", "2")
            #expect(compared.code == 1 && compared.errors.contains("\(teaser) is a teaser"))
        }

        @Test func `a backup made while the desk runs is a whole database with the same articles`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            let backup = desk.scratch.path + "/backup.db"
            #expect(try desk.command("backup", backup).code == 0)
            let query = "SELECT * FROM articles ORDER BY id"
            #expect(try desk.rows(query, database: backup) == desk.rows(query))
            #expect(try desk.rows("PRAGMA integrity_check", database: backup) == [["integrity_check": .text("ok")]])
            #expect(try desk.command("backup", backup).code == 1)
            try desk.stop(serving)
        }

        @Test func `the configuration is checked by itself`() throws {
            let desk = try TestDesk()
            let good = try desk.scratch.file("good.conf", "[inbox]\nmax_dump_bytes = 1M\n")
            #expect(try desk.start(["check", "--config", good]).wait().code == 0)
            let bad = try desk.scratch.file("bad.conf", "# a comment\n[inbox]\nquite_seconds = 2\n")
            let ending = try desk.start(["check", "--config", bad]).wait()
            #expect(ending.code == 2)
            #expect(ending.errors.contains("\(bad):3: [inbox] quite_seconds"))
        }
    }
}
