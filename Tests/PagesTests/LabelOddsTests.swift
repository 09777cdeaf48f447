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

    /// Weights without sense, the same each time, so that no share is like another.
    private static func weights() -> LabelWeights {
        var weights = LabelWeights()
        var seed: UInt64 = 7
        func next() -> Int32 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int32(seed >> 33 & 2047) - 1024
        }
        for feature in 0..<LabelFeature.count {
            for row in 0..<32 { weights[feature, row] = next() / 40 }
        }
        for step in weights.transitions.indices { weights.transitions[step] = next() / 10 }
        for state in weights.starts.indices { weights.starts[state] = next() / 10 }
        return weights
    }

    /// For each block and label the share of all ways of one kind of page that go through it, every way taken singly.
    private static func shares(
        _ evidence: LabelEvidence,
        _ weights: LabelWeights,
        isList: Bool
    ) -> [[BlockLabel: Double]] {
        let chain = PageState.all.indices.filter { (PageState.all[$0].part == .list) == isList }
        let page = weights.scores(of: evidence.pageFeatures())
        let scores = evidence.list.indices.map { index in
            var found: [Int] = []
            evidence.features(of: index, into: &found)
            return weights.scores(of: found)
        }
        var ways: [(states: [Int], score: Int)] = chain.filter { PageState.all[$0].mayStart }.map { state in
            let row = PageState.all[state].row
            return ([state], Int(weights.starts[state]) + Int(page[row]) + Int(scores[0][row]))
        }
        for block in evidence.list.indices.dropFirst() {
            ways = ways.flatMap { way in
                chain.filter { PageState.all[way.states[block - 1]].mayPrecede(PageState.all[$0]) }.map { state in
                    let step = weights.transitions[state * PageState.count + way.states[block - 1]]
                    let score = way.score + Int(step) + Int(scores[block][PageState.all[state].row])
                    return (way.states + [state], score)
                }
            }
        }
        let sizes = ways.map { exp(Double($0.score) / LabelWeights.unit) }
        let all = sizes.reduce(0, +)
        var shares = [[BlockLabel: Double]](repeating: [:], count: evidence.list.count)
        for (way, size) in zip(ways, sizes) {
            for (block, state) in way.states.enumerated() {
                shares[block][PageState.all[state].label, default: 0] += size / all
            }
        }
        return shares
    }

    @Test(arguments: [false, true])
    func `a label's odds are its share of all ways through the page`(isList: Bool) throws {
        let evidence = LabelEvidence(BlockList(try TextDecoder.decode(Array(Self.text.utf8))), nil)
        try #require(evidence.list.count == 4)
        let weights = Self.weights()
        let decision = PageDecision(evidence, weights, isList: isList)
        let odds = LabelOdds(evidence, weights, decision.states)
        for (index, shares) in Self.shares(evidence, weights, isList: isList).enumerated() {
            let found = try #require(odds.odds(index))
            let label = decision.states[index].label
            #expect(abs(found.probability - shares[label, default: 0]) < 1e-6)
            let other = try #require(shares.filter { $0.key != label }.max { $0.value < $1.value })
            #expect(found.runnerUp?.label == other.key)
            #expect(abs(found.runnerUpProbability - other.value) < 1e-6)
        }
    }

    @Test func `a page of many stretches has odds for every block, at most one together`() throws {
        let lines = (1...1500).map {
            $0 % 3 == 0 ? "A line about \($0) otters" : "The otters number \($0) were counted."
        }
        let source = try TextDecoder.decode(Array(lines.joined(separator: "\n\n").utf8))
        let evidence = LabelEvidence(BlockList(source), nil)
        let decision = PageDecision(evidence, Self.weights(), isList: true)
        let odds = LabelOdds(evidence, Self.weights(), decision.states)
        try #require(evidence.list.count == 1500)
        for index in evidence.list.indices {
            let found = try #require(odds.odds(index))
            #expect(found.probability >= 0 && found.probability + found.runnerUpProbability <= 1 + 1e-6)
        }
        #expect(odds.odds(1500) == nil)
    }

    @Test func `a page without blocks has no odds`() throws {
        let evidence = LabelEvidence(BlockList(try TextDecoder.decode(Array("x".utf8))), nil)
        #expect(LabelOdds(evidence, Self.weights(), []).odds(0) == nil)
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
