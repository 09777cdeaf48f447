import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// `copydesk changes --since` where the database lacks the first records, as one that was rebuilt does.
    @Suite struct ChangesFromLogTests {
        /// A desk whose log has several closed segments, and its database no record up to `last`.
        private func desk(without last: Int = 0, keep: Int = 0) throws -> (desk: TestDesk, lines: [String]) {
            let desk = try TestDesk()
            let settings = try desk.scratch.file("c.conf", "[changes]\nrotate_bytes = 30000\nkeep = \(keep)\n")
            for number in 0..<30 { try desk.scratch.file("home/inbox/n\(100 + number).txt", Samples.page(number)) }
            try desk.once(configuration: settings)
            try desk.scratch.file("home/inbox/long.txt", Samples.page(40, paragraphs: 400))
            try desk.once(configuration: settings)
            let lines = try desk.command("changes").text.split(separator: "\n").map(String.init)
            try desk.scratch.shell("sqlite3 '\(desk.database)' 'DELETE FROM change WHERE seq <= \(last)'")
            return (desk, lines)
        }

        private func changes(_ desk: TestDesk, _ words: String...) throws -> [String] {
            let ending = try desk.start(["changes", "--home", desk.home] + words).wait()
            try #require(ending.code == 0, "\(ending.errors)")
            return ending.text.split(separator: "\n").map(String.init)
        }

        private func segments(_ desk: TestDesk) -> [String] {
            func first(_ name: String) -> Int { Int(name.split(separator: "-")[1]) ?? 0 }
            return names(in: desk.home + "/changes").sorted { first($0) < first($1) }
        }

        @Test(arguments: [1, 20, 55, 63])
        func `what the database lacks is read from the log, byte for byte, and then it goes on`(last: Int) throws {
            let (desk, lines) = try desk(without: last)
            #expect(segments(desk).count > 2 && lines.count > 63)
            for since in [0, 1, last - 1, last, last + 1, lines.count] {
                #expect(try changes(desk, "--since", "\(since)") == Array(lines.dropFirst(since)), "since \(since)")
            }
            let seqs = try changes(desk, "--format", "text").map { $0.prefix { $0.isNumber } }
            #expect(seqs == (1...lines.count).map { "\($0)"[...] })
            let created = lines.filter { $0.contains("\"type\":\"article.created\"") }
            #expect(try changes(desk, "--type", "article.created") == created)
            #expect(try changes(desk, "--match", "timetable") == created)
            let long = try changes(desk, "--match", "\"gauge 1\" AND \"gauge 399\"")
            #expect(long.count == 1 && long[0].contains("\"body_parts\":"))
            #expect(try changes(desk, "--format", "cloudevents").count == lines.count)
        }

        @Test func `lines in text are the same from the log as from the database`() throws {
            let desk = try EveryChange.desk()
            // A forgotten record is made anew without its text, which the log still has.
            let types = ["dump.rejected", "dump.released", "group.changed", "dump.deleted", "article.deleted"]
            let words = types.flatMap { ["--type", $0] } + ["--format", "text"]
            func text() throws -> String {
                try desk.start(["changes", "--home", desk.home] + words).wait().text
            }
            let whole = try text()
            #expect(whole.split(separator: "\n").count > 10)
            try desk.scratch.shell(
                "sqlite3 '\(desk.database)' 'DELETE FROM change WHERE seq < (SELECT max(seq) FROM change)'"
            )
            #expect(try text() == whole)
        }

        @Test func `a torn line and foreign lines in the log are skipped`() throws {
            let (desk, lines) = try desk(without: 30)
            let file = "\(desk.home)/changes/\(try #require(segments(desk).first))"
            let torn = lines[2].prefix(400) + "}\n"
            try desk.scratch.shell(
                """
                { head -n 3 '\(file)'; printf '%s\\n' '\(torn.dropLast().replacing("'", with: ""))'; echo 'no record'; \
                tail -n +4 '\(file)'; } > '\(file).new' && mv '\(file).new' '\(file)'
                """
            )
            #expect(try changes(desk) == lines)
        }

        @Test func `what the log lacks too ends with 3 and the oldest position that can be had`() throws {
            let (desk, lines) = try desk(without: 50)
            let all = segments(desk)
            let epoch = try #require(try JSONValue.of(Array(lines[0].utf8))["epoch"].text)
            // The second segment is lost: what is left without a gap begins with the third.
            try FileManager.default.removeItem(atPath: "\(desk.home)/changes/\(all[1])")
            let oldest = try #require(Int(all[2].split(separator: "-")[1])) - 1
            let ending = try desk.command("changes", "--since", "\(epoch):0")
            #expect(ending.code == 3)
            let said = "the oldest position that can be had is \(epoch):\(oldest)\n"
            #expect(ending.errors.hasSuffix(said), "\(ending.errors)")
            #expect(ending.errors.split(separator: "\n").count == 1)
            #expect(try changes(desk, "--since", "\(epoch):\(oldest)") == Array(lines.dropFirst(oldest)))
            for file in all.dropFirst(2) { try FileManager.default.removeItem(atPath: "\(desk.home)/changes/\(file)") }
            try FileManager.default.removeItem(atPath: desk.changeLog)
            let without = try desk.command("changes", "--since", "49")
            #expect(without.code == 3 && without.errors.hasSuffix(":50\n"), "\(without.errors)")
            #expect(try changes(desk, "--since", "50") == Array(lines.dropFirst(50)))
        }

        @Test func `from the log into what comes, with --follow`() throws {
            let (desk, lines) = try desk(without: 40)
            let serving = try desk.serve()
            let following = try desk.start(["changes", "--home", desk.home, "--follow", "--since", "10"])
            try desk.scratch.file("home/inbox/z.txt", Samples.page(77))
            try desk.waitForDeliveries(32, of: serving)
            try waitUntil("the new story is printed") {
                String(decoding: following.output, as: UTF8.self).contains("Ferry 77 gets")
            }
            following.signal(SIGTERM)
            let all = try following.wait().text.split(separator: "\n").map(String.init)
            #expect(Array(all.prefix(lines.count - 10)) == Array(lines.dropFirst(10)))
            #expect(all.count == lines.count - 10 + 2)
            try desk.stop(serving)
        }
    }
}
