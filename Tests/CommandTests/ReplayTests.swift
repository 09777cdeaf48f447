import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// A database rebuilt from the change log alone, by the program and compared by the stock shell.
    @Suite struct ReplayTests {
        /// A desk with several closed segments, on which everything has happened: rereadings, erasures, a refusal.
        private func desk(scrubbed: Bool = false) throws -> TestDesk {
            let desk = try TestDesk()
            let file = try desk.scratch.file("small.conf", "[changes]\nrotate_bytes = 30000\n")
            let archive = try Archive()
            for month in 0..<6 {
                let path = try desk.scratch.file("visits/\(archive.name(month))", archive.dump(month))
                let older = try desk.start(
                    ["run", "--once", "--home", desk.home, "--config", file, "--deliver", path],
                    environment: month < 3 ? ["COPYDESK_TEST_BUG": "olderReader"] : [:]
                )
                #expect(try older.wait().code == 0)
            }
            try desk.scratch.file("more/empty.txt", "")
            try desk.once(delivering: [Samples.seeds, desk.scratch.path + "/more"], configuration: file)
            #expect(try desk.command("reread", "--all", "--config", file).code == 0)
            let article = try desk.rows("SELECT id FROM articles WHERE revisions = 2 ORDER BY id LIMIT 1")
            let dump = try desk.rows("SELECT sha256 FROM dumps WHERE teasers > 0 ORDER BY sha256 LIMIT 1")
            for id in [article.first?["id"]?.text, dump.first?["sha256"]?.text] {
                let words = ["forget", try #require(id), "--reason", "a test", "--home", desk.home, "--config", file]
                let ending = try desk.start(words + (scrubbed ? ["--scrub-log"] : [])).wait()
                #expect(ending.code == 0, "\(ending.errors)")
            }
            try desk.once(delivering: [Samples.seeds], configuration: file)
            #expect(try desk.number("SELECT count(*) FROM forgotten") > 0)
            #expect(try segments(desk).count >= 5)
            return desk
        }

        /// The segments and the live log, the oldest first.
        private func segments(_ desk: TestDesk) throws -> [String] {
            let names = try FileManager.default.contentsOfDirectory(atPath: desk.home + "/changes")
            let first = { (name: String) in Int(name.split(separator: "-")[1]) ?? 0 }
            return names.sorted { first($0) < first($1) }.map { desk.home + "/changes/" + $0 } + [desk.changeLog]
        }

        private func replay(_ files: [String], into name: String, _ desk: TestDesk) throws -> ChildProcess.Ending {
            try desk.start(["replay"] + files + ["--into", desk.scratch.path + "/" + name]).wait()
        }

        /// Expects that each view of two databases has the same rows.
        private func expectEqual(_ name: String, _ desk: TestDesk, but left: Set<String> = []) throws {
            // Each database gives keys of its own; what else the keyed views say, others say too.
            let views = Contract.views.filter { !left.contains($0.key) && !$0.key.hasPrefix("keyed_") }
            for (view, columns) in views.sorted(by: { $0.key < $1.key }) {
                let names = columns.map { "'\($0)', \"\($0)\"" }.joined(separator: ", ")
                let query = "SELECT json_object(\(names)) AS row FROM \(view) ORDER BY 1"
                let live = try desk.rows(query).map { $0["row"]?.text ?? "" }
                let copy = try desk.rows(query, database: desk.scratch.path + "/" + name).map { $0["row"]?.text ?? "" }
                #expect(!live.isEmpty || view == "groups", "\(view)")
                let difference = copy.difference(from: live)
                #expect(difference.isEmpty, "\(view): \(difference.prefix(2))")
            }
        }

        @Test(arguments: [false, true]) func `every view comes out equal, with what was forgotten in the log or not`(
            scrubbed: Bool
        ) throws {
            let desk = try desk(scrubbed: scrubbed)
            let files = try segments(desk)
            let ending = try replay(files.reversed(), into: "copy.db", desk)
            #expect(ending.code == 0, "\(ending.errors)")
            let last = try desk.number("SELECT max(seq) FROM changes")
            #expect(ending.text.hasPrefix("\(last) records of \(files.count) files replayed up to "), "\(ending.text)")
            #expect(ending.text.contains("\(files.count - 1) SHA-256 agree"), "\(ending.text)")
            try expectEqual("copy.db", desk)
            let left = try FileManager.default.contentsOfDirectory(atPath: desk.scratch.path)
            #expect(!left.contains { $0.hasPrefix(".copy.db") }, "\(left)")
        }

        @Test func `a snapshot with what follows it is enough`() throws {
            let desk = try desk()
            let snapshot = desk.scratch.path + "/today.jsonl"
            let taken = try desk.command("changes", "--snapshot", snapshot)
            #expect(taken.code == 0, "\(taken.errors)")
            #expect(try desk.command("changes", "--snapshot", snapshot).code == 1)
            let archive = try Archive()
            try desk.once(delivering: [try desk.scratch.file("later/\(archive.name(8))", archive.dump(8))])
            let ending = try replay([desk.changeLog, snapshot], into: "copy.db", desk)
            #expect(ending.code == 0, "\(ending.errors)")
            try expectEqual("copy.db", desk, but: ["changes"])
            let text = try String(contentsOfFile: snapshot, encoding: .utf8)
            try text.replacingOccurrences(of: "Ferry", with: "Herry").write(
                toFile: snapshot,
                atomically: true,
                encoding: .utf8
            )
            let changed = try replay([snapshot], into: "other.db", desk)
            #expect(changed.code == 1 && changed.errors.contains("SHA-256"), "\(changed.errors)")
        }

        @Test func `a changed, a missing and a foreign segment are found, and a torn end is none`() throws {
            let desk = try desk()
            let files = try segments(desk)
            let headless = try replay(Array(files.dropFirst()), into: "copy.db", desk)
            #expect(headless.code == 3 && headless.errors.contains("give the segments before it"), "\(headless.errors)")
            let holed = try replay(Array(files.prefix(2) + files.dropFirst(3)), into: "copy.db", desk)
            #expect(holed.code == 1 && holed.errors.contains("copydesk: cannot"), "\(holed.errors)")
            try desk.scratch.shell("sed -i '3s/received/receivex/' '\(files[1])'")
            let changed = try replay(files, into: "copy.db", desk)
            #expect(changed.code == 1 && changed.errors.contains("not the one it names (SHA-256)"), "\(changed.errors)")
            try desk.scratch.shell("sed -i '3s/receivex/received/' '\(files[1])'")
            try desk.scratch.shell("printf '{\"v\":1,\"epoch\":' >> '\(desk.changeLog)'")
            #expect(try replay(files, into: "copy.db", desk).code == 0)
            let again = try replay(files, into: "copy.db", desk)
            #expect(again.code == 1 && again.errors.contains("the file exists"), "\(again.errors)")
            let foreign = try replay([Samples.seeds + "/.."], into: "other.db", desk)
            #expect(foreign.code == 1 && !FileManager.default.fileExists(atPath: desk.scratch.path + "/other.db"))
        }

        @Test func `the copy can be searched and shown, but no desk serves it`() throws {
            let desk = try desk()
            let home = try desk.scratch.folder("copy")
            #expect(try replay(try segments(desk), into: "copy/copydesk.db", desk).code == 0)
            #expect(try desk.start(["search", "ferry", "--home", home]).wait().code == 0)
            let id = try #require(try desk.rows("SELECT id FROM articles ORDER BY id LIMIT 1").first?["id"]?.text)
            #expect(try desk.start(["show", id, "--home", home]).wait().code == 0)
            for words in [["run", "--once"], ["changes"], ["changes", "--snapshot", home + "/snapshot"]] {
                let ending = try desk.start(words + ["--home", home]).wait()
                #expect(ending.code == 1 && ending.errors.contains("rebuilt from a change log"), "\(ending.errors)")
            }
            let check = try desk.start(["check", "--home", home]).wait()
            #expect(check.code == 0 && check.text.contains("no originals"), "\(check.text)\(check.errors)")
        }
    }
}
