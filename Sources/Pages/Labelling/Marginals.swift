/// How sure the labels of a page's blocks are: their marginal probabilities, by the forward–backward algorithm (Rabiner,
/// 1989) over the same scores that the Viterbi algorithm maximises.
package struct Marginals: Sendable {
    /// The probability of a block's label, and the most probable other label.
    package struct Odds: Hashable, Sendable {
        package let probability: Double
        package let runnerUp: BlockLabel
        package let runnerUpProbability: Double
    }

    private static let count = BlockLabel.allCases.count
    /// Probabilities, `[block][label]`.
    private let values: [Float]

    init(_ scores: LabelPass.Scores, _ network: LabelNetwork) {
        let count = Marginals.count
        let steps = Marginals.steps(network)
        func emissions(_ block: Int) -> [Double] {
            Marginals.exponentials(
                (0..<count).map { label in
                    Double(scores.emissions[block * count + label]) * 10 + Double(scores.page[label])
                }
            )
        }
        // Holds the forward values until the way back makes them probabilities, in place.
        var values = [Float](repeating: 0, count: scores.count * count)
        for block in 0..<scores.count {
            let emitted = emissions(block)
            let alpha = (0..<count).map { label -> Double in
                guard block > 0 else {
                    let start = Exponential.value(Double(network.starts[label]) / 100)
                    return BlockLabel.allCases[label].mayStart ? start * emitted[label] : 0
                }
                let row = (block - 1) * count
                let sum = (0..<count).reduce(0.0) { $0 + Double(values[row + $1]) * steps[$1 * count + label] }
                return sum * emitted[label]
            }
            for (label, share) in Marginals.normalised(alpha).enumerated() {
                values[block * count + label] = Float(share)
            }
        }
        var backward = [Double](repeating: 1, count: count)
        for block in (0..<scores.count).reversed() {
            let shares = Marginals.normalised((0..<count).map { Double(values[block * count + $0]) * backward[$0] })
            for label in 0..<count { values[block * count + label] = Float(shares[label]) }
            let emitted = emissions(block)
            let weighted = (0..<count).map { emitted[$0] * backward[$0] }
            backward = Marginals.normalised(
                (0..<count).map { from in
                    (0..<count).reduce(0.0) { $0 + steps[from * count + $1] * weighted[$1] }
                }
            )
        }
        self.values = values
    }

    /// How sure a block's label is.
    package func odds(_ block: Int, _ label: BlockLabel) -> Odds {
        let row = values[block * Marginals.count..<(block + 1) * Marginals.count]
        let other = BlockLabel.allCases.filter { $0 != label }.max { one, other in
            row[row.startIndex + Int(one.rawValue)] < row[row.startIndex + Int(other.rawValue)]
        }
        let runnerUp = other ?? label
        let own = Double(row[row.startIndex + Int(label.rawValue)])
        let next = Double(row[row.startIndex + Int(runnerUp.rawValue)])
        // Rounding must not make the two probabilities add up to more than 1.
        return Odds(probability: min(1, own), runnerUp: runnerUp, runnerUpProbability: min(next, 1 - min(1, own)))
    }

    /// e to the power of some scores in hundredths, relative to the greatest.
    private static func exponentials(_ scores: [Double]) -> [Double] {
        let most = scores.max() ?? 0
        return scores.map { Exponential.value(($0 - most) / 100) }
    }

    private static func normalised(_ values: [Double]) -> [Double] {
        let sum = values.reduce(0, +)
        return sum > 0 ? values.map { $0 / sum } : values.map { _ in 1 / Double(values.count) }
    }

    private static func steps(_ network: LabelNetwork) -> [Double] {
        BlockLabel.allCases.flatMap { from in
            BlockLabel.allCases.map { to in
                guard from.mayPrecede(to) else { return 0 }
                return Exponential.value(
                    Double(network.transitions[Int(from.rawValue) * count + Int(to.rawValue)]) / 100
                )
            }
        }
    }
}
