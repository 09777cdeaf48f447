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
                    let isEmpty = ["groups", "rejections"].contains(view)
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
    }
}
