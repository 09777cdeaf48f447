/// The best path through the states of a page's blocks, for each of the two kinds of page, by the Viterbi algorithm.
///
/// Time is linear in the number of blocks. Back-pointers take four bits for each block and state.
package struct Labelling: Sendable {
    /// The best path of one kind of page: the state of each block, and the score of the path.
    package struct BestPath: Sendable {
        package let states: [PageState]
        /// In hundredths, relative to the better of the two paths: 0 for that one, negative for the other.
        package let score: Int
    }

    /// The best path as a page with one story.
    package let story: BestPath
    /// The best path as a list.
    package let list: BestPath

    /// - Parameters:
    ///   - scores: The emission scores of the blocks.
    ///   - weights: The transition scores.
    ///   - habits: The habits of a list that was labelled before.
    package init(_ scores: LabelScores, _ weights: LabelWeights, _ habits: PageHabits? = nil) {
        let count = scores.count
        let all = PageState.all
        var steps = LabelSteps(weights)
        var back = [UInt8](repeating: 0, count: count * LabelSteps.backCount)
        for index in 0..<count {
            var block = scores[index]
            if let habits { block.highHalf &+= habits.leaning(index) }
            if index == 0 {
                steps.scores = all.indices.map { state in
                    guard all[state].mayStart else { return LabelSteps.unreached }
                    let row = all[state].row
                    return Int(weights.starts[state]) + Int(scores.page[row]) + Int(block[row])
                }
            } else {
                steps.advance(block, &back, at: index &* LabelSteps.backCount)
            }
        }
        let sums = steps.scores
        story = Labelling.reading(back, sums, count) { $0.part != .list }
        list = Labelling.reading(back, sums, count) { $0.part == .list }
    }

    /// Follows the back-pointers from the best of the last block's states that pass.
    private static func reading(
        _ back: [UInt8],
        _ scores: [Int],
        _ count: Int,
        _ passes: (PageState) -> Bool
    ) -> BestPath {
        let all = PageState.all
        var state = all.indices.filter { passes(all[$0]) }.max { scores[$0] < scores[$1] } ?? 0
        let score = scores[state] - (scores.max() ?? 0)
        var states = [PageState](repeating: all[state], count: count)
        for index in (0..<count).reversed() {
            states[index] = all[state]
            state = LabelSteps.state(before: state, in: back, at: index * LabelSteps.backCount)
        }
        return BestPath(states: states, score: score)
    }
}
