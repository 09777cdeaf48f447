import Foundation
import Platform
import Testing

@testable import Answers
@testable import Desk
@testable import Home

/// A configuration read again.
@Suite struct ReloadTests {
    /// A key, and a configuration that differs from the default in it.
    struct Change: Sendable, CustomTestStringConvertible {
        let key: String
        let apply: @Sendable (inout Configuration) -> Void

        init(_ key: String, _ apply: @escaping @Sendable (inout Configuration) -> Void) {
            self.key = key
            self.apply = apply
        }

        var testDescription: String { key }
    }

    @Test func `equal configurations differ in nothing`() throws {
        #expect(try Reload.changes(from: Configuration(), to: Configuration()) == [])
    }

    @Test(arguments: [
        Change("[desk] workers") { $0.workers = 2 }, Change("[inbox] after") { $0.after = .keep },
        Change("[inbox] quiet_seconds") { $0.quietSeconds = 9 },
        Change("[inbox] max_dump_bytes") { $0.maxDumpBytes = 9 },
        Change("[inbox] ignore") { $0.ignore = ["x"] }, Change("[layouts] path") { $0.layouts = Path("/x") },
        Change("[changes] rotate_bytes") { $0.rotateBytes = 9 },
        Change("[changes] rotate_after") { $0.rotateAfter = "day" },
        Change("[changes] keep") { $0.keepSegments = 9 }, Change("[changes] keep_days") { $0.keepDays = 9 },
        Change("[changes] keep_bytes") { $0.keepBytes = 9 }, Change("[metrics] file") { $0.metricsFile = Path("/x") },
    ])
    func `what can change while the desk runs is told with its old and new value`(change: Change) throws {
        var new = Configuration()
        change.apply(&new)
        let changes = try Reload.changes(from: Configuration(), to: new)
        #expect(changes.count == 1)
        #expect(changes.first?.hasPrefix(change.key) == true, "\(changes)")
    }

    @Test(arguments: [
        Change("[desk] home") { $0.home = Path("/x") }, Change("[inbox] path") { $0.inbox = Path("/x") },
        Change("[inbox] rejected") { $0.rejected = Path("/x") },
        Change("[changes] path") { $0.changes = Path("/x") },
        Change("[database] search") { $0.search = false },
    ])
    func `what cannot change is refused by its key, and nothing is taken over`(change: Change) {
        var new = Configuration()
        new.workers = 2
        change.apply(&new)
        let fault = fault { () throws(Fault) in _ = try Reload.changes(from: Configuration(), to: new) }
        #expect(fault?.kind == .configuration)
        #expect(fault?.message.contains(change.key) == true)
    }
}
