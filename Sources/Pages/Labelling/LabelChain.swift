/// The linear-chain CRF of one kind of page, from which the marginal probabilities of its states are computed.
///
/// `walk` is the forward-backward algorithm (Rabiner, "A tutorial on hidden Markov models", 1989, section III), scaled
/// at each block as in section V.A. Scores enter as factors, `e` to the power of the score. Every machine computes the
/// same: the factors come from a table, and no step is left to a maths library.
///
/// Below, `n` is the number of states: 20 on a story page, 14 on a list.
struct LabelChain {
    /// The forward values (alpha) of this many blocks are kept at a time, and those of the other blocks computed again,
    /// so that a page of a million lines needs no more memory than its labels.
    private static let stretch = 256

    /// Values below this are skipped when a step is summed: most states of a block have next to no probability, and the
    /// sums take most of the time.
    private static let least: Float = 1e-15

    /// The states of this kind of page, as `n` indices of `PageState.all`.
    let states: [Int]
    /// For each state its place among the 32 emission scores of a block.
    private let rows: [Int]
    private let scores: LabelScores
    private let habits: PageHabits?
    /// For each state the factor of starting in it: `n` values, 0 where no page starts so.
    private let starts: [Float]
    /// Transition factors, `n` × `n` at `from * n + to`; 0 where the transition is not allowed.
    private let steps: [Float]
    /// The same transposed, at `to * n + from`, for the backward pass.
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
                // The states of one kind are next to each other in `PageState.all`.
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

    /// Computes the marginal probabilities of the states of each block, from the last block to the first.
    ///
    /// - Parameters:
    ///   - first: A block and its state, where only paths through that state count; only blocks after it are visited.
    ///     Nil where all paths count.
    ///   - body: Gets each block's number and the marginal probabilities of its states: `n` values in the order of
    ///     `states`, all zero where the weights allow no path.
    func walk(after first: (block: Int, state: PageState)? = nil, _ body: (_ block: Int, _ shares: [Float]) -> Void) {
        let all = first.map { $0.block + 1..<scores.count } ?? 0..<scores.count
        let stretches = Array(stride(from: all.lowerBound, to: all.upperBound, by: LabelChain.stretch))
        // The forward values of the block right before each stretch.
        var kept: [[Float]] = [first.map { first in states.map { PageState.all[$0] == first.state ? 1 : 0 } } ?? []]
        var found = (fits: [Float](), forward: [Float]())
        for start in stretches.dropLast() {
            kept.append(forward(start..<start + LabelChain.stretch, from: kept[kept.count - 1], &found))
        }
        // The backward values (beta). `shares` becomes alpha times beta, the marginal probabilities; `fits` becomes the
        // emission factors times beta, from which the backward values of the previous block follow.
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

    /// Computes the emission factors and the forward values (alpha) of some blocks.
    ///
    /// The emission factors of a block are scaled so that the largest is 1, its forward values so that their sum is 1.
    ///
    /// - Parameters:
    ///   - blocks: One stretch of blocks.
    ///   - before: The `n` forward values of the block before the first; empty where the page begins.
    ///   - found: Gets `n` emission factors (`fits`) and `n` forward values for each block.
    /// - Returns: The forward values of the last block.
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
            // A lane of a SIMD vector cannot be read by a variable index; an element of an array can.
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

    /// One step of either pass: `next[to]` is the sum of `shares[from] * steps[from * n + to]` over all `from`.
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

    /// Scales values so that their sum is 1; all become 0 where there is no path, or only paths too improbable for a
    /// `Float`.
    private static func scale(_ values: inout [Float]) {
        let factor = 1 / values.reduce(0, +)
        for place in values.indices { values[place] = factor.isFinite ? values[place] * factor : 0 }
    }

    /// `e` to the power of `below` hundredths under zero; beyond the table its last value, which is smaller than
    /// `least`.
    private static func factor(_ below: Int) -> Float { factors[min(below, factors.count - 1)] }

    private static let factors = (0..<4096).map { Float(Exponential.value(LabelWeights.logarithm(-$0))) }
}

extension LabelWeights {
    /// The natural logarithm that a weight in hundredths stands for.
    static func logarithm(_ weight: Int) -> Double { Double(weight) / unit }
}
