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
    /// The note of the batch in work.
    @Suite struct BatchNoteTests {
        private let paths: [[UInt8]] = [Array("a b\n.txt".utf8), [0xFF, 0x2F, 0x21], Array("c".utf8)]

        @Test func `a new note and a finished batch leave no suspects`() throws {
            let folder = try ScratchFolder()
            let note = try BatchNote(folder.place("note"))
            #expect(try note.suspects()?.paths == nil)
            try note.begin(paths, tries: 0)
            try note.end()
            #expect(try note.suspects()?.paths == nil)
        }

        @Test(arguments: [0, 1, 12])
        func `an unfinished batch leaves its names in order, as bytes`(tries: Int) throws {
            let folder = try ScratchFolder()
            do {
                let note = try BatchNote(folder.place("note"))
                try note.begin([Array("longer than what follows".utf8)], tries: 0)
                try note.begin(paths, tries: tries)
            }
            let suspects = try #require(try BatchNote(folder.place("note")).suspects())
            #expect(suspects.paths == paths)
            #expect(suspects.tries == tries)
            #expect(!suspects.trapped)
        }

        @Test func `the mark of a crash is told from its absence`() throws {
            let folder = try ScratchFolder()
            let note = try BatchNote(folder.place("note"))
            try note.begin(paths, tries: 1)
            try Descriptor.open(folder.place("note"), [.writeOnly]).write(all: [UInt8(ascii: "!")])
            #expect(try note.suspects()?.trapped == true)
            #expect(try note.suspects()?.paths == paths)
        }

        @Test(arguments: [
            (0, false, false), (0, true, false), (1, false, false), (4, false, false), (5, false, true),
            (1, true, true),
        ])
        func `the first suspect is guilty once it was tried by itself and trapped, or was killed too often`(
            tries: Int,
            trapped: Bool,
            isGuilty: Bool
        ) throws {
            let folder = try ScratchFolder()
            let note = try BatchNote(folder.place("note"))
            try note.begin(paths, tries: tries)
            if trapped { try Descriptor.open(folder.place("note"), [.writeOnly]).write(all: [UInt8(ascii: "!")]) }
            var suspects = try #require(try note.suspects())
            #expect(suspects.firstIsGuilty == isGuilty)
            suspects.next()
            #expect(!suspects.firstIsGuilty)
            #expect(suspects.paths == Array(paths[1...]))
        }

        @Test(arguments: ["", ".", "!", ".0", "..", "\0\0\0", ".x\0a", String(repeating: "z", count: 9000)])
        func `a note that was torn or scribbled over is no reason to stop`(text: String) throws {
            let folder = try ScratchFolder()
            try folder.write(text, to: "note")
            #expect(try BatchNote(folder.place("note")).suspects()?.paths == nil)
        }
    }
}
