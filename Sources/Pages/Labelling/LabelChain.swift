/// The chain of states of one kind of page, with its weights as factors, and the sums over all ways through it.
///
/// Forward and backward: Rabiner, "A tutorial on hidden Markov models", 1989, section III, scaled at each block as in
/// section V.A. Every machine sums alike: the factors come from a table, and no step is left to a library.
struct LabelChain {
    /// So many blocks' forward sums are kept at a time and the others made again, so that a page of a million lines needs
    /// no more room than its labels.
    private static let stretch = 256

    /// Shares below this are left out of a step's sums: most states of a block have hardly any, and the time goes there.
    private static let least: Float = 1e-15

    /// The numbers of its states in `PageState.all`.
    let states: [Int]
    private let rows: [Int]
    private let scores: LabelScores
    private let habits: PageHabits?
    private let starts: [Float]
    /// From each state the factors of the steps to the others: nothing where no such step may be taken.
    private let steps: [Float]
    /// To each state those of the steps from the others.
    private let stepsBack: [Float]

    init(_ scores: LabelScores, _ weights: LabelWeights, _ habits: PageHabits?, isList: Bool) {
        self.scores = scores
        self.habits = habits
        let all = PageState.all
        let states = all.indices.filter { (all[$0].part == .list) == isList }
        self.states = states
        rows = states.map { all[$0].row }
        let begin = states.map { all[$0].mayStart ? Int(weights.starts[$0]) + Int(scores.page[all[$0].row]) : nil }
        let most = begin.compactMap { $0 }.max() ?? 0
        var starts = [Float](repeating: 0, count: states.count)
        var steps = [Float](repeating: 0, count: states.count * states.count)
        var stepsBack = steps
        let likeliest = Int(weights.transitions.max() ?? 0)
        for (to, state) in states.enumerated() {
            if let weight = begin[to] { starts[to] = LabelChain.factor(most - weight) }
            for predecessor in PageState.predecessors[state] {
                // A chain's states stand together.
                let from = Int(predecessor) - states[0]
                let weight = Int(weights.transitions[state * PageState.count + Int(predecessor)])
                let factor = LabelChain.factor(likeliest - weight)
                steps[from * states.count + to] = factor
                stepsBack[to * states.count + from] = factor
            }
        }
        self.starts = starts
        self.steps = steps
        self.stepsBack = stepsBack
    }

    /// Goes through the blocks from the last to the first.
    ///
    /// - Parameters:
    ///   - first: of the ways only those count that give this block this state, and the blocks behind it are gone
    ///     through; nil where all count.
    ///   - body: gets each block's number and, by place in `states`, the shares of the ways that go through its states;
    ///     all zero where the weights leave no way.
    func walk(behind first: (block: Int, state: PageState)? = nil, _ body: (_ block: Int, _ shares: [Float]) -> Void) {
        let all = first.map { $0.block + 1..<scores.count } ?? 0..<scores.count
        let stretches = Array(stride(from: all.lowerBound, to: all.upperBound, by: LabelChain.stretch))
        var kept: [[Float]] = [first.map { first in states.map { PageState.all[$0] == first.state ? 1 : 0 } } ?? []]
        var found = (fits: [Float](), forward: [Float]())
        for start in stretches.dropLast() {
            kept.append(forward(start..<start + LabelChain.stretch, from: kept[kept.count - 1], &found))
        }
        var after = [Float](repeating: 1, count: states.count)
        var shares = after
        var fits = after
        for (start, before) in zip(stretches, kept).reversed() {
            let blocks = start..<min(all.upperBound, start + LabelChain.stretch)
            _ = forward(blocks, from: before, &found)
            for block in blocks.reversed() {
                let offset = (block - start) * states.count
                for place in shares.indices {
                    shares[place] = found.forward[offset + place] * after[place]
                    fits[place] = found.fits[offset + place] * after[place]
                }
                LabelChain.scale(&shares)
                body(block, shares)
                LabelChain.advance(fits, stepsBack, &after)
                LabelChain.scale(&after)
            }
        }
    }

    /// Finds how well blocks fit each state, the best as one, and the shares of the ways that come there.
    ///
    /// - Parameters:
    ///   - blocks: one stretch of them.
    ///   - before: the shares of the block before the first; empty where the page begins.
    ///   - found: gets both, block by block.
    /// - Returns: the shares of the last block.
    private func forward(
        _ blocks: Range<Int>,
        from before: [Float],
        _ found: inout (fits: [Float], forward: [Float])
    ) -> [Float] {
        let factors = LabelChain.factors
        found.fits.removeAll(keepingCapacity: true)
        found.forward.removeAll(keepingCapacity: true)
        var fits = starts
        var last = before
        var next = starts
        for block in blocks {
            if !last.isEmpty { LabelChain.advance(last, steps, &next) }
            var own = scores[block]
            if let habits { own.highHalf &+= habits.leaning(block) }
            // A place in a register cannot be asked for by number, one in memory can.
            let weights = unsafe unsafeBitCast(own, to: InlineArray<32, Int16>.self)
            var most = Int16.min
            for row in rows { most = max(most, weights[row]) }
            for place in rows.indices {
                let below = Int(most) &- Int(weights[rows[place]])
                fits[place] = factors[min(below, factors.count &- 1)]
                next[place] *= fits[place]
            }
            found.fits.append(contentsOf: fits)
            LabelChain.scale(&next)
            found.forward.append(contentsOf: next)
            last = next
        }
        return last
    }

    /// Sums over one step: what goes from each state to each next.
    private static func advance(_ shares: [Float], _ steps: [Float], _ next: inout [Float]) {
        let count = shares.count
        let steps = steps.span
        var next = next.mutableSpan
        for to in 0..<count { next[to] = 0 }
        for (from, share) in shares.enumerated() where share > least {
            let row = steps.extracting(from * count..<(from + 1) * count)
            for to in 0..<count { next[to] += share * row[to] }
        }
    }

    /// Makes numbers add up to one; all zero where there is no way, or none that their bits can tell from none.
    private static func scale(_ values: inout [Float]) {
        let factor = 1 / values.reduce(0, +)
        for place in values.indices { values[place] = factor.isFinite ? values[place] * factor : 0 }
    }

    /// `e` to the power of so many hundredths below zero; further down than all states' shares reach, as the last.
    private static func factor(_ below: Int) -> Float { factors[min(below, factors.count - 1)] }

    private static let factors = (0..<4096).map { Float(Exponential.value(LabelWeights.logarithm(-$0))) }
}

extension LabelWeights {
    /// A weight as the logarithm that it stands for.
    static func logarithm(_ weight: Int) -> Double { Double(weight) / unit }
}
