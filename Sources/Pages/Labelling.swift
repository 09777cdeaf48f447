/// The labels of a page's blocks, found together: the way through the states whose weights add up to most.
///
/// Viterbi's algorithm, linear in the number of blocks; one byte a block and state is kept for the way back.
package struct Labelling: Sendable {
    /// One way to read the page: the state of each block, and what their weights add up to.
    package struct Reading: Sendable {
        package let states: [PageState]
        /// In hundredths, against the best reading of all.
        package let score: Int
    }

    /// The best reading as a page with one story.
    package let story: Reading
    /// The best reading as a list.
    package let list: Reading

    package init(_ evidence: LabelEvidence, _ weights: LabelWeights) {
        let count = evidence.list.count
        let all = PageState.all
        var steps = LabelSteps(weights)
        var back = [UInt8](repeating: 0, count: count * PageState.count)
        var scores = [Int32](repeating: LabelSteps.unreached, count: PageState.count)
        var emissions = [Int32](repeating: 0, count: SIMD32<Int32>.scalarCount)
        var found: [Int] = []
        for index in 0..<count {
            evidence.features(of: index, into: &found)
            let sums = weights.scores(of: found)
            for row in emissions.indices { emissions[row] = sums[row] }
            if index == 0 {
                let page = weights.scores(of: evidence.pageFeatures())
                for state in all.indices where all[state].mayStart {
                    scores[state] = weights.starts[state] &+ page[all[state].row] &+ emissions[all[state].row]
                }
            } else {
                steps.advance(&scores, emissions, &back, at: index &* PageState.count)
            }
            // Two thousand blocks may add up to more than 32 bits hold; only differences count.
            if index & 255 == 255, let most = scores.max() {
                for state in all.indices { scores[state] = max(scores[state] &- most, LabelSteps.unreached) }
            }
        }
        story = Labelling.reading(back, scores, count) { $0.part != .list }
        list = Labelling.reading(back, scores, count) { $0.part == .list }
    }

    /// Goes the way back from the best of the last block's states that pass.
    private static func reading(
        _ back: [UInt8],
        _ scores: [Int32],
        _ count: Int,
        _ passes: (PageState) -> Bool
    ) -> Reading {
        let all = PageState.all
        var state = all.indices.filter { passes(all[$0]) }.max { scores[$0] < scores[$1] } ?? 0
        let score = Int(scores[state]) - Int(scores.max() ?? 0)
        var states: [PageState] = []
        states.reserveCapacity(count)
        for index in (0..<count).reversed() {
            states.append(all[state])
            state = Int(back[index * PageState.count + state])
        }
        return Reading(states: states.reversed(), score: score)
    }
}
