import Foundation
import Pages
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home
@testable import Store
@testable import copydesk

extension SerialTests {
    /// The explanation of a dump.
    @Suite struct ExplainTests {
        private func reader(_ desk: ScratchDesk) throws -> Reader {
            try Reader(ScratchDesk.surroundings, configurationFile: nil, home: desk.folder.path)
        }

        private func desk(_ texts: String...) throws -> ScratchDesk {
            let desk = try ScratchDesk()
            for (number, text) in texts.enumerated() {
                try desk.drop("\(number)", text)
                try desk.drain()
            }
            return desk
        }

        @Test func `an article is explained by the dump that brought it last`() throws {
            let story = ScratchDesk.story(1)
            let desk = try desk(story, "Menu\n\n" + story)
            let id = try #require(try desk.ask("SELECT id FROM articles").first)
            let last = try desk.ask("SELECT sha256 FROM dumps WHERE name = '1'")
            let explained = try reader(desk).explained(String(id.dropLast(3)))
            #expect(explained.dump.sha256 == last.first)
            #expect(explained.item?.id == id)
            #expect(explained.differences == [])
        }

        @Test func `a dump may be named by the first digits of its hash`() throws {
            let desk = try desk(ScratchDesk.story(1))
            let hash = try #require(try desk.ask("SELECT sha256 FROM dumps").first)
            #expect(try reader(desk).explained(String(hash.prefix(9)).uppercased()).dump.sha256 == hash)
        }

        @Test func `a dump that came before in other bytes is held against what was filed from those`() throws {
            let story = ScratchDesk.story(1)
            let desk = try desk(
                story,
                story.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
            )
            let hash = try #require(try desk.ask("SELECT sha256 FROM dumps WHERE same_text_as IS NOT NULL").first)
            let explained = try reader(desk).explained(hash)
            #expect(explained.filed.count == 1 && explained.differences == [])
            #expect(explained.filing.contains("the same text"))
        }

        @Test func `what was filed otherwise is told in one line`() throws {
            let desk = try desk(ScratchDesk.story(1))
            try desk.store.connection.script(
                "UPDATE appearance SET published_on = '2025-02-03'; UPDATE dump SET extractor = 'copydesk/1'",
                doing: "harm"
            )
            let hash = try #require(try desk.ask("SELECT sha256 FROM dumps").first)
            let explained = try reader(desk).explained(hash)
            #expect(explained.differences == ["item 1: published_on was “2025-02-03”, is “2026-03-01”"])
            #expect(explained.filing.hasPrefix("by copydesk/1, otherwise: item 1"))
        }

        @Test func `a rejected dump has no original, and the fault says where its file is`() throws {
            let desk = try desk("\u{1F}\u{8B}\u{8}\0\0\0")
            let hash = try #require(try desk.ask("SELECT sha256 FROM rejection").first)
            let reader = try reader(desk)
            let fault = fault { () throws(Fault) in _ = try reader.explained(String(hash.prefix(10))) }
            #expect(fault?.kind == .refused)
            #expect(fault?.message.contains(hash) == true && fault?.message.contains("rejected/0") == true)
        }

        @Test(arguments: ["0123456789", "art_nothing", "word"])
        func `what nothing is named after is a fault`(id: String) throws {
            let reader = try reader(try desk(ScratchDesk.story(1)))
            #expect(fault { () throws(Fault) in _ = try reader.explained(id) }?.kind == .refused)
        }

        @Test(arguments: [60, 100, 173])
        func `no line is wider than asked, and none has colours that were not asked for`(width: Int) throws {
            let desk = try desk(ScratchDesk.story(1))
            let hash = try #require(try desk.ask("SELECT sha256 FROM dumps").first)
            let text = try reader(desk).explained(hash).text(width: width, colours: false)
            #expect(text.contains("[1 published_on: 2026-03-01 by rule "))
            #expect(text.contains("The mill at Upper Dunnow"))
            for line in text.split(separator: "\n") { #expect(TerminalText.width(line) <= width, "\(line)") }
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }

        @Test
        func `on a terminal the bytes of a field are underlined, and nothing else of the text is changed`() throws {
            let desk = try desk(ScratchDesk.story(1))
            let hash = try #require(try desk.ask("SELECT sha256 FROM dumps").first)
            let explained = try reader(desk).explained(hash)
            let coloured = explained.text(width: 140, colours: true)
            #expect(coloured.contains("\u{1B}[4;36mThe mill at Upper Dunnow turns again, part 1\u{1B}[0m"))
            let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            #expect(bare == explained.text(width: 140, colours: false))
        }
    }
}
