import Testing

@testable import Pages

/// What the segmenter adds to an item from the lines around it, with labels given by hand.
@Suite struct FieldsBesideStoryTests {
    /// A story's blocks with their labels: those outside it belong to no item.
    private func section(_ blocks: [(BlockLabel, String)]) throws -> (SegmenterOutline.Section, BlockList) {
        let text = blocks.map(\.1).joined(separator: "\n\n")
        let list = BlockList(try TextDecoder.decode(Array(text.utf8)))
        try #require(list.count == blocks.count)
        var segmenter = Segmenter(Observations(list, nil), nil)
        segmenter.read(blocks.map(\.0))
        return (try #require(segmenter.outline.sections.first), list)
    }

    private let text: [(BlockLabel, String)] = (0..<5).map { (.paragraph, Sample.paragraph($0)) }
    private let headline = "Ferry timetable is printed upside down"

    @Test func `a date above the headline is taken though a line far below tells one too`() throws {
        let blocks: [(BlockLabel, String)] =
            [(.outside, "Harbour"), (.outside, "Boats"), (.outside, "3 March 2026"), (.headline, headline)]
            + text.prefix(3) + [(.facts, "4 January 2019")] + text.suffix(2)
        let (section, _) = try section(blocks)
        #expect(section.bylines.sorted() == [2, 7])
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
        let above: [(BlockLabel, String)] = [(.outside, "Ada Marsh"), (.outside, "3 March 2026")]
        #expect(try section([(.outside, "Harbour")] + above + [(.headline, headline)] + text).0.names == [1])
        let apart: [(BlockLabel, String)] = [(.outside, "Ada Marsh"), (.outside, "A"), (.outside, "B")]
        let line: (BlockLabel, String) = (.outside, "3 March 2026")
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
        #expect(try section([(.headline, headline)] + text + [(.outside, line)]).0.bylines == bylines)
    }

    @Test func `a note on the author may stand anywhere below the only story`() throws {
        let below: [(BlockLabel, String)] = (0..<8).map { (.outside, "Harbour notice number \($0)") }
        let note: (BlockLabel, String) = (.outside, "Ada Marsh is a reporter for the Harbour Lamp.")
        #expect(try section([(.headline, headline)] + text + below + [note]).0.authorNote == 14)
        let signed: [(BlockLabel, String)] = [(.headline, headline), (.facts, "By Ole Brandt")]
        #expect(try section(signed + text + below + [note]).0.authorNote == nil)
    }

    @Test func `the rest of a link without words is nobody's headline`() throws {
        let blocks: [(BlockLabel, String)] =
            [(.headline, headline)] + text.prefix(2) + [(.headline, "](/boats/12)"), (.facts, "By Ada Marsh")]
            + [(.headline, "The crane is moved on Monday")] + text.suffix(2)
        let list = BlockList(try TextDecoder.decode(Array(blocks.map(\.1).joined(separator: "\n\n").utf8)))
        var segmenter = Segmenter(Observations(list, nil), nil)
        segmenter.read(blocks.map(\.0))
        #expect(segmenter.outline.sections.map(\.title) == [0, 5])
        #expect(!segmenter.taken[3])
    }
}
