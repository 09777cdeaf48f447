import Foundation
import Testing

@testable import Pages

/// How sure labels are, against sums made the long way.
@Suite struct LabelOddsTests {
    private static let text = """
        The mill at Upper Dunnow turns again

        By Ada Quill, March 1, 2026

        The wheel stood still for forty years until a carpenter of the village began to mend it.

        Tags: mills, rivers
        """

    @Test(arguments: [false, true])
    func `a label's odds are its share of all ways through the page`(isList: Bool) throws {
        let observations = Observations(BlockList(try TextDecoder.decode(Array(Self.text.utf8))), nil)
        try #require(observations.list.count == 4)
        let weights = AllWays.weights()
        let decision = PageDecision(observations, weights, isList: isList)
        let odds = LabelOdds(observations, weights, decision.states)
        for (index, states) in AllWays(observations, weights, isList: isList).shares.enumerated() {
            var shares: [BlockLabel: Double] = [:]
            for (state, share) in states { shares[PageState.all[state].label, default: 0] += share }
            let found = try #require(odds.odds(index))
            let label = decision.states[index].label
            #expect(abs(found.probability - shares[label, default: 0]) < 1e-5)
            let other = try #require(shares.filter { $0.key != label }.max { $0.value < $1.value })
            #expect(found.runnerUp?.label == other.key)
            #expect(abs(found.runnerUpProbability - other.value) < 1e-5)
        }
    }

    @Test func `a page of many stretches has odds for every block, at most one together`() throws {
        let lines = (1...1500).map {
            $0 % 3 == 0 ? "A line about \($0) otters" : "The otters number \($0) were counted."
        }
        let source = try TextDecoder.decode(Array(lines.joined(separator: "\n\n").utf8))
        let observations = Observations(BlockList(source), nil)
        let decision = PageDecision(observations, AllWays.weights(), isList: true)
        let odds = LabelOdds(observations, AllWays.weights(), decision.states)
        try #require(observations.list.count == 1500)
        for index in observations.list.indices {
            let found = try #require(odds.odds(index))
            #expect(found.probability >= 0 && found.probability + found.runnerUpProbability <= 1 + 1e-5)
        }
        #expect(odds.odds(1500) == nil)
    }

    @Test func `a page without blocks has no odds`() throws {
        let observations = Observations(BlockList(try TextDecoder.decode(Array("---".utf8))), nil)
        try #require(observations.list.indices.isEmpty)
        #expect(LabelOdds(observations, AllWays.weights(), []).odds(0) == nil)
    }

    @Test(arguments: [-800, -700.5, -40, -1, -1e-9, 0, 0.3, 0.5, 1, 2.5, 10, 100, 600])
    func `the exponential function is right to twelve digits`(power: Double) {
        let value = Exponential.value(power)
        #expect(abs(value - exp(power)) <= exp(power) * 1e-12 + 1e-303)
    }

    @Test(arguments: [(-1000.0, 0.0), (-1, 0.268_941_421), (0, 0.5), (1, 0.731_058_578), (1000, 1)])
    func `odds become a probability`(odds: Double, probability: Double) {
        #expect(abs(Exponential.probability(odds: odds) - probability) < 1e-8)
    }
}
