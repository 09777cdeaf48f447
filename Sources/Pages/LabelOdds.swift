/// How sure the labels of a page's blocks are: the share that each has of all ways to read the page as its kind.
///
/// Forward and backward sums. Of the forward sums every so many blocks' are kept and the others made again, so that a
/// page of a million lines needs no more room than its labels.
package struct LabelOdds: Sendable {
    /// How likely a block's label is, and the most likely other one.
    package struct Odds: Hashable, Sendable {
        package let probability: Double
        package let runnerUp: PageState?
        package let runnerUpProbability: Double
    }

    private static let stretch = 256

    /// By block; empty where the weights leave no way through the page.
    private let probabilities: [Float]
    private let runnersUp: [UInt8]
    private let runnerUpProbabilities: [Float]

    /// - Parameters:
    ///   - evidence: what the blocks show.
    ///   - weights: what that is worth.
    ///   - chosen: the state that each block was given, all of one kind of page.
    ///   - habits: what the page itself said of its labels.
    init(_ evidence: LabelEvidence, _ weights: LabelWeights, _ chosen: [PageState], _ habits: PageHabits? = nil) {
        let chain = LabelChain(evidence, weights, habits, isList: chosen.first?.part == .list)
        let count = chosen.count
        var probabilities = [Float](repeating: 0, count: count)
        var runnersUp = [UInt8](repeating: .max, count: count)
        var runnerUpProbabilities = [Float](repeating: 0, count: count)
        let kept = LabelOdds.forward(chain, count)
        var after = [Double](repeating: 1, count: chain.states.count)
        var isPossible = true
        for stretch in kept.indices.reversed() {
            let blocks = stretch * LabelOdds.stretch..<min(count, (stretch + 1) * LabelOdds.stretch)
            var fits: [[Double]] = []
            var forward: [[Double]] = []
            for block in blocks {
                fits.append(chain.fits(block))
                forward.append(chain.forward(forward.last ?? kept[stretch], fits[fits.count - 1]))
            }
            for block in blocks.reversed() {
                let place = block - blocks.lowerBound
                let shares = LabelChain.shares(zip(forward[place], after).map { $0 * $1 })
                if !shares.contains(where: { $0 > 0 }) { isPossible = false }
                let odds = LabelOdds.odds(of: chosen[block].label, shares, chain)
                probabilities[block] = Float(odds.probability)
                runnersUp[block] = odds.runnerUp.map { UInt8(truncatingIfNeeded: $0) } ?? .max
                runnerUpProbabilities[block] = Float(odds.runnerUpProbability)
                after = chain.backward(after, fits[place])
            }
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

    /// The forward sums before each stretch of blocks; nil before the first.
    private static func forward(_ chain: LabelChain, _ count: Int) -> [[Double]?] {
        var kept: [[Double]?] = []
        var last: [Double]?
        for block in 0..<count {
            if block % stretch == 0 { kept.append(last) }
            last = chain.forward(last, chain.fits(block))
        }
        return kept
    }

    /// Adds up the states that have one label, before and behind the story, and finds the best other label.
    private static func odds(
        of label: BlockLabel,
        _ shares: [Double],
        _ chain: LabelChain
    ) -> (probability: Double, runnerUp: Int?, runnerUpProbability: Double) {
        var sums = [Double](repeating: 0, count: BlockLabel.allCases.count)
        var best = [Int?](repeating: nil, count: sums.count)
        var most = sums
        for (place, share) in shares.enumerated() where share > 0 {
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
