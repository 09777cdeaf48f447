import Testing

@testable import Pages

@Suite struct LabelStepsTests {
    /// The best step to each state, asked state by state.
    private func plain(
        _ before: [Int32],
        _ weights: LabelWeights,
        _ emissions: [Int32]
    ) -> (scores: [Int32], back: [UInt8]) {
        var scores: [Int32] = []
        var back: [UInt8] = []
        for (state, predecessors) in PageState.predecessors.enumerated() {
            var best = Int32.min
            var from: UInt8 = 0
            for previous in predecessors {
                let score = before[Int(previous)] &+ weights.transitions[state * PageState.count + Int(previous)]
                if score > best { (best, from) = (score, previous) }
            }
            scores.append(max(best, LabelSteps.unreached) &+ emissions[PageState.all[state].row])
            back.append(from)
        }
        return (scores, back)
    }

    @Test(arguments: [Int32(1), 3, 700])
    func `steps weighed in fours are those weighed one by one`(range: Int32) {
        // Few different weights make many ways weigh the same, of which the first is to be taken.
        var random = SeededGenerator(state: UInt64(range))
        var weights = LabelWeights()
        for place in weights.transitions.indices {
            weights.transitions[place] = .random(in: -range...range, using: &random)
        }
        var steps = LabelSteps(weights)
        var scores = PageState.all.map {
            $0.mayStart ? Int32.random(in: -range...range, using: &random) : LabelSteps.unreached
        }
        var back = [UInt8](repeating: 0, count: PageState.count)
        for _ in 0..<200 {
            let emissions = (0..<32).map { _ in Int32.random(in: -range...range, using: &random) }
            let wanted = plain(scores, weights, emissions)
            steps.advance(&scores, emissions, &back, at: 0)
            #expect(scores == wanted.scores)
            #expect(back == wanted.back)
        }
    }
}
