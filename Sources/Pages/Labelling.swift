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
        let rows = all.map(\.row)
        var back = [UInt8](repeating: 0, count: count * PageState.count)
        var scores = [Int32](repeating: .min / 2, count: PageState.count)
        var next = scores
        var found: [Int] = []
        let page = weights.scores(of: evidence.pageFeatures())
        let predecessors = PageState.predecessors
        for index in 0..<count {
            evidence.features(of: index, into: &found)
            let emissions = weights.scores(of: found)
            for state in all.indices {
                if index == 0 {
                    scores[state] =
                        all[state].mayStart
                        ? weights.starts[state] &+ page[rows[state]] &+ emissions[rows[state]] : .min / 2
                    continue
                }
                var best = Int32.min
                var from: UInt8 = 0
                for previous in predecessors[state] {
                    let score =
                        scores[Int(previous)] &+ weights.transitions[state &* PageState.count &+ Int(previous)]
                    if score > best { (best, from) = (score, previous) }
                }
                next[state] = max(best, .min / 2) &+ emissions[rows[state]]
                back[index &* PageState.count &+ state] = from
            }
            if index > 0 { swap(&scores, &next) }
            // Two thousand blocks may add up to more than 32 bits hold; only differences count.
            if index & 255 == 255, let most = scores.max() {
                for state in all.indices { scores[state] = max(scores[state] &- most, .min / 2) }
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
