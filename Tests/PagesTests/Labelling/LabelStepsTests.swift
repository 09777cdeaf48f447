import Testing

@testable import Pages

@Suite struct LabelStepsTests {
    /// The best step to each state, asked state by state.
    private func plain(
        _ before: [Int],
        _ weights: LabelWeights,
        _ emissions: SIMD32<Int16>
    ) -> (scores: [Int], back: [Int]) {
        var scores: [Int] = []
        var back: [Int] = []
        for (state, predecessors) in PageState.predecessors.enumerated() {
            var best = Int.min
            var from = 0
            for previous in predecessors.map({ Int($0) }) {
                let score = before[previous] + Int(weights.transitions[state * PageState.count + previous])
                if score > best { (best, from) = (score, previous) }
            }
            scores.append(best + Int(emissions[PageState.all[state].row]))
            back.append(from)
        }
        return (scores, back)
    }

    @Test(arguments: [Int32(1), 3, 700])
    func `steps weighed together are those weighed one by one`(range: Int32) {
        // Few different weights make many ways weigh the same, of which the first is to be taken.
        var random = SeededGenerator(state: UInt64(range))
        var weights = LabelWeights()
        for place in weights.transitions.indices {
            weights.transitions[place] = .random(in: -range...range, using: &random)
        }
        var steps = LabelSteps(weights)
        steps.scores = PageState.all.map {
            $0.mayStart ? .random(in: -700...700, using: &random) : LabelSteps.unreached
        }
        var back = [UInt8](repeating: 0, count: LabelSteps.backCount + 1)
        for _ in 0..<200 {
            var emissions = SIMD32<Int16>.zero
            for row in 0..<32 { emissions[row] = Int16(Int32.random(in: -range...range, using: &random)) }
            let wanted = plain(steps.scores, weights, emissions)
            steps.advance(emissions, &back, at: 1)
            #expect(steps.scores == wanted.scores)
            #expect(PageState.all.indices.map { LabelSteps.state(before: $0, in: back, at: 1) } == wanted.back)
            #expect(back[0] == 0)
        }
    }

    @Test func `no sum of the shipped weights passes sixteen bits`() throws {
        // Of each kind of feature a block has one, of signs all at most, of their crossings seven, of patterns two.
        var most = [Int](repeating: 0, count: 32)
        for kind in LabelFeature.allCases {
            let features = LabelFeature.offsets[kind.rawValue]..<LabelFeature.offsets[kind.rawValue + 1]
            for row in most.indices {
                let sizes = features.map { abs(Int(LabelWeights.shipped[$0, row])) }.sorted(by: >)
                let count = [.sign: sizes.count, .shapeSign: 7, .pattern: 2][kind] ?? 1
                most[row] += sizes.prefix(count).reduce(0, +)
            }
        }
        #expect(try #require(most.max()) < Int(Int16.max))
        // Nor was any cut when it was read.
        let widest = LabelWeights.shipped.table.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        #expect(try #require(widest.map(abs).max()) < Int(Int16.max))
    }
}
