import Foundation
import Pages
import Platform
import Testing

@testable import Desk
@testable import Store

extension DeskRoom {
    /// Batches that are begun while the one before them is filed.
    @Suite struct OverlapTests {
        /// Two of them fill a batch; refused by their first bytes, so that nothing is read in them.
        private static func large(_ number: Int) -> String {
            "%PDF-1.7" + String(repeating: "x", count: Intake.batchBytes / 2) + "\(number)"
        }

        /// A desk that has filed `a` and `b` and begun to read `c`, `d` and `e`.
        private func begun() throws -> DeskBench {
            let bench = try DeskBench()
            for (number, name) in ["a", "b"].enumerated() { try bench.drop(name, OverlapTests.large(number)) }
            for (number, name) in ["c", "d", "e"].enumerated() { try bench.drop(name, DeskBench.story(number)) }
            try bench.intake.inbox.scan()
            #expect(try bench.intake.takeBatch().files == 2)
            #expect(bench.intake.inHand.count == 1)
            #expect(bench.intake.inbox.count == 0)
            #expect(bench.intake.waiting == 3)
            return bench
        }

        private func deliveries(_ bench: DeskBench) throws -> [String] {
            try bench.ask("SELECT name FROM deliveries ORDER BY delivery")
        }

        @Test func `many batches are the same deliveries and changes with a core to spare as without`() throws {
            let changes = try [0, 1, 2].map { workers in
                let bench = try DeskBench { $0.workers = workers }
                for number in 0..<40 {
                    try bench.drop(
                        "f\(100 + number)",
                        number % 4 == 0 ? OverlapTests.large(number % 16) : DeskBench.story(number % 25)
                    )
                }
                try bench.drain()
                try bench.expectWholeLog()
                return try bench.ask("SELECT seq || type || id FROM changes ORDER BY seq")
            }
            #expect(changes[0].count > 40)
            #expect(changes[1] == changes[0])
            #expect(changes[2] == changes[0])
        }

        @Test func `a name that is in hand and comes again is no other delivery`() throws {
            let bench = try begun()
            for name in ["c", "d", "e"] { bench.intake.inbox.add(Arrival(path: Array(name.utf8))) }
            try bench.drain()
            #expect(try deliveries(bench) == ["a", "b", "c", "d", "e"])
            #expect(try bench.inboxNames() == [])
        }

        @Test func `a file that is replaced while it is in hand is delivered as it was and as it is`() throws {
            let bench = try begun()
            try bench.folder.write(DeskBench.story(7), to: "new")
            try FileManager.default.removeItem(atPath: bench.folder.file("inbox/d"))
            try FileManager.default.moveItem(atPath: bench.folder.file("new"), toPath: bench.folder.file("inbox/d"))
            bench.intake.inbox.add(Arrival(path: Array("d".utf8)))
            try bench.drain()
            #expect(try deliveries(bench).sorted() == ["a", "b", "c", "d", "d", "e"])
            #expect(try bench.ask("SELECT outcome FROM deliveries WHERE name = 'd'") == ["new", "new"])
            #expect(try bench.inboxNames() == [])
        }

        @Test func `what is in hand at a stop stands in the inbox, and nobody is suspected`() throws {
            let bench = try begun()
            try bench.intake.letGo()
            #expect(try bench.intake.note.suspects()?.paths == nil)
            #expect(try bench.inboxNames().sorted() == ["c", "d", "e"])
            let next = try bench.restarted()
            try next.drain()
            #expect(try deliveries(next) == ["a", "b", "c", "d", "e"])
        }

        @Test func `a commit that fails loses nothing of what was begun after it`() throws {
            let bench = try begun()
            try bench.store.connection.script("PRAGMA query_only = 1", doing: "refuse")
            try bench.drop("f", DeskBench.story(9))
            #expect(throws: Fault.self) { try bench.drain() }
            #expect(bench.intake.inHand.isEmpty)
            try bench.store.connection.script("PRAGMA query_only = 0", doing: "allow")
            try bench.drain()
            #expect(try deliveries(bench) == ["a", "b", "c", "d", "e", "f"])
            #expect(try bench.intake.note.suspects()?.paths == nil)
            try bench.expectWholeLog()
        }

        @Test
        func `a dump that stops the process while the batch before it is filed is found all the same`() async throws {
            let bench = try DeskBench()
            for (number, name) in ["a", "b"].enumerated() { try bench.drop(name, OverlapTests.large(number)) }
            for (number, name) in ["c", "d", "e"].enumerated() { try bench.drop(name, DeskBench.story(number)) }
            let path = bench.folder.path
            for _ in 0..<2 {
                await #expect(processExitsWith: .failure) { [path = path as String] in
                    let poison = SHA256.digest(of: Array(DeskBench.story(1).utf8).span)
                    try DeskBench(ScratchFolder(lent: path), poison: poison).drain()
                }
                let names = try #require(try BatchNote(bench.home.batchNote).suspects()).paths
                #expect(names.contains(Array("d".utf8)))
            }
            let next = try bench.restarted()
            try next.drain()
            #expect(
                try next.ask("SELECT name, outcome, coalesce(reason, '') FROM deliveries ORDER BY name", columns: 3)
                    .suffix(3) == ["c|new|", "d|rejected|crashed", "e|new|"]
            )
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["5"])
            #expect(try next.intake.note.suspects()?.paths == nil)
            try next.expectWholeLog()
        }
    }
}
