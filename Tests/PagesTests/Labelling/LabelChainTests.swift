import Testing

@testable import Pages

/// The sums over all ways through a page, and the text that is read by them.
@Suite struct LabelChainTests {
    private static func observations(_ blocks: [String]) throws -> Observations {
        Observations(BlockList(try TextDecoder.decode(Array(blocks.joined(separator: "\n\n").utf8))), nil)
    }

    @Test func `a block's scores are the sum of its features' weights, kept or not`() throws {
        // Too many blocks for their size: only the first ones' scores are kept.
        let observations = try Self.observations(Array(repeating: "a", count: 200))
        try #require(observations.list.count == 200)
        let weights = AllWays.weights()
        let scores = LabelScores(observations, weights)
        var found: [Int] = []
        for block in 0..<scores.count {
            observations.features(of: block, into: &found)
            #expect(scores[block] == weights.scores(of: found))
        }
    }

    @Test func `after a block of a given state only the ways through it are summed`() throws {
        let observations = try Self.observations([
            "Home", "The mill at Upper Dunnow turns again", "By Ada Quill, March 1, 2026",
            "The wheel stood still for forty years until a carpenter of the village began to mend it.",
        ])
        try #require(observations.list.count == 4)
        let weights = AllWays.weights()
        let headline = PageState(part: .story, label: .headline)
        var ways = AllWays(observations, weights, isList: false)
        ways.keep(headline, at: 1)
        let expected = ways.shares
        let chain = LabelChain(LabelScores(observations, weights), weights, nil, isList: false)
        var blocks: [Int] = []
        chain.walk(after: (1, headline)) { block, shares in
            blocks.append(block)
            for (place, state) in chain.states.enumerated() {
                #expect(abs(Double(shares[place]) - expected[block][state, default: 0]) < 1e-5)
            }
        }
        #expect(blocks == [3, 2])
    }

    @Test func `a stretch goes on where the one before it ends`() throws {
        let observations = try Self.observations((1...700).map { "A line about \($0) otters" })
        try #require(observations.list.count == 700)
        var weights = LabelWeights()
        // Only one way is worth anything: paragraphs to the end, whatever begins the page.
        let paragraph = try #require(PageState.all.firstIndex(of: PageState(part: .list, label: .paragraph)))
        for from in PageState.all.indices { weights.transitions[paragraph * PageState.count + from] = 1000 }
        let chain = LabelChain(LabelScores(observations, weights), weights, nil, isList: true)
        let place = try #require(chain.states.firstIndex(of: paragraph))
        var seen: [Int] = []
        chain.walk { block, shares in
            seen.append(block)
            guard (2..<699).contains(block) else { return }
            #expect(shares[place] > 0.99)
        }
        #expect(seen == Array((0..<700).reversed()))
    }

    /// A headline and one line, which the best way gives one label and most ways together text.
    private static func labels(best: BlockLabel) throws -> [PageState] {
        let observations = try observations([
            "The mill at Upper Dunnow turns again", "The wheel stood still for forty years",
        ])
        try #require(observations.list.count == 2)
        var weights = LabelWeights()
        let headline = try #require(PageState.all.firstIndex(of: PageState(part: .story, label: .headline)))
        weights.starts[headline] = 3000
        weights[0, Int(best.rawValue)] = 200
        for text in [BlockLabel.paragraph, .quote, .list] { weights[0, Int(text.rawValue)] = 185 }
        return PageDecision(observations, weights, isList: false).states
    }

    @Test func `a line is text where most ways below the headline have it as text`() throws {
        let states = try Self.labels(best: .caption)
        #expect(states[0] == PageState(part: .story, label: .headline))
        #expect(states[1].part == .story && [.paragraph, .quote, .list].contains(states[1].label))
    }

    @Test func `a byline stays one`() throws {
        #expect(try Self.labels(best: .byline)[1] == PageState(part: .story, label: .byline))
    }
}
