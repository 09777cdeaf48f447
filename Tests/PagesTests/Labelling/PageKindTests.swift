import Testing

@testable import Pages

/// What tells a list of items from one story.
@Suite struct PageKindTests {
    private static func value(_ name: String, of text: String) throws -> Double {
        let observations = Observations(BlockList(try TextDecoder.decode(Array(text.utf8))), nil)
        let kind = PageKind(Labelling(LabelScores(observations, .shipped), .shipped), observations)
        return kind.values[try #require(PageKind.names.firstIndex(of: name))]
    }

    @Test func `a story's paragraphs follow one another`() throws {
        let story = "Ferry timetable is printed upside down again\n\n3 March 2026\n\n" + Sample.paragraphs(6)
        #expect(try Self.value("text-apart", of: story) == 0)
    }

    @Test(arguments: [(text: 1, apart: 3.0), (text: 2, apart: 0.0)])
    func `text that headlines part stands apart, whatever is read as one story`(text: Int, apart: Double) throws {
        let item = "The Gate of Basin Two Stays Shut\n\n" + Sample.paragraphs(text)
        let page = Array(repeating: item, count: 8).joined(separator: "\n\n")
        let observations = Observations(BlockList(try TextDecoder.decode(Array(page.utf8))), nil)
        let labels = [.summary] + Array(repeating: BlockLabel.paragraph, count: text)
        let states = (0..<8).flatMap { _ in labels.map { PageState(part: .story, label: $0) } }
        #expect(states.count == observations.list.count)
        #expect(PageKind.story(states, observations).apart == apart)
    }

    // A story of one paragraph has none beside it: where there are no items to part, that says nothing.
    @Test func `one paragraph that stands by itself is no sign of a list`() throws {
        let story = "Ferry timetable is printed upside down again\n\n3 March 2026\n\n" + Sample.paragraph(1)
        #expect(try Self.value("text-apart", of: story) == 0)
    }
}
