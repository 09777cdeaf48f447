import Testing

@testable import Pages

/// What the segmenter adds to an item from the lines around it, with labels given by hand.
@Suite struct FieldsBesideStoryTests {
    /// A story's blocks with their labels: those above the story are navigation, those with `-` after it too.
    private func section(_ blocks: [(BlockLabel, String)]) throws -> (SegmenterOutline.Section, BlockList) {
        let text = blocks.map(\.1).joined(separator: "\n\n")
        let list = BlockList(try TextDecoder.decode(Array(text.utf8)))
        try #require(list.count == blocks.count)
        var segmenter = Segmenter(Observations(list, nil), nil)
        let last = blocks.lastIndex { $0.0.isText } ?? 0
        let first = blocks.firstIndex { $0.0 != .navigation } ?? 0
        segmenter.read(
            blocks.indices.map { index in
                let part: PageState.Part = index < first ? .beforeStory : index > last ? .afterStory : .story
                return PageState(part: part, label: blocks[index].0)
            }
        )
        return (try #require(segmenter.outline.sections.first), list)
    }

    private let text: [(BlockLabel, String)] = (0..<5).map { (.paragraph, Sample.paragraph($0)) }
    private let headline = "Ferry timetable is printed upside down"

    @Test func `a date above the headline is taken though a line far below tells one too`() throws {
        let blocks: [(BlockLabel, String)] =
            [(.navigation, "Harbour"), (.navigation, "Boats"), (.navigation, "3 March 2026"), (.headline, headline)]
            + text.prefix(3) + [(.byline, "4 January 2019")] + text.suffix(2)
        let (section, _) = try section(blocks)
        #expect(section.bylines.sorted() == [2, 7])
    }

    @Test func `a date that was labelled as the first line of the text is the item's`() throws {
        let (section, _) = try section([(.headline, headline), (.paragraph, "3 March 2026 at 8:40 AM")] + text)
        #expect(section.bylines == [1])
        #expect(section.body.first == 2)
    }

    @Test(
        arguments: [
            "Originally Published: 3 March 2026 at 8:40 AM",
            "Copyright 2026 Harbour Post. All rights reserved. This material may not be published or broadcast again.",
        ]
    )
    func `a notice right below the text is no part of it`(notice: String) throws {
        let (section, list) = try section([(.headline, headline)] + text + [(.paragraph, notice)])
        #expect(section.body == Array(1...5))
        #expect(list.count == 7)
    }

    @Test func `the last of some points above the text is no headline`() throws {
        let points: [(BlockLabel, String)] = [
            (.navigation, headline), (.navigation, "- The harbour board has new ones printed"),
            (.navigation, "- Nobody missed a boat"), (.headline, "- The printer says he was in a hurry"),
        ]
        #expect(try section(points + text).0.title == 0)
        // A list of headlines is none of these points where no line stands above it.
        #expect(try section(Array(points.dropFirst()) + text).0.title == 2)
    }

    @Test func `a request to call a reporter names the author`() throws {
        let note = Array("Reach reporter Ada Marsh at 555-0112 or on a network as @adamarsh.".utf8)
        let name = try #require(AuthorNote.name(in: note))
        #expect(String(decoding: note[name], as: UTF8.self) == "Ada Marsh")
    }

    @Test(arguments: ["By ADA MARSH amarsh@harbour.example", "By ADA MARSH amarsh@harbour.example | 3 March 2026"])
    func `an address after a name is no part of it`(line: String) throws {
        #expect(try #require(BylineReader.read(Array(line.utf8))).authors?.value == ["ADA MARSH"])
    }

    @Test func `a name right beside the date is the author's`() throws {
        let above: [(BlockLabel, String)] = [(.navigation, "Ada Marsh"), (.navigation, "3 March 2026")]
        #expect(try section([(.navigation, "Harbour")] + above + [(.headline, headline)] + text).0.names == [1])
        let apart: [(BlockLabel, String)] = [(.navigation, "Ada Marsh"), (.navigation, "A"), (.navigation, "B")]
        let line: (BlockLabel, String) = (.navigation, "3 March 2026")
        #expect(try section(apart + [line, (.headline, headline)] + text).0.names.isEmpty)
    }

    @Test func `a credit at the end names the authors and is no text`() throws {
        let credit: (BlockLabel, String) = (.paragraph, "Reporting by Ada Marsh, writing by Ole Brandt")
        let (section, _) = try section([(.headline, headline)] + text + [credit])
        #expect(section.bylines == [6])
        #expect(section.body == [1, 2, 3, 4, 5])
        let below: (BlockLabel, String) = (.paragraph, "The Lamp has rules of its own. They hang in the hall.")
        let (noted, list) = try self.section([(.headline, headline)] + text + [credit, below])
        #expect(noted.body.last == 7)
        let reader = ItemReader(list: list, bylines: Observations(list, nil).bylines, layout: nil)
        #expect(reader.item(noted).authors == ["Ada Marsh"])
    }

    @Test(arguments: [("Published: 3 March 2026", [6]), ("3 March 2026", [])])
    func `below the text only a date that is said to be that of publication is the item's`(
        line: String,
        bylines: [Int]
    ) throws {
        #expect(try section([(.headline, headline)] + text + [(.navigation, line)]).0.bylines == bylines)
    }

    @Test func `a note on the author may stand anywhere below the only story`() throws {
        let below: [(BlockLabel, String)] = (0..<8).map { (.navigation, "Harbour notice number \($0)") }
        let note: (BlockLabel, String) = (.navigation, "Ada Marsh is a reporter for the Harbour Lamp.")
        #expect(try section([(.headline, headline)] + text + below + [note]).0.authorNote == 14)
        let signed: [(BlockLabel, String)] = [(.headline, headline), (.byline, "By Ole Brandt")]
        #expect(try section(signed + text + below + [note]).0.authorNote == nil)
    }

    @Test func `a story that a notice began too early gets the headline below the notice`() throws {
        let (section, list) = try section(
            [
                (.paragraph, "Looks like the lamp that you are reading by has gone out."), (.aside, "Light a lamp"),
                (.aside, headline), (.aside, "Harbour"),
            ] + text
        )
        #expect(section.title.map { list.string($0) } == headline)
        #expect(section.body.first == 4)
    }

    @Test func `a headline is taken without its path only from lines that no item has`() throws {
        let path = "Harbour » Boats » \(headline)"
        let blocks: [(BlockLabel, String)] =
            [(.headline, "The crane is moved on Monday")] + text.prefix(2) + [(.caption, headline), (.headline, path)]
            + text.suffix(3)
        let list = BlockList(try TextDecoder.decode(Array(blocks.map(\.1).joined(separator: "\n\n").utf8)))
        var segmenter = Segmenter(Observations(list, nil), nil)
        segmenter.read(blocks.map { PageState(part: .story, label: $0.0) })
        #expect(segmenter.outline.sections.map(\.title) == [0, 4])
    }

    @Test func `the rest of a link without words is nobody's headline`() throws {
        let blocks: [(BlockLabel, String)] =
            [(.headline, headline)] + text.prefix(2) + [(.headline, "](/boats/12)"), (.byline, "By Ada Marsh")]
            + [(.headline, "The crane is moved on Monday")] + text.suffix(2)
        let list = BlockList(try TextDecoder.decode(Array(blocks.map(\.1).joined(separator: "\n\n").utf8)))
        var segmenter = Segmenter(Observations(list, nil), nil)
        segmenter.read(blocks.map { PageState(part: .list, label: $0.0) })
        #expect(segmenter.outline.sections.map(\.title) == [0, 5])
        #expect(!segmenter.taken[3])
    }
}
