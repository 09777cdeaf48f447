import Foundation
import Pages
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home
@testable import Store

extension SerialTests {
    /// A second pass after a crash.
    @Suite struct LeftoverTests {
        /// The state after a crash between commit and removal.
        private func crashed(_ name: String, _ text: String) throws -> ScratchDesk {
            let desk = try ScratchDesk()
            try desk.drop(name, text)
            try desk.intake.changeLog.announce(desk.store, now: Timestamp.now.iso)
            let thread = pthread_self()
            SystemCall.fault = { called in
                pthread_self() == thread && ["unlinkat", "renameat"].contains(called) ? .inputOutput : nil
            }
            defer { SystemCall.fault = nil }
            try desk.drain(patience: 0)
            SystemCall.fault = nil
            try desk.store.connection.script("UPDATE taken SET fault = NULL", doing: "forget")
            try #require(desk.folder.has("inbox/" + name))
            try #require(try desk.ask("SELECT count(*) FROM deliveries") == ["1"])
            return desk
        }

        @Test
        func `a second pass after a crash removes what was filed, and neither files nor announces it again`() throws {
            let desk = try crashed("a", ScratchDesk.story())
            let log = try desk.folder.bytes(of: "changes.jsonl")
            let next = try desk.restarted()
            let batch = try next.drain()
            #expect(batch.retired == 1 && batch.files == 0)
            #expect(try next.inboxNames() == [])
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["1"])
            #expect(try desk.folder.bytes(of: "changes.jsonl") == log)
            try next.settleAccounts()
            #expect(try next.ask("SELECT count(*) FROM taken") == ["0"])
        }

        @Test
        func `a second pass after a crash sets aside what was rejected, under the name that was promised`() throws {
            let desk = try crashed("a.pdf", "%PDF-1.7")
            let next = try desk.restarted()
            try next.drain()
            #expect(try next.inboxNames() == [])
            #expect(try desk.folder.names(in: "rejected") == ["a.pdf", "a.pdf.reason.json"])
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["1"])
        }

        @Test func `a file that was put in after the crash under the same name is a delivery of its own`() throws {
            let desk = try crashed("a", ScratchDesk.story(1))
            try desk.folder.remove("inbox/a")
            Clock.sleep(milliseconds: 20)
            try desk.drop("a", ScratchDesk.story(2))
            let next = try desk.restarted()
            try next.drain()
            #expect(try next.ask("SELECT outcome FROM deliveries ORDER BY 1") == ["new", "new"])
            #expect(try next.inboxNames() == [])
        }

        @Test func `a filed file of which only rights or links changed is recognised by its bytes`() throws {
            let desk = try crashed("a", ScratchDesk.story())
            Clock.sleep(milliseconds: 20)
            try Descriptor.open(desk.folder.place("inbox/a"), .readOnly).setMode(0o600)
            let next = try desk.restarted()
            try next.drain()
            #expect(try next.inboxNames() == [])
            #expect(try next.ask("SELECT outcome FROM deliveries") == ["new"])
        }

        @Test func `a file that is gone at the next start is forgotten`() throws {
            let desk = try crashed("a", ScratchDesk.story())
            try desk.folder.remove("inbox/a")
            let next = try desk.restarted()
            #expect(try next.ask("SELECT count(*) FROM taken") == ["0"])
        }
    }
}
