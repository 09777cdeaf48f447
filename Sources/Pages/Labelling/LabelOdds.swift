/// How sure the labels of a page's blocks are: their marginal probabilities, given the page's kind.
package struct LabelOdds: Sendable {
    /// The probability of a block's label, and the most probable other label.
    package struct Odds: Hashable, Sendable {
        package let probability: Double
        package let runnerUp: PageState?
        package let runnerUpProbability: Double
    }

    /// One value for each block; empty where the weights allow no path through the page.
    private let probabilities: [Float]
    private let runnersUp: [UInt8]
    private let runnerUpProbabilities: [Float]

    /// - Parameters:
    ///   - observations: What the label model sees of the blocks.
    ///   - weights: The weights of the model.
    ///   - chosen: The state that each block was given, all of one kind of page.
    ///   - habits: The habits of a list by which it was labelled again.
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

    /// Adds up the marginal probabilities of the states that have one label (before and after the story), and finds the
    /// most probable other label.
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
        // Rounding must not make the two probabilities add up to more than 1.
        return (chosen, best[other], min(sums[other], 1 - chosen))
    }
}
