/// How sure the labels of a page's blocks are: their marginal probabilities, by the forward–backward algorithm (Rabiner,
/// 1989) over the same scores that the Viterbi algorithm maximises.
package struct Marginals: Sendable {
    /// The probability of a block's label, and the most probable other label.
    package struct Odds: Hashable, Sendable {
        package let probability: Double
        package let runnerUp: BlockLabel
        package let runnerUpProbability: Double
    }

    /// Of each block the probabilities of its label and of the runner-up, and which that is.
    ///
    /// All ten probabilities would take forty bytes for each block.
    private let probabilities: [Float]
    private let runnerUps: [BlockLabel]
    private let runnerUpProbabilities: [Float]

    /// - Parameters:
    ///   - scores: What the network says of the blocks.
    ///   - network: The transition scores.
    ///   - labels: The label that each block was given.
    init(_ scores: LabelPass.Scores, _ network: LabelNetwork, of labels: [BlockLabel]) {
        var probabilities = [Float](repeating: 0, count: labels.count)
        var runnerUps = labels
        var runnerUpProbabilities = probabilities
        LabelChain(scores, network).walk { block, shares in
            let own = Int(labels[block].rawValue)
            let other = shares.indices.filter { $0 != own }.max { shares[$0] < shares[$1] } ?? own
            probabilities[block] = Float(shares[own])
            runnerUps[block] = BlockLabel.allCases[other]
            runnerUpProbabilities[block] = Float(shares[other])
        }
        self.probabilities = probabilities
        self.runnerUps = runnerUps
        self.runnerUpProbabilities = runnerUpProbabilities
    }

    /// How sure a block's label is.
    package func odds(_ block: Int) -> Odds {
        let own = min(1, Double(probabilities[block]))
        // Rounding must not make the two probabilities add up to more than 1.
        let other = min(Double(runnerUpProbabilities[block]), 1 - own)
        return Odds(probability: own, runnerUp: runnerUps[block], runnerUpProbability: other)
    }
}
