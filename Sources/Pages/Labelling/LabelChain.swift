/// The sums over all paths of labels through a page's blocks, before and after each block.
///
/// The forward values of all blocks would take more memory than the page. They are kept for every 64th block, and found
/// again for the blocks between when the way back comes to them.
struct LabelChain {
    private static let count = BlockLabel.allCases.count
    private static let stretch = 64

    private let scores: LabelPass.Scores
    private let network: LabelNetwork
    /// e to the power of the transition scores, `[from][to]`; 0 where the labels forbid the step.
    private let steps: [Double]

    init(_ scores: LabelPass.Scores, _ network: LabelNetwork) {
        self.scores = scores
        self.network = network
        steps = BlockLabel.allCases.flatMap { from in
            BlockLabel.allCases.map { to in
                guard from.mayPrecede(to) else { return 0 }
                let score = network.transitions[Int(from.rawValue) * LabelChain.count + Int(to.rawValue)]
                return Exponential.value(Double(score) / 100)
            }
        }
    }

    /// Walks over the blocks from the last to the first.
    ///
    /// - Parameter visit: is given each block's number and the probabilities of its labels.
    func walk(_ visit: (Int, [Double]) -> Void) {
        var kept: [[Double]] = []
        var forward: [Double] = []
        for block in 0..<scores.count {
            forward = next(after: forward, at: block)
            if block % LabelChain.stretch == 0 { kept.append(forward) }
        }
        var backward = [Double](repeating: 1, count: LabelChain.count)
        for (place, first) in kept.enumerated().reversed() {
            let start = place * LabelChain.stretch
            var values = [first]
            for block in start + 1..<max(start + 1, min(start + LabelChain.stretch, scores.count)) {
                values.append(next(after: values[values.count - 1], at: block))
            }
            for (offset, own) in values.enumerated().reversed() {
                visit(start + offset, LabelChain.normalised(zip(own, backward).map { $0 * $1 }))
                backward = previous(before: backward, at: start + offset)
            }
        }
    }

    /// The forward values of a block, by those of the block before it; none before the first.
    private func next(after forward: [Double], at block: Int) -> [Double] {
        let emitted = emissions(block)
        let count = LabelChain.count
        return LabelChain.normalised(
            (0..<count).map { label in
                guard block > 0 else {
                    let start = Exponential.value(Double(network.starts[label]) / 100)
                    return BlockLabel.allCases[label].mayStart ? start * emitted[label] : 0
                }
                return emitted[label] * (0..<count).reduce(0.0) { $0 + forward[$1] * steps[$1 * count + label] }
            }
        )
    }

    /// The backward values of the block before one, by those of that block.
    private func previous(before backward: [Double], at block: Int) -> [Double] {
        let weighted = zip(emissions(block), backward).map { $0 * $1 }
        let count = LabelChain.count
        return LabelChain.normalised(
            (0..<count).map { from in (0..<count).reduce(0.0) { $0 + steps[from * count + $1] * weighted[$1] } }
        )
    }

    /// e to the power of a block's emission scores, relative to the greatest.
    private func emissions(_ block: Int) -> [Double] {
        let row = (0..<LabelChain.count).map { label in
            Double(scores.emissions[block * LabelChain.count + label]) * 10 + Double(scores.page[label])
        }
        let most = row.max() ?? 0
        return row.map { Exponential.value(($0 - most) / 100) }
    }

    private static func normalised(_ values: [Double]) -> [Double] {
        let sum = values.reduce(0, +)
        return sum > 0 ? values.map { $0 / sum } : values.map { _ in 1 / Double(values.count) }
    }
}
