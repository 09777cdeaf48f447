import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// `copydesk retry`: refused files that go through again.
    @Suite struct RetryTests {
        /// A stopped desk that has refused these files, some only since they were too large.
        private func desk(refusing files: [String: String], limit: Int = 5) throws -> TestDesk {
            let desk = try TestDesk()
            for (name, text) in files { try desk.scratch.file("in/" + name, text) }
            let small = try desk.scratch.file(
                "small.conf",
                "[inbox]\nmax_dump_bytes = \(limit)\nquiet_seconds = 0.05\n"
            )
            try desk.once(delivering: [desk.scratch.path + "/in"], configuration: small)
            return desk
        }

        private func expectWell(_ desk: TestDesk) throws {
            let check = try desk.command("check")
            #expect(check.code == 0, "\(check.text)")
            #expect(try desk.number("SELECT count(*) FROM rejection WHERE unsettled IS NOT NULL") == 0)
            #expect(names(in: desk.home + "/copydesk.orders").isEmpty)
        }

        private let mixed = ["a.txt": Samples.page(1), "b.txt": Samples.page(1), "c.pdf": "%PDF-1.7\n", "d": ""]

        private func expectMixed(_ ending: ChildProcess.Ending, _ desk: TestDesk) throws {
            #expect(ending.code == 1, "\(ending.errors)")
            let lines = ending.text.split(separator: "\n").map(String.init)
            #expect(lines.count == 5 && lines.last == "4 files: 1 new, 1 duplicate, 2 rejected", "\(ending.text)")
            #expect(lines.contains("new  a.txt  1 articles") && lines.contains("duplicate  b.txt  1 articles"))
            #expect(lines.contains { $0.hasPrefix("rejected  c.pdf  pdf: ") })
            #expect(names(in: desk.rejected) == ["c.pdf", "c.pdf.reason.json", "d", "d.reason.json"])
            let rows = try desk.rows(
                "SELECT name, reason, attempts, resolved_at IS NULL AS open FROM rejections ORDER BY 1"
            )
            #expect(rows.map { $0["attempts"] } == Array(repeating: .integer(2), count: 4))
            #expect(rows.map { $0["open"] } == [.integer(0), .integer(0), .integer(1), .integer(1)])
            #expect(rows.map { $0["reason"]?.text } == ["too_large", "too_large", "pdf", "empty"])
            let note = try #require(FileManager.default.contents(atPath: desk.rejected + "/c.pdf.reason.json"))
            let reason = try JSONValue.of(Array(note))
            #expect(reason["reason"] == .text("pdf") && reason["attempts"] == .integer(2))
            #expect(try desk.outcomes() == ["rejected": 4, "new": 1, "duplicate": 1])
            let pairs = try desk.number(
                "SELECT count(*) FROM deliveries a JOIN deliveries b USING (path, name) WHERE a.delivery > b.delivery"
            )
            #expect(pairs == 2)
            try expectRecords(desk)
            try expectWell(desk)
        }

        private func expectRecords(_ desk: TestDesk) throws {
            let records = try desk.records()
            let released = records.filter { $0["type"].text == "dump.released" }
            #expect(released.count == 2)
            for record in released {
                #expect(
                    record["op"].text == "u" && record["kind"].text == "delivery" && record["cause"].text == "operator"
                )
                #expect(record["changed"].array == [.text("sha256"), .text("attempts"), .text("resolved_at")])
                #expect(record["before"]["attempts"] == .integer(1) && record["after"]["attempts"] == .integer(2))
                #expect(record["after"]["resolved_at"] == record["ts"])
            }
            let refused = records.filter {
                $0["type"].text == "dump.rejected" && $0["id"].text == released[0]["id"].text
            }
            #expect(refused.count == 1 && refused[0]["after"]["attempts"] == .integer(1))
            #expect(refused[0]["reason"] == .text("too_large") && refused[0]["after"]["resolved_at"] == .null)
            let again = records.filter { $0["type"].text == "dump.rejected" && $0["op"].text == "u" }
            #expect(again.count == 2 && again.allSatisfy { $0["cause"].text == "operator" })
        }

        @Test func `without a serving desk the command does it itself`() throws {
            let desk = try desk(refusing: mixed)
            try expectMixed(try desk.command("retry"), desk)
            #expect(access(desk.database + "-wal", F_OK) == 0 && access(desk.database + "-shm", F_OK) == 0)
            // A file in the inbox is no matter of an order.
            try desk.scratch.file("home/inbox/later.txt", Samples.page(9))
            let again = try desk.command("retry", "c.pdf")
            #expect(again.code == 1 && again.text.contains("1 file: 1 rejected"), "\(again.text)\(again.errors)")
            #expect(try desk.filesInInbox() == 1)
            try expectWell(desk)
        }

        @Test func `a serving desk does it, takes deliveries meanwhile, and says so`() throws {
            let desk = try desk(refusing: mixed)
            let serving = try desk.serve()
            try desk.scratch.file("home/inbox/later.txt", Samples.page(9))
            try desk.waitForDeliveries(5, of: serving)
            let ending = try desk.command("retry")
            #expect(
                ending.code == 1 && ending.text.contains("4 files: 1 new, 1 duplicate, 2 rejected"),
                "\(ending.errors)"
            )
            #expect(serving.errors.contains("order carried out: retry: 4 files: 1 new, 1 duplicate, 2 rejected"))
            try desk.stop(serving)
            #expect(try desk.outcomes() == ["rejected": 4, "new": 2, "duplicate": 1])
            try expectRecords(desk)
            try expectWell(desk)
        }

        @Test func `names choose as kept, as delivered, as shown and as bytes; an unknown one is an error`() throws {
            let files = ["sub/page.txt": Samples.page(1), "page.txt": Samples.page(2), "x.txt": Samples.page(3)]
            let desk = try desk(refusing: files)
            let odd = Array("odd\u{1B}\n".utf8) + [0xFF] + Array("\\.txt".utf8)
            try Disk.write(Array(Samples.page(4).utf8), to: Array((desk.inbox + "/").utf8) + odd)
            try desk.once(configuration: desk.scratch.path + "/small.conf")
            let kept = try desk.rows("SELECT kept_as FROM rejections").compactMap { $0["kept_as"]?.text }
            #expect(
                kept.contains("page.txt.2") || kept.contains("page.txt.1") || kept.contains("page.txt.3"),
                "\(kept)"
            )

            let unknown = try desk.command("retry", "x.txt", "none\n.txt")
            #expect(unknown.code == 1 && unknown.text.isEmpty)
            #expect(unknown.errors == "copydesk: cannot retry none\\x0a.txt: no refused file of that name is kept\n")
            #expect(try desk.number("SELECT sum(attempts) FROM rejections") == 4)

            let words = [TestDesk.program, "retry", "--home", desk.home].map { Array($0.utf8) } + [odd]
            let bytes = try ChildProcess(words, outputIn: desk.scratch.said).wait()
            #expect(
                bytes.code == 0 && bytes.text.contains("new  odd\\x1b\\x0a\\xff\\\\.txt  1 articles"),
                "\(bytes.errors)"
            )
            #expect(try desk.command("retry", "odd\\x1b\\x0a\\xff\\\\.txt").code == 1)
            let path = try desk.command("retry", desk.rejected + "/x.txt")
            #expect(path.code == 0 && path.text.hasSuffix("1 file: 1 new\n"), "\(path.errors)")
            let both = try desk.command("retry", "page.txt")
            #expect(both.code == 0 && both.text.hasSuffix("2 files: 2 new\n"), "\(both.text)\(both.errors)")
            let none = try desk.command("retry")
            #expect(none.code == 0 && none.text == "no refused file is kept\n")
            #expect(names(in: desk.rejected).isEmpty)
            try expectWell(desk)
        }

        @Test func `a file mended where it is kept is taken; others in that folder, and missing ones, are left`() throws
        {
            let desk = try desk(refusing: ["a.txt": "", "b.txt": "", "c.txt": ""])
            try desk.scratch.file("home/rejected/a.txt", Samples.page(1))
            try desk.scratch.shell(
                "cd '\(desk.rejected)'; rm b.txt c.txt; ln -s /etc/passwd c.txt; echo mine > mine.txt; mkdir sub"
            )
            let ending = try desk.command("retry")
            #expect(ending.code == 1 && ending.text.contains("3 files: 1 new, 1 rejected, 1 left"), "\(ending.text)")
            #expect(ending.text.contains("left  b.txt  it is not in \(desk.rejected)"))
            #expect(ending.text.contains("rejected  c.txt  not_regular: "))
            #expect(names(in: desk.rejected) == ["b.txt.reason.json", "c.txt", "c.txt.reason.json", "mine.txt", "sub"])
            #expect(try desk.number("SELECT attempts FROM rejections WHERE name = 'b.txt'") == 1)
            try expectWell(desk)
        }

        @Test(.enabled(if: SecondUser.reachesProgram, "needs root, to act for another user"))
        func `a second user cannot, and root does not do it for the desk's user where none serves`() throws {
            let desk = try desk(refusing: ["a.txt": Samples.page(1)])
            let other = try TestDesk(SecondUser.identity, servesHomeOf: desk)
            try desk.scratch.shell("chmod -R o+rX '\(desk.home)'")
            let stopped = try other.command("retry")
            #expect(stopped.code == 1 && stopped.errors.contains("belongs to another user (0)"), "\(stopped.errors)")
            let serving = try desk.serve()
            let served = try other.command("retry")
            #expect(served.code == 1 && served.errors.contains("Permission denied"), "\(served.errors)")
            #expect(served.errors.split(separator: "\n").count == 1)
            try desk.stop(serving)
            #expect(try desk.outcomes() == ["rejected": 1])
            try desk.scratch.shell("chown -R \(SecondUser.name) '\(desk.home)'")
            let root = try desk.command("retry")
            #expect(root.code == 1 && root.errors.contains("belongs to another user"), "\(root.errors)")
            #expect(try other.command("retry").code == 0)
            try expectWell(other)
        }
    }
}
