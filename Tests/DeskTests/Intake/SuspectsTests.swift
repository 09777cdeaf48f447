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
    /// Suspects of a crash.
    @Suite struct SuspectsTests {
        @Test
        func `a dump that stops the process twice is rejected as crashed, and its neighbours are filed`() async throws {
            let desk = try ScratchDesk()
            for (name, number) in [("a", 1), ("b", 2), ("c", 3)] { try desk.drop(name, ScratchDesk.story(number)) }
            let path = desk.folder.path
            // The first time in a batch with others, the second time by itself.
            for paths in [["a", "b", "c"], ["b", "c"]] {
                await #expect(processExitsWith: .failure) { [path = path as String] in
                    let poison = SHA256.digest(of: Array(ScratchDesk.story(2).utf8).span)
                    let folder = ScratchFolder(lent: path)
                    try ScratchDesk(folder, poison: poison).drain()
                }
                let suspects = try #require(try BatchNote(desk.home.batchNote).suspects())
                #expect(suspects.paths.map { String(decoding: $0, as: UTF8.self) } == paths)
                #expect(suspects.trapped)
            }
            let next = try desk.restarted()
            try next.drain()
            #expect(
                try next.ask("SELECT name, outcome, reason FROM deliveries ORDER BY name", columns: 3) == [
                    "a|new|", "b|rejected|crashed", "c|new|",
                ]
            )
            #expect(try next.ask("SELECT attempts FROM rejections") == ["2"])
            #expect(try desk.folder.text(of: "rejected/b") == ScratchDesk.story(2))
            #expect(try next.inboxNames() == [])
            #expect(try next.intake.note.suspects()?.paths == nil)
            try next.expectWholeLog()
        }

        @Test func `a name that was in work when somebody killed the process is taken as any other`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", ScratchDesk.story(1))
            try desk.intake.note.begin([Array("a".utf8)], tries: BatchNote.patience - 1)
            let next = try desk.restarted()
            try next.drain()
            #expect(try next.ask("SELECT name, outcome FROM deliveries", columns: 2) == ["a|new"])
        }

        @Test func `a name that was in work at every one of many kills is given up`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", ScratchDesk.story(1))
            try desk.intake.note.begin([Array("a".utf8)], tries: BatchNote.patience)
            let next = try desk.restarted()
            try next.drain()
            #expect(try next.ask("SELECT name, reason FROM deliveries", columns: 2) == ["a|crashed"])
        }

        @Test func `suspects are taken one at a time, and then batches are batches again`() throws {
            let desk = try ScratchDesk()
            for name in ["a", "b", "c"] { try desk.drop(name, ScratchDesk.story(Int(name.utf8.first ?? 0))) }
            try desk.intake.note.begin([Array("a".utf8), Array("b".utf8)], tries: 0)
            let next = try desk.restarted()
            try next.intake.scan()
            #expect(try next.intake.takeBatch().files == 1)
            #expect(try next.intake.takeBatch().files == 1)
            try next.drain()
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["3"])
        }

        @Test func `after suspects were worked through, the next batch is noted with its names`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", ScratchDesk.story(1))
            try desk.intake.note.begin([Array("a".utf8)], tries: 0)
            let next = try desk.restarted()
            try next.drain()
            try next.drop("b", ScratchDesk.story(2))
            // The commit is refused, so the note stays as it was when the pages were read.
            try next.store.connection.script("PRAGMA query_only = 1", doing: "refuse")
            #expect(throws: Fault.self) { try next.drain() }
            #expect(try next.intake.note.suspects()?.paths == [Array("b".utf8)])
        }

        @Test
        func `a suspect that is gone is cleared from the note, so that no later file of its name is blamed`() throws {
            let desk = try ScratchDesk()
            try desk.intake.note.begin([Array("a".utf8)], tries: 1)
            let next = try desk.restarted()
            try next.drain()
            #expect(try next.intake.note.suspects()?.paths == nil)
        }
    }
}
