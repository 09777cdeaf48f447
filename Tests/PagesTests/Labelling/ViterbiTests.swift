import Testing

@testable import Pages

/// The best path and the marginals, against all paths through a few blocks, one by one.
@Suite struct ViterbiTests {
    private static let labels = BlockLabel.allCases

    /// Scores of some blocks that look drawn by lot and are the same each time.
    private static func scores(_ blocks: Int, seed: UInt64) -> LabelPass.Scores {
        var scores = LabelPass.Scores()
        var state = seed
        func draw() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % 900 - 450
        }
        scores.emissions = (0..<blocks * labels.count).map { _ in Int8(draw() / 10) }
        scores.page = labels.map { _ in Int32(draw() / 4) }
        scores.date = [Int8](repeating: 0, count: blocks)
        scores.author = scores.date
        return scores
    }

    /// Every path that the labels allow, with its score in hundredths.
    private static func paths(_ scores: LabelPass.Scores) -> [(labels: [BlockLabel], score: Int)] {
        let network = LabelNetwork.shipped
        func emission(_ block: Int, _ label: BlockLabel) -> Int {
            Int(scores.emissions[block * labels.count + Int(label.rawValue)]) * 10
                + Int(scores.page[Int(label.rawValue)])
        }
        var paths = labels.filter(\.mayStart).map { label in
            (labels: [label], score: Int(network.starts[Int(label.rawValue)]) + emission(0, label))
        }
        for block in 1..<scores.count {
            paths = paths.flatMap { path in
                labels.compactMap { next -> (labels: [BlockLabel], score: Int)? in
                    guard let last = path.labels.last, last.mayPrecede(next) else { return nil }
                    let step = network.transitions[Int(last.rawValue) * labels.count + Int(next.rawValue)]
                    return (path.labels + [next], path.score + Int(step) + emission(block, next))
                }
            }
        }
        return paths
    }

    @Test(arguments: [1, 2, 3, 4, 5], [7, 77, 777] as [UInt64])
    func `no path is better than the one that is found`(blocks: Int, seed: UInt64) throws {
        let scores = Self.scores(blocks, seed: seed)
        let best = try #require(Self.paths(scores).max { $0.score < $1.score })
        #expect(Viterbi.labels(scores, .shipped) == best.labels)
    }

    @Test(arguments: [1, 2, 4], [5, 55] as [UInt64])
    func `a label's probability is its share of all paths`(blocks: Int, seed: UInt64) {
        let scores = Self.scores(blocks, seed: seed)
        let paths = Self.paths(scores).map { ($0.labels, Exponential.value(Double($0.score) / 100)) }
        let all = paths.reduce(0) { $0 + $1.1 }
        for label in Self.labels {
            let marginals = Marginals(scores, .shipped, of: [BlockLabel](repeating: label, count: blocks))
            for block in 0..<blocks {
                let share = paths.filter { $0.0[block] == label }.reduce(0) { $0 + $1.1 } / all
                let odds = marginals.odds(block)
                #expect(abs(odds.probability - share) < 1e-5)
                #expect(odds.runnerUp != label && odds.probability + odds.runnerUpProbability <= 1)
            }
        }
    }

    @Test func `probabilities of a page of many stretches do not depend on where a stretch begins`() {
        let scores = Self.scores(200, seed: 3)
        let labels = Viterbi.labels(scores, .shipped)
        let whole = Marginals(scores, .shipped, of: labels)
        // What is far before hardly matters: the same page without its first blocks has the same odds at its end.
        var rest = scores
        rest.emissions.removeFirst(50 * Self.labels.count)
        rest.date.removeFirst(50)
        rest.author.removeFirst(50)
        let part = Marginals(rest, .shipped, of: Array(labels.dropFirst(50)))
        for block in 120..<200 {
            #expect(abs(whole.odds(block).probability - part.odds(block - 50).probability) < 1e-3)
        }
    }

    @Test func `a long page has a path, and a page without blocks an empty one`() {
        let scores = Self.scores(3000, seed: 9)
        let labels = Viterbi.labels(scores, .shipped)
        #expect(labels.count == 3000 && labels[0].mayStart)
        #expect(zip(labels, labels.dropFirst()).allSatisfy { $0.mayPrecede($1) })
        #expect(Viterbi.labels(LabelPass.Scores(), .shipped).isEmpty)
    }

    @Test func `back-pointers of four bits hold every label`() { #expect(Self.labels.count <= 16) }

    @Test(arguments: [-800, -700.5, -40, -1, -1e-9, 0, 0.3, 0.5, 1, 2.5, 10, 100, 600])
    func `the exponential function has a known value at its logarithm`(power: Double) {
        // e to the power of a sum is the product: the half of a power, squared.
        let half = Exponential.value(power / 2)
        let value = Exponential.value(power)
        #expect(abs(value - half * half) <= value * 1e-11 + 1e-303)
        #expect(abs(Exponential.value(1) - 2.718_281_828_459_045) < 1e-14)
    }
}
