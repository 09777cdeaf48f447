import Testing

@testable import Pages

/// The headline of a story whose labels name none.
@Suite struct HeadlineTests {
    /// Weights by which a line speaks so much more for a menu than for a headline.
    private static func weights(_ line: Int) -> LabelWeights {
        LabelWeights(table: "shape=headline \(line) 0 0 100\nshape=shortHeadline 100 0 0 0")
    }

    private static let text = "Ferries and gates\n\nFerry timetable is printed upside down again\n\nMud and more\n\n"

    private static func headline(_ weights: LabelWeights, words: Int = 200) throws -> [BlockLabel] {
        let text = text + Sample.paragraphs(words / 40)
        let observations = Observations(BlockList(try TextDecoder.decode(Array(text.utf8))), nil)
        let states = observations.list.indices.map { index in
            index < 3
                ? PageState(part: .beforeStory, label: .navigation) : PageState(part: .story, label: .paragraph)
        }
        return PageDecision.headed(states, observations, LabelScores(observations, weights)).map(\.label)
    }

    @Test func `it is the line above the text that looks most like one`() throws {
        #expect(try Self.headline(Self.weights(50)).prefix(4) == [.navigation, .headline, .aside, .paragraph])
    }

    @Test func `a line that looks more like a menu is none`() throws {
        #expect(try Self.headline(Self.weights(150)).prefix(3) == [.navigation, .navigation, .navigation])
    }

    @Test func `a few words may be a notice and take none`() throws {
        #expect(try Self.headline(Self.weights(50), words: 40).prefix(3) == [.navigation, .navigation, .navigation])
    }
}
