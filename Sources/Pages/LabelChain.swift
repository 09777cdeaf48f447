/// The chain of states of one kind of page, with its weights as factors: one step of the sums over all ways.
///
/// Rabiner, "A tutorial on hidden Markov models", 1989, section III. Only what people ask to have explained is summed;
/// pages are filed by the best way alone.
struct LabelChain {
    /// The numbers of its states in `PageState.all`.
    let states: [Int]
    private let evidence: LabelEvidence
    private let weights: LabelWeights
    private let habits: PageHabits?
    private let starts: [Double]
    /// For each state the states before it, with the factor of the step.
    private let predecessors: [[(from: Int, factor: Double)]]

    init(_ evidence: LabelEvidence, _ weights: LabelWeights, _ habits: PageHabits?, isList: Bool) {
        self.evidence = evidence
        self.weights = weights
        self.habits = habits
        let all = PageState.all
        let states = all.indices.filter { (all[$0].part == .list) == isList }
        self.states = states
        let page = weights.scores(of: evidence.pageFeatures())
        starts = states.map { state in
            guard all[state].mayStart else { return 0 }
            return LabelChain.factor(Int(weights.starts[state]) + Int(page[all[state].row]))
        }
        predecessors = states.map { to in
            states.indices.compactMap { place in
                guard all[states[place]].mayPrecede(all[to]) else { return nil }
                let weight = Int(weights.transitions[to * PageState.count + states[place]])
                return (place, LabelChain.factor(weight))
            }
        }
    }

    private static func factor(_ weight: Int) -> Double {
        Exponential.value(LabelWeights.logarithm(weight))
    }

    /// How well a block fits each state, the best as one.
    func fits(_ block: Int) -> [Double] {
        var found: [Int] = []
        evidence.features(of: block, into: &found)
        var scores = weights.scores(of: found)
        if let habits { scores.highHalf &+= habits.leaning(block) }
        let own = states.map { Int(scores[PageState.all[$0].row]) }
        let most = own.max() ?? 0
        return own.map { LabelChain.factor($0 - most) }
    }

    /// The shares of the ways that come to each state of a block, from those of the block before it.
    func forward(_ before: [Double]?, _ fits: [Double]) -> [Double] {
        LabelChain.shares(
            states.indices.map { place in
                guard let before else { return starts[place] * fits[place] }
                return predecessors[place].reduce(0) { $0 + before[$1.from] * $1.factor } * fits[place]
            }
        )
    }

    /// The shares of the ways that go on from each state of a block, from those of the block behind it.
    func backward(_ after: [Double], _ fits: [Double]) -> [Double] {
        var shares = [Double](repeating: 0, count: states.count)
        for place in states.indices {
            let value = after[place] * fits[place]
            for step in predecessors[place] { shares[step.from] += step.factor * value }
        }
        return LabelChain.shares(shares)
    }

    /// Numbers made to add up to one; all zero where there is no way.
    static func shares(_ values: [Double]) -> [Double] {
        let sum = values.reduce(0, +)
        guard sum > 0, sum.isFinite else { return values.map { _ in 0 } }
        return values.map { $0 / sum }
    }
}

extension LabelWeights {
    /// A weight as the logarithm that it stands for.
    static func logarithm(_ weight: Int) -> Double { Double(weight) / unit }
}
