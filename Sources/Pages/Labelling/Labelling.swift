/// The labels of a page's blocks, found together: the way through the states whose weights add up to most.
///
/// Viterbi's algorithm, linear in the number of blocks; four bits a block and state are kept for the way back.
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

    /// - Parameters:
    ///   - scores: what the blocks speak for each label.
    ///   - weights: how well labels follow one another.
    ///   - habits: what the page itself says of a list's labels, where it was labelled before.
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

    /// Goes the way back from the best of the last block's states that pass.
    private static func reading(
        _ back: [UInt8],
        _ scores: [Int],
        _ count: Int,
        _ passes: (PageState) -> Bool
    ) -> Reading {
        let all = PageState.all
        var state = all.indices.filter { passes(all[$0]) }.max { scores[$0] < scores[$1] } ?? 0
        let score = scores[state] - (scores.max() ?? 0)
        var states = [PageState](repeating: all[state], count: count)
        for index in (0..<count).reversed() {
            states[index] = all[state]
            state = LabelSteps.state(before: state, in: back, at: index * LabelSteps.backCount)
        }
        return Reading(states: states, score: score)
    }
}
