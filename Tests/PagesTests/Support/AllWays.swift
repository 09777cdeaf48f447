import Foundation

@testable import Pages

/// Every way through a short page's states, taken singly: what the sums over all ways are checked against.
struct AllWays {
    /// Each way's states, by number, and what it is worth.
    private(set) var ways: [(states: [Int], worth: Double)]

    init(_ observations: Observations, _ weights: LabelWeights, isList: Bool) {
        let chain = PageState.all.indices.filter { (PageState.all[$0].part == .list) == isList }
        let page = weights.scores(of: observations.pageFeatures())
        let scores = observations.list.indices.map { index in
            var found: [Int] = []
            observations.features(of: index, into: &found)
            return weights.scores(of: found)
        }
        var ways: [(states: [Int], score: Int)] = chain.filter { PageState.all[$0].mayStart }.map { state in
            let row = PageState.all[state].row
            return ([state], Int(weights.starts[state]) + Int(page[row]) + Int(scores[0][row]))
        }
        for block in observations.list.indices.dropFirst() {
            ways = ways.flatMap { way in
                chain.filter { PageState.all[way.states[block - 1]].mayPrecede(PageState.all[$0]) }.map { state in
                    let step = weights.transitions[state * PageState.count + way.states[block - 1]]
                    let score = way.score + Int(step) + Int(scores[block][PageState.all[state].row])
                    return (way.states + [state], score)
                }
            }
        }
        self.ways = ways.map { ($0.states, exp(Double($0.score) / LabelWeights.unit)) }
    }

    /// Weights without sense, the same each time, so that no share is like another.
    static func weights() -> LabelWeights {
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

    /// Leaves the ways that give a block a state.
    mutating func keep(_ state: PageState, at block: Int) {
        ways = ways.filter { PageState.all[$0.states[block]] == state }
    }

    /// For each block the share of each state, by number.
    var shares: [[Int: Double]] {
        let all = ways.reduce(0) { $0 + $1.worth }
        var shares = [[Int: Double]](repeating: [:], count: ways[0].states.count)
        for way in ways {
            for (block, state) in way.states.enumerated() { shares[block][state, default: 0] += way.worth / all }
        }
        return shares
    }
}
