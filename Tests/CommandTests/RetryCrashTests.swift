import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// Retries that are cut short, and those that nobody asked for: after an upgrade.
    @Suite struct RetryCrashTests {
        private func desk(refusing count: Int, limit: Int = 5) throws -> TestDesk {
            let desk = try TestDesk()
            try desk.scratch.folder("in")
            for number in 0..<count { try desk.scratch.file("in/\(number).txt", Samples.page(number)) }
            let small = try desk.scratch.file("small.conf", "[inbox]\nmax_dump_bytes = \(limit)\n")
            try desk.once(delivering: [desk.scratch.path + "/in"], configuration: small)
            return desk
        }

        private func harm(_ desk: TestDesk, _ sql: String) throws {
            let ending = try desk.scratch.run("sqlite3", desk.database, ".filectrl persist_wal 1", sql)
            #expect(ending.code == 0, "\(ending.errors)")
        }

        private func expectAllTakenOnce(_ count: Int, _ desk: TestDesk) throws {
            #expect(try desk.outcomes() == ["rejected": count, "new": count])
            let resolved = "SELECT count(*) FROM rejections WHERE attempts = 2 AND resolved_at IS NOT NULL"
            #expect(try desk.number(resolved) == count)
            #expect(names(in: desk.rejected).isEmpty && names(in: desk.home + "/copydesk.orders").isEmpty)
            let check = try desk.command("check")
            #expect(check.code == 0, "\(check.text)")
        }

        @Test(arguments: [false, true])
        func `killed in the middle, the next start ends it, every file once`(isServed: Bool) throws {
            let count = 300
            let desk = try desk(refusing: count)
            let serving = isServed ? try desk.serve() : nil
            let command = try desk.start(["retry", "--home", desk.home])
            try waitUntil("some are taken") { try desk.number("SELECT count(*) FROM dumps") >= 10 }
            (serving ?? command).signal(SIGKILL)
            if isServed {
                let ending = try command.wait()
                #expect(ending.code == 1 && ending.errors.contains("the order stays"), "\(ending.errors)")
                #expect(ending.errors.split(separator: "\n").count == 1)
            }
            _ = try (serving ?? command).wait()
            let taken = try desk.number("SELECT count(*) FROM dumps")
            print("killed when \(taken) of \(count) were taken")
            #expect(taken < count)
            try desk.once()
            try desk.scratch.shell("rm -f '\(desk.home)'/copydesk.orders/*.answer")
            try expectAllTakenOnce(count, desk)
        }

        @Test func `stopped in the middle, the order stays and the next command ends it first`() throws {
            let desk = try desk(refusing: 300)
            let command = try desk.start(["retry", "--home", desk.home])
            try waitUntil("some are taken") { try desk.number("SELECT count(*) FROM dumps") >= 10 }
            command.signal(SIGTERM)
            let ending = try command.wait()
            #expect(ending.code == 1 && ending.errors.contains("the order stays"), "\(ending.errors)")
            let next = try desk.command("retry")
            // The first order took them after the second was left.
            #expect(next.code == 0 && next.text.hasSuffix(" taken\n"), "\(next.text.suffix(200))\(next.errors)")
            try desk.scratch.shell("rm -f '\(desk.home)'/copydesk.orders/*.answer")
            try expectAllTakenOnce(300, desk)
        }

        @Test func `a file that was taken and stands among the rejected still is removed at the next start`() throws {
            let desk = try desk(refusing: 2)
            try desk.scratch.shell("cp -r '\(desk.rejected)' '\(desk.scratch.path)/kept'")
            #expect(try desk.command("retry").code == 0)
            try desk.scratch.shell("cd '\(desk.rejected)'; cp '\(desk.scratch.path)'/kept/* .; echo new > 1.txt")
            try harm(desk, "UPDATE rejection SET unsettled = 1")
            let ending = try desk.once()
            #expect(ending.errors.contains("1.txt") && ending.errors.contains("it was changed since; it stays"))
            #expect(names(in: desk.rejected) == ["1.txt", "1.txt.reason.json"])
            #expect(try desk.outcomes() == ["rejected": 2, "new": 2])
        }

        @Test func `a file whose reading ends the process does so once more, and is refused for it`() throws {
            let desk = try desk(refusing: 0)
            for name in ["a", "b", "c"] { try desk.scratch.file("home/inbox/\(name).txt", name) }
            try desk.once()
            #expect(try desk.outcomes() == ["rejected": 3])
            for (number, name) in ["a", "b", "c"].enumerated() {
                try desk.scratch.file("home/rejected/\(name).txt", Samples.page(number))
            }
            let digest = try desk.scratch.run("sha256sum", desk.rejected + "/b.txt").line.prefix(64)
            let poison = ["COPYDESK_TEST_POISON": "\(digest)"]
            var codes: [Int32?] = []
            // In a batch, alone, and then never again.
            for _ in 1...3 { codes.append(try desk.command("retry", environment: poison).code) }
            #expect(codes == [nil, nil, 1], "\(codes)")
            #expect(try desk.outcomes() == ["rejected": 3, "new": 2])
            let row = try #require(try desk.rows("SELECT name, reason FROM rejections WHERE resolved_at IS NULL").first)
            #expect(row == ["name": .text("b.txt"), "reason": .text("crashed")])
            // Its risk is known now: it is read by itself, and one end is enough.
            #expect(try desk.command("retry", environment: poison).code == nil)
            #expect(try desk.command("retry", environment: poison).code == 1)
            #expect(try desk.command("retry").code == 0)
            #expect(try desk.command("check").code == 0)
        }

        @Test func `after an upgrade what reading refuses goes through again by itself, once`() throws {
            let desk = try desk(refusing: 2)
            try desk.scratch.shell("cd '\(desk.inbox)'; printf '%%PDF-1.7\\n' > c.pdf; ln -s nowhere link")
            try desk.once()
            try harm(desk, "UPDATE rejection SET extractor = iif(delivery = 1, NULL, 'copydesk/1')")
            // The limit is still in the way of these two.
            try desk.once(configuration: desk.scratch.path + "/small.conf")
            #expect(try desk.number("SELECT count(*) FROM rejections WHERE attempts > 1") == 1)
            try harm(desk, "UPDATE rejection SET extractor = 'copydesk/1' WHERE delivery <= 2")
            let serving = try desk.serve()
            try waitUntil("they are taken") { try desk.number("SELECT count(*) FROM dumps") == 2 }
            try desk.stop(serving)
            #expect(serving.errors.contains("order carried out: retry: 2 files: 2 new"))
            try desk.once()
            let rows = try desk.rows("SELECT name, attempts FROM rejections ORDER BY delivery")
            #expect(rows.compactMap { $0["attempts"]?.integer } == [2, 2, 2, 1], "\(rows)")
            let causes = try desk.records().filter { $0["type"].text == "dump.released" }.map { $0["cause"].text }
            #expect(causes == ["extractor", "extractor"])
            #expect(names(in: desk.rejected) == ["c.pdf", "c.pdf.reason.json", "link", "link.reason.json"])
            #expect(try desk.command("check").code == 0)
        }
    }
}
