import Testing

@testable import Pages

/// What tells a list of items from one story.
@Suite struct PageKindTests {
    private static func value(_ name: String, of text: String) throws -> Double {
        let evidence = LabelEvidence(BlockList(try TextDecoder.decode(Array(text.utf8))), nil)
        let kind = PageKind(Labelling(LabelScores(evidence, .shipped), .shipped), evidence)
        return kind.values[try #require(PageKind.names.firstIndex(of: name))]
    }

    @Test func `a story's paragraphs stand together`() throws {
        let story = "Ferry timetable is printed upside down again\n\n3 March 2026\n\n" + Sample.paragraphs(6)
        #expect(try Self.value("text-together", of: story) == 1)
    }

    @Test func `the texts of a front page stand apart, whatever is read as one story`() throws {
        let items = (1...8).map {
            "The Gate of Basin \($0) Stays Shut\n\n" + Sample.paragraph($0) + "\n\nHarbour Post \($0) mins ago"
        }
        let front = items.joined(separator: "\n\n")
        #expect(try Self.value("text-together", of: front) < 0.5)
        #expect(try Self.value("pairs", of: front) > 0.9)
    }

    @Test func `a page without text has none together`() throws {
        #expect(try Self.value("text-together", of: "Home\n\nNews\n\nContact") == 0)
    }
}
