/// How sure the labels of a page's blocks are: the share that each has of all ways to read the page as its kind.
package struct LabelOdds: Sendable {
    /// How likely a block's label is, and the most likely other one.
    package struct Odds: Hashable, Sendable {
        package let probability: Double
        package let runnerUp: PageState?
        package let runnerUpProbability: Double
    }

    /// By block; empty where the weights leave no way through the page.
    private let probabilities: [Float]
    private let runnersUp: [UInt8]
    private let runnerUpProbabilities: [Float]

    /// - Parameters:
    ///   - observations: what the blocks show.
    ///   - weights: what that is worth.
    ///   - chosen: the state that each block was given, all of one kind of page.
    ///   - habits: what the page itself said of its labels.
    init(_ observations: Observations, _ weights: LabelWeights, _ chosen: [PageState], _ habits: PageHabits? = nil) {
        let scores = LabelScores(observations, weights)
        let chain = LabelChain(scores, weights, habits, isList: chosen.first?.part == .list)
        let count = chosen.count
        var probabilities = [Float](repeating: 0, count: count)
        var runnersUp = [UInt8](repeating: .max, count: count)
        var runnerUpProbabilities = [Float](repeating: 0, count: count)
        var isPossible = true
        chain.walk { block, shares in
            if !shares.contains(where: { $0 > 0 }) { isPossible = false }
            let odds = LabelOdds.odds(of: chosen[block].label, shares, chain)
            probabilities[block] = Float(odds.probability)
            runnersUp[block] = odds.runnerUp.map { UInt8(truncatingIfNeeded: $0) } ?? .max
            runnerUpProbabilities[block] = Float(odds.runnerUpProbability)
        }
        self.probabilities = isPossible ? probabilities : []
        self.runnersUp = isPossible ? runnersUp : []
        self.runnerUpProbabilities = isPossible ? runnerUpProbabilities : []
    }

    /// The odds of one block; nil where there are none.
    func odds(_ block: Int) -> Odds? {
        guard probabilities.indices.contains(block) else { return nil }
        let state = Int(runnersUp[block])
        return Odds(
            probability: Double(probabilities[block]),
            runnerUp: PageState.all.indices.contains(state) ? PageState.all[state] : nil,
            runnerUpProbability: Double(runnerUpProbabilities[block])
        )
    }

    /// Adds up the states that have one label, before and behind the story, and finds the best other label.
    private static func odds(
        of label: BlockLabel,
        _ shares: [Float],
        _ chain: LabelChain
    ) -> (probability: Double, runnerUp: Int?, runnerUpProbability: Double) {
        var sums = [Double](repeating: 0, count: BlockLabel.allCases.count)
        var best = [Int?](repeating: nil, count: sums.count)
        var most = sums
        for place in chain.states.indices where shares[place] > 0 {
            let share = Double(shares[place])
            let row = Int(PageState.all[chain.states[place]].label.rawValue)
            sums[row] += share
            if share > most[row] { (most[row], best[row]) = (share, chain.states[place]) }
        }
        let other = sums.indices.filter { $0 != Int(label.rawValue) }.max { sums[$0] < sums[$1] }
        let chosen = min(1, sums[Int(label.rawValue)])
        guard let other, sums[other] > 0 else { return (chosen, nil, 0) }
        // Rounding must not make two shares more than the whole.
        return (chosen, best[other], min(sums[other], 1 - chosen))
    }
}
