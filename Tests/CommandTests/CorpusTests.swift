import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// Every case of the hostile corpus, through the real program.
    @Suite struct CorpusTests {
        private func configured() throws -> (TestDesk, String) {
            let desk = try TestDesk()
            let limit = HostileCorpus.sizeLimit
            let settings = "[inbox]\nquiet_seconds = 0.2\nmax_dump_bytes = \(limit)\n"
            try desk.scratch.folder("home/inbox")
            return (desk, try desk.scratch.file("copydesk.conf", settings))
        }

        @Test func `every content has the outcome it must have, and all of it comes back byte for byte`() throws {
            let (desk, configuration) = try configured()
            let cases = HostileCorpus.contents
            for one in cases { try Disk.write(one.content, to: Array("\(desk.inbox)/\(one.name)".utf8)) }
            let given = try desk.scratch.digests(below: desk.inbox)
            try desk.once(configuration: configuration)
            var found: [String: String] = [:]
            for row in try desk.rows("SELECT name, coalesce(reason, outcome) AS came FROM deliveries") {
                found[row["name"]?.text ?? ""] = row["came"]?.text
            }
            for one in cases { #expect(found[one.name] == one.outcome, "\(one.name)") }
            #expect(found.count == cases.count)
            print("\(cases.count) hostile contents")
            let filed = Set(try desk.rows("SELECT sha256 FROM dumps").compactMap { $0["sha256"]?.text })
            let kept = try desk.scratch.digests(below: desk.rejected)
            for one in cases {
                let digest = try #require(given[one.name])
                #expect(one.outcome == "new" ? filed.contains(digest) : kept[one.name] == digest, "\(one.name)")
            }
            #expect(try desk.filesInInbox() == 0)
            #expect(try desk.command("check").code == 0)
            // Nothing that was read in a dump reaches a terminal unescaped.
            // These contents tell one story over and over, so this one is a revision among others.
            let query = "SELECT article_id, revision, dump_sha256 FROM appearances WHERE title LIKE '%Ansi%'"
            let row = try #require(try desk.rows(query).first)
            let id = try #require(row["article_id"]?.text)
            let revision = try #require(row["revision"]?.integer)
            let dump = try #require(row["dump_sha256"]?.text)
            let asking = [
                ["show", id, "--revision", "\(revision)"], ["show", dump, "--explain"], ["search", "wheel"],
                ["changes", "--format", "text"],
            ]
            for words in asking {
                let ending = try desk.start(words + ["--home", desk.home]).wait()
                #expect(ending.code == 0 && !ending.output.contains(0x1B) && !ending.output.contains(7), "\(words)")
            }
        }

        @Test func `a file under its second name, or linked from outside, is taken without harm to the other name`()
            throws
        {
            let (desk, configuration) = try configured()
            let outside = try desk.scratch.file("outside.txt", Samples.page(5))
            try desk.scratch.file("home/inbox/one.txt", Samples.page(6))
            link(outside, desk.inbox + "/linked.txt")
            link(desk.inbox + "/one.txt", desk.inbox + "/two.txt")
            try desk.once(configuration: configuration)
            #expect(try desk.outcomes() == ["new": 2, "duplicate": 1])
            #expect(try desk.filesInInbox() == 0)
            #expect(FileManager.default.contents(atPath: outside) == Data(Samples.page(5).utf8))
        }

        @Test func `a folder a thousand deep holds nothing up, and status says that it is left alone`() throws {
            let (desk, configuration) = try configured()
            try desk.scratch.shell(
                """
                cd '\(desk.inbox)'; i=0
                while [ $i -lt 1000 ]; do mkdir d; cd d; i=$((i + 1)); done
                echo lost > deep.txt
                """
            )
            try desk.scratch.file("home/inbox/good.txt", Samples.page(1))
            let ending = try desk.once(configuration: configuration)
            #expect(try desk.outcomes() == ["new": 1])
            #expect(ending.errors.contains("cannot look into the folder d/d"))
            let status = try desk.command("status")
            #expect(status.text.contains("nested deeper than 64"), "\(status.text)")
        }

        @Test func `every name that is not taken is named by status, with its reason`() throws {
            let (desk, configuration) = try configured()
            for name in ["a.part", "b.tmp", "c~", ".hidden", "README.md"] {
                try desk.scratch.file("home/inbox/\(name)", Samples.page(1))
            }
            try desk.scratch.folder("home/inbox/.cache")
            let writer = try Disk.open(Array("\(desk.inbox)/written.txt".utf8))
            defer { close(writer) }
            try Disk.write(Array(Samples.page(2).utf8), to: writer)
            try desk.once(configuration: configuration)
            let status = try JSONValue.of(try desk.command("status", "--json").output)
            let left = status["left_alone"].array.compactMap { $0["path"].text }.sorted()
            #expect(left == [".cache", ".hidden", "README.md", "a.part", "b.tmp", "c~", "written.txt"])
            #expect(status["left_alone"].array.allSatisfy { $0["reason"].text?.isEmpty == false })
        }

        @Test(.enabled(if: getuid() == 0, "needs root, to make a file immutable"))
        func `a file that cannot be removed is taken once, named by status, and removed once it can be`() throws {
            let (desk, configuration) = try configured()
            let file = try desk.scratch.file("home/inbox/fixed.txt", Samples.page(3))
            let mark = try desk.scratch.run("chattr", "+i", file)
            guard mark.code == 0 else { return Samples.skipped("immutable files: \(mark.errors)") }
            defer { _ = try? desk.scratch.run("chattr", "-i", file) }
            for _ in 1...3 { try desk.once(configuration: configuration) }
            #expect(try desk.number("SELECT count(*) FROM deliveries") == 1)
            let status = try JSONValue.of(try desk.command("status", "--json").output)
            #expect(status["stuck"].array.first?["path"].text == "fixed.txt")
            #expect(try desk.scratch.run("chattr", "-i", file).code == 0)
            try desk.once(configuration: configuration)
            #expect(try desk.filesInInbox() == 0)
            #expect(try desk.number("SELECT count(*) FROM deliveries") == 1)
        }
    }
}
