import Foundation
import Pages
import Platform
import Testing

@testable import Desk
@testable import Store

extension DeskRoom {
    /// Suspects of a crash.
    @Suite struct SuspectsTests {
        @Test
        func `a dump that stops the process twice is rejected as crashed, and its neighbours are filed`() async throws {
            let bench = try DeskBench()
            for (name, number) in [("a", 1), ("b", 2), ("c", 3)] { try bench.drop(name, DeskBench.story(number)) }
            let path = bench.folder.path
            // The first time in a batch with others, the second time by itself.
            for paths in [["a", "b", "c"], ["b", "c"]] {
                await #expect(processExitsWith: .failure) { [path = path as String] in
                    let poison = SHA256.digest(of: Array(DeskBench.story(2).utf8).span)
                    let folder = try ScratchFolder(lent: path)
                    try DeskBench(folder, poison: poison).drain()
                }
                let suspects = try #require(try BatchNote(bench.home.batchNote).suspects())
                #expect(suspects.paths.map { String(decoding: $0, as: UTF8.self) } == paths)
                #expect(suspects.trapped)
            }
            let next = try bench.restarted()
            try next.drain()
            #expect(
                try next.ask("SELECT name, outcome, reason FROM deliveries ORDER BY name", columns: 3) == [
                    "a|new|", "b|rejected|crashed", "c|new|",
                ]
            )
            #expect(try next.ask("SELECT attempts FROM rejections") == ["2"])
            #expect(try bench.folder.text(of: "rejected/b") == DeskBench.story(2))
            #expect(try next.inboxNames() == [])
            #expect(try next.intake.note.suspects()?.paths == nil)
            try next.expectWholeLog()
        }

        @Test func `a name that was in work when somebody killed the process is taken as any other`() throws {
            let bench = try DeskBench()
            try bench.drop("a", DeskBench.story(1))
            try bench.intake.note.begin([Array("a".utf8)], tries: BatchNote.patience - 1)
            let next = try bench.restarted()
            try next.drain()
            #expect(try next.ask("SELECT name, outcome FROM deliveries", columns: 2) == ["a|new"])
        }

        @Test func `a name that was in work at every one of many kills is given up`() throws {
            let bench = try DeskBench()
            try bench.drop("a", DeskBench.story(1))
            try bench.intake.note.begin([Array("a".utf8)], tries: BatchNote.patience)
            let next = try bench.restarted()
            try next.drain()
            #expect(try next.ask("SELECT name, reason FROM deliveries", columns: 2) == ["a|crashed"])
        }

        @Test func `suspects are taken one at a time, and then batches are batches again`() throws {
            let bench = try DeskBench()
            for name in ["a", "b", "c"] { try bench.drop(name, DeskBench.story(Int(name.utf8.first ?? 0))) }
            try bench.intake.note.begin([Array("a".utf8), Array("b".utf8)], tries: 0)
            let next = try bench.restarted()
            try next.intake.inbox.scan()
            #expect(try next.intake.takeBatch().files == 1)
            #expect(try next.intake.takeBatch().files == 1)
            try next.drain()
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["3"])
        }

        @Test func `after suspects were worked through, the next batch is noted with its names`() throws {
            let bench = try DeskBench()
            try bench.drop("a", DeskBench.story(1))
            try bench.intake.note.begin([Array("a".utf8)], tries: 0)
            let next = try bench.restarted()
            try next.drain()
            try next.drop("b", DeskBench.story(2))
            // The commit is refused, so the note stays as it was when the pages were read.
            try next.store.connection.script("PRAGMA query_only = 1", doing: "refuse")
            #expect(throws: Fault.self) { try next.drain() }
            #expect(try next.intake.note.suspects()?.paths == [Array("b".utf8)])
        }

        @Test
        func `a suspect that is gone is cleared from the note, so that no later file of its name is blamed`() throws {
            let bench = try DeskBench()
            try bench.intake.note.begin([Array("a".utf8)], tries: 1)
            let next = try bench.restarted()
            try next.drain()
            #expect(try next.intake.note.suspects()?.paths == nil)
        }
    }
}
