import Foundation
import Testing

extension ProgramTests {
    /// Files and folders that the desk may not read until somebody gives it the right to.
    ///
    /// The desk runs as a user without rights: root may read everything.
    @Suite(.enabled(if: SecondUser.reachesProgram, "needs root and a program that other users can start"))
    struct RightsTests {
        private func desk() throws -> (TestDesk, configuration: String) {
            let desk = try TestDesk(as: SecondUser.identity)
            try desk.scratch.folder("home/inbox")
            try desk.scratch.shell("chown -R \(SecondUser.name): '\(desk.home)'")
            return (desk, try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 0.3\n"))
        }

        /// Drops a file of root's that nobody else may read.
        private func drop(_ name: String, _ number: Int, in desk: TestDesk) throws {
            try desk.scratch.file("home/.\(number)", Samples.page(number))
            let place = "'\(desk.home)/.\(number)'"
            try desk.scratch.shell("chown root: \(place); chmod 000 \(place); mv \(place) '\(desk.inbox)/\(name)'")
        }

        @Test(arguments: [
            "chmod 644 secret.txt", "chown \(SecondUser.name) secret.txt && chmod 400 secret.txt",
            "chgrp \(SecondUser.name) secret.txt && chmod 040 secret.txt",
            "setfacl -m u:\(SecondUser.name):r secret.txt",
            "chmod 200 secret.txt; sleep 0.5; chmod 100 secret.txt; sleep 0.5; chmod 444 secret.txt",
        ])
        func `a file without the right to read is refused, stays, and is taken once it has it`(script: String) throws {
            let (desk, configuration) = try desk()
            let serving = try desk.serve("--config", configuration)
            try drop("secret.txt", 1, in: desk)
            try waitUntil("it is refused") { try desk.outcomes() == ["rejected": 1] }
            let text = try desk.command("status").text
            #expect(text.contains("secret.txt: rejected: the desk may not read it"), "\(text)")
            #expect(Disk.exists(desk.inbox + "/secret.txt"))
            try desk.scratch.shell("cd '\(desk.inbox)' && \(script)")
            // Well below the minute after which the inbox is listed again.
            try waitUntil("it is taken", 30) { try desk.outcomes() == ["rejected": 1, "new": 1] }
            try waitUntil("it leaves the inbox") { try desk.filesInInbox() == 0 }
            try desk.stop(serving)
            let rejection = try #require(try desk.rows("SELECT reason, kept_as, resolved_at FROM rejections").first)
            #expect(rejection["reason"] == .text("unreadable") && rejection["kept_as"] == .null)
            #expect(rejection["resolved_at"]?.text != nil)
            let released = try #require(try desk.records().first { $0["type"] == .text("dump.released") })
            #expect(released["id"] == .text("1") && released["changed"] == .array([.text("resolved_at")]))
            #expect(released["after"]["resolved_at"].text == rejection["resolved_at"]?.text)
            #expect(try desk.command("check").code == 0)
        }

        @Test(arguments: [true, false])
        func `a file that got the right while no desk ran, or without a change of its own, is taken at the next start`(
            itself: Bool
        ) throws {
            let (desk, configuration) = try desk()
            let first = try desk.serve("--config", configuration)
            try drop("secret.txt", 1, in: desk)
            try desk.scratch.shell("chmod 040 '\(desk.inbox)/secret.txt'")
            try waitUntil("it is refused") { try desk.outcomes() == ["rejected": 1] }
            try desk.stop(first)
            if itself { try desk.scratch.shell("chmod 444 '\(desk.inbox)/secret.txt'") }
            // Else the desk runs with root's group from now on, to which the file belongs.
            let again = itself ? desk : try TestDesk(.init(user: SecondUser.name, group: "0"), servesHomeOf: desk)
            let second = try again.serve("--config", configuration)
            try waitUntil("it is taken", 30) { try desk.outcomes() == ["rejected": 1, "new": 1] }
            try waitUntil("it leaves the inbox") { try desk.filesInInbox() == 0 }
            try desk.stop(second)
        }

        @Test func `a folder that gets other rights is looked into at once`() throws {
            let (desk, configuration) = try desk()
            let serving = try desk.serve("--config", configuration)
            try desk.scratch.shell("mkdir -m 700 '\(desk.inbox)/sub'")
            try desk.scratch.file("home/inbox/sub/page.txt", Samples.page(1))
            try waitUntil("it is said") { serving.errors.contains("cannot look into the folder sub") }
            try desk.scratch.shell("chmod 777 '\(desk.inbox)/sub'")
            try desk.waitForDeliveries(1, of: serving, deadline: 30)
            try waitUntil("the inbox is empty") { try desk.filesInInbox() == 0 }
            try desk.stop(serving)
        }
    }
}
