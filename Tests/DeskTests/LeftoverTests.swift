import Foundation
import Pages
import Platform
import Testing

@testable import Desk
@testable import Store

extension DeskRoom {
    /// A second pass after a crash.
    @Suite struct LeftoverTests {
        /// The state after a crash between commit and removal.
        private func crashed(_ name: String, _ text: String) throws -> DeskBench {
            let bench = try DeskBench()
            try bench.drop(name, text)
            try bench.intake.changeLog.announce(bench.store, now: Timestamp.now.iso)
            let thread = pthread_self()
            SystemCall.fault = { called in
                pthread_self() == thread && ["unlinkat", "renameat"].contains(called) ? .inputOutput : nil
            }
            defer { SystemCall.fault = nil }
            try bench.drain(patience: 0)
            SystemCall.fault = nil
            try bench.store.connection.script("UPDATE taken SET fault = NULL", doing: "forget")
            try #require(bench.folder.has("inbox/" + name))
            try #require(try bench.ask("SELECT count(*) FROM deliveries") == ["1"])
            return bench
        }

        @Test
        func `a second pass after a crash removes what was filed, and neither files nor announces it again`() throws {
            let bench = try crashed("a", DeskBench.story())
            let log = try bench.folder.bytes(of: "changes.jsonl")
            let next = try bench.restarted()
            let batch = try next.drain()
            #expect(batch.retired == 1 && batch.files == 0)
            #expect(try next.inboxNames() == [])
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["1"])
            #expect(try bench.folder.bytes(of: "changes.jsonl") == log)
            try next.settleAccounts()
            #expect(try next.ask("SELECT count(*) FROM taken") == ["0"])
        }

        @Test
        func `a second pass after a crash sets aside what was rejected, under the name that was promised`() throws {
            let bench = try crashed("a.pdf", "%PDF-1.7")
            let next = try bench.restarted()
            try next.drain()
            #expect(try next.inboxNames() == [])
            #expect(try bench.folder.names(in: "rejected") == ["a.pdf", "a.pdf.reason.json"])
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["1"])
        }

        @Test func `a file that was put in after the crash under the same name is a delivery of its own`() throws {
            let bench = try crashed("a", DeskBench.story(1))
            try bench.folder.remove("inbox/a")
            Clock.sleep(milliseconds: 20)
            try bench.drop("a", DeskBench.story(2))
            let next = try bench.restarted()
            try next.drain()
            #expect(try next.ask("SELECT outcome FROM deliveries ORDER BY 1") == ["new", "new"])
            #expect(try next.inboxNames() == [])
        }

        @Test func `a filed file of which only rights or links changed is recognised by its bytes`() throws {
            let bench = try crashed("a", DeskBench.story())
            Clock.sleep(milliseconds: 20)
            try Descriptor.open(bench.folder.place("inbox/a"), .readOnly).setMode(0o600)
            let next = try bench.restarted()
            try next.drain()
            #expect(try next.inboxNames() == [])
            #expect(try next.ask("SELECT outcome FROM deliveries") == ["new"])
        }

        @Test func `a file that is gone at the next start is forgotten`() throws {
            let bench = try crashed("a", DeskBench.story())
            try bench.folder.remove("inbox/a")
            let next = try bench.restarted()
            #expect(try next.ask("SELECT count(*) FROM taken") == ["0"])
        }
    }
}
