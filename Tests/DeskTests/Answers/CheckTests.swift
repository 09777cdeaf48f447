import Foundation
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home
@testable import Store

extension SerialTests {
    /// The check of a desk.
    @Suite struct CheckTests {
        /// What the check finds wrong with a desk that two stories were filed on, after `harm` was done to it.
        private func faults(after harm: (ScratchDesk) throws -> Void = { _ in }) throws -> [String] {
            let desk = try ScratchDesk()
            try desk.drop("a", ScratchDesk.story(1))
            try desk.drop("b", ScratchDesk.story(2))
            try desk.drain()
            try harm(desk)
            let check = try Check(ScratchDesk.surroundings, configurationFile: nil, home: desk.folder.path) { _, _, _ in
            }
            return try check.run().defects.map(\.text)
        }

        @Test func `a desk as it was left has no fault`() throws {
            #expect(try faults() == [])
        }

        @Test func `an original that is not what its hash says is found`() throws {
            let faults = try faults { desk in
                try desk.store.connection.script(
                    "UPDATE original SET bytes = CAST(x'00' || substr(bytes, 2) AS BLOB) WHERE dump = 1",
                    doing: "harm"
                )
            }
            #expect(faults.count == 1 && faults.first?.hasPrefix("original ") == true, "\(faults)")
        }

        @Test func `a text that is not what was announced is found in the log, and in the index`() throws {
            let faults = try faults { desk in
                try desk.store.connection.script(
                    "UPDATE revision SET body = 'another', body_start = NULL, body_bytes = NULL WHERE article = 1",
                    doing: "harm"
                )
            }
            #expect(faults.contains { $0.contains("full-text index") })
            #expect(faults.contains { $0.contains("differs from the database") })
        }

        @Test(arguments: [true, false])
        func `a line missing in the log, and one that stands there twice, are found`(isMissing: Bool) throws {
            let faults = try faults { desk in
                var lines = try desk.logLines()
                if isMissing { lines.remove(at: 2) } else { lines.insert(lines[2], at: 3) }
                try desk.folder.make("changes.jsonl", lines.flatMap { $0 + [0x0A] })
            }
            #expect(faults.count == 1, "\(faults)")
            #expect(faults.first?.contains(isMissing ? "seq 2 is missing" : "seq 2 again") == true, "\(faults)")
        }

        @Test func `a log that lacks its end while no desk runs is found`() throws {
            let faults = try faults { desk in
                let lines = try desk.logLines().dropLast()
                try desk.folder.make("changes.jsonl", lines.flatMap { $0 + [0x0A] })
            }
            #expect(faults.count == 1 && faults.first?.contains("it ends at seq 3") == true, "\(faults)")
        }
    }
}
