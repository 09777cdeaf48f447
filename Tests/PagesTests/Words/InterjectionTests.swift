import Testing

@testable import Pages

/// The short line that a page sets between its paragraphs again and again.
@Suite struct InterjectionTests {
    private static let head = "Ferry timetable is printed upside down again\n\nBy Ada Marsh\n\n3 March 2026\n\n"

    private static func list(_ text: String) throws -> BlockList {
        BlockList(try TextDecoder.decode(Array(text.utf8)))
    }

    private static func story(_ lines: [String]) -> String {
        head + (0..<8).map { Sample.paragraph($0) + "\n\n" + lines[$0 % lines.count] }.joined(separator: "\n\n")
    }

    @Test func `a line set between all paragraphs is no part of the story, and is told once`() throws {
        let page = try Reading.page(Self.story(["Harbour window"]))
        #expect(page.items.map(\.body) == [Sample.paragraphs(8)])
        #expect(page.boilerplate.count { $0 == "Harbour window" } == 1)
    }

    @Test func `copies of it may stand one after the other`() throws {
        let list = try Self.list(Self.story(["Harbour window", "Harbour window\n\nHARBOUR WINDOW:"]))
        #expect(list.indices.count { list.string($0) == "Harbour window" } == 8)
        let kept = list.withoutInterjection()
        let others = list.indices.map(list.string).filter { !$0.lowercased().hasPrefix("h") }
        #expect(kept.indices.map(kept.string) == others)
        #expect(kept.statistics.map(\.fold) == kept.indices.map { BlockStatistics(kept.text($0)).fold })
        #expect(kept.words.count == kept.wordCounts.reduce(0) { $0 + Int($1) })
    }

    @Test(arguments: [
        // People who speak in turn.
        ["Moderator", "Harbour master"],
        ["Moderator", "Moderator", "Harbour master"], ["MODERATOR:"],
        // A post's author; a mark that ends a post; a line that says something.
        ["Ada Marsh"], ["Continue reading"], ["That is all."], ["Basin 2"],
    ])
    func `other lines between paragraphs stay`(lines: [String]) throws {
        let list = try Self.list(Self.story(lines))
        #expect(list.withoutInterjection().interjection == nil)
        #expect(list.withoutInterjection().count == list.count)
    }

    @Test func `a line said three times is none`() throws {
        let list = try Self.list(
            Self.head + (0..<4).map { Sample.paragraph($0) }.joined(separator: "\n\nHarbour window\n\n")
        )
        #expect(list.withoutInterjection().interjection == nil)
    }

    @Test func `a layout's own lines stay for it`() throws {
        let layout = try LayoutParser.parse(
            "[page]\nneeds = footer >= 2\n[footer]\nline = Harbour window\n",
            name: "harbour"
        )
        let normaliser = Normaliser(layouts: [layout])
        let segmenter = normaliser.segmenter(try TextDecoder.decode(Array(Self.story(["Harbour window"]).utf8)))
        #expect(segmenter.layout != nil)
        #expect(segmenter.list.interjection == nil)
    }
}
