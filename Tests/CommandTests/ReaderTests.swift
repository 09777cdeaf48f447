import Foundation
import Testing

extension ProgramTests {
    /// Another user, who may read and nothing else, asks with the stock shell.
    ///
    /// Making that user takes root; elsewhere the suite is skipped.
    @Suite(.enabled(if: SecondUser.isPossible, "needs root, useradd and setpriv"))
    struct ReaderTests {
        /// Every view, in the ways people start the shell.
        private func expectAnswers(_ desk: TestDesk, _ when: String) throws {
            for view in Contract.views.keys.sorted() {
                for option in ["-readonly", "-batch"] {
                    let query = "SELECT count(*) FROM (SELECT * FROM \(view))"
                    let words = SecondUser.identity.words + ["sqlite3", option, desk.database, query]
                    let ending = try ChildProcess.run(words, outputIn: desk.scratch.said)
                    #expect(ending.code == 0, "\(when), \(view), \(option): \(ending.errors)")
                    let isEmpty = ["forgotten", "groups", "rejections"].contains(view)
                    #expect(isEmpty == (ending.line == "0"), "\(when), \(view): \(ending.line)")
                }
            }
            let search = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'ferry'"
            let words = SecondUser.identity.words + ["sqlite3", "-readonly", desk.database, search]
            #expect(try ChildProcess.run(words, outputIn: desk.scratch.said).line != "0", "\(when)")
        }

        @Test func `a reader of the group queries every view while the desk runs, after a stop and after a kill`()
            throws
        {
            let desk = try TestDesk(as: SecondUser.group)
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            try expectAnswers(desk, "running")
            try desk.stop(serving)
            try expectAnswers(desk, "stopped")
            let again = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(26, of: again)
            again.signal(SIGKILL)
            #expect(try again.wait().signal == SIGKILL)
            try expectAnswers(desk, "killed")
            #expect(try desk.command("check").code == 0)
        }

        @Test func `a reader may write neither database nor log, and cannot keep the desk from going on`() throws {
            let desk = try TestDesk(as: SecondUser.group)
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            for attack in [
                "sqlite3 '\(desk.database)' 'DELETE FROM change'", "sqlite3 '\(desk.database)' 'VACUUM'",
                "echo x >> '\(desk.changeLog)'", "rm -f '\(desk.database)-wal'", "touch '\(desk.inbox)/x'",
            ] {
                let words = SecondUser.identity.words + ["sh", "-c", attack]
                #expect(try ChildProcess.run(words, outputIn: desk.scratch.said).code != 0, "\(attack)")
            }
            try desk.scratch.file("home/inbox/after.txt", Samples.page(1))
            try desk.waitForDeliveries(14, of: serving)
            try desk.stop(serving)
            #expect(try desk.command("check").code == 0)
        }

        @Test func `a reader in a transaction is named by status, holds nothing up, and may die in it`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            let words = "(echo 'BEGIN; SELECT count(*) FROM articles;'; sleep 60)"
            let asking = "\(words) | sqlite3 -readonly '\(desk.database)'"
            let reader = try ChildProcess(
                ["/bin/sh", "-c", asking].map { Array($0.utf8) },
                outputIn: desk.scratch.said
            )
            func oldest() throws -> JSONValue {
                try JSONValue.of(try desk.command("status", "--json").output)["oldest_reader"]
            }
            try waitUntil("status names the reader") { try oldest() != .null }
            for number in 1...40 { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            try desk.waitForDeliveries(53, of: serving)
            let named = try #require(try oldest()["process"].integer)
            #expect(kill(pid_t(named), SIGKILL) == 0)
            try waitUntil("nobody is named any more") { try oldest() == .null }
            reader.signal(SIGKILL)
            try desk.stop(serving)
            #expect(FileManager.default.contents(atPath: desk.database + "-wal")?.count == 0)
            #expect(try desk.command("check").code == 0)
        }
    }
}
