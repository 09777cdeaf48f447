/// What the labels of a page's blocks decided: which kind of page it is, and so which of the two labellings holds.
package struct PageDecision: Sendable {
    let labelling: Labelling
    package let kind: PageKind
    /// The logarithm of the odds that the page is a list, as `LabelWeights` counts it.
    let listOdds: Int
    package let isList: Bool
    /// The labels that hold.
    package let states: [PageState]
    /// What the page itself said of its labels; nil where it is no list, or says nothing.
    let habits: PageHabits?

    /// - Parameters:
    ///   - evidence: what the blocks show.
    ///   - weights: what that is worth.
    ///   - isList: the page's kind where it is known beforehand.
    package init(_ evidence: LabelEvidence, _ weights: LabelWeights, isList: Bool? = nil) {
        let scores = LabelScores(evidence, weights)
        labelling = Labelling(scores, weights)
        kind = PageKind(labelling, evidence)
        listOdds = weights.listOdds(kind)
        self.isList = isList ?? (listOdds > 0)
        (states, habits) = PageDecision.states(labelling, isList: self.isList, evidence, scores, weights)
    }

    /// The labels of the other kind of page.
    func otherStates(_ evidence: LabelEvidence, _ weights: LabelWeights) -> [PageState] {
        let scores = LabelScores(evidence, weights)
        return PageDecision.states(labelling, isList: !isList, evidence, scores, weights).states
    }

    private static func states(
        _ labelling: Labelling,
        isList: Bool,
        _ evidence: LabelEvidence,
        _ scores: LabelScores,
        _ weights: LabelWeights
    ) -> (states: [PageState], habits: PageHabits?) {
        guard isList else {
            return (filled(headed(labelling.story.states, evidence, scores), scores, weights), nil)
        }
        let (states, habits) = agreed(labelling.list.states, evidence, scores, weights)
        return (kept(states, evidence), habits)
    }

    /// How often a list's blocks are labelled anew: what the first time sets right tells of more.
    private static let mostRounds = 2

    /// Labels a list anew by its own habits, until nothing changes.
    private static func agreed(
        _ first: [PageState],
        _ evidence: LabelEvidence,
        _ scores: LabelScores,
        _ weights: LabelWeights
    ) -> (states: [PageState], habits: PageHabits?) {
        var states = kept(first, evidence)
        var used: PageHabits?
        for _ in 0..<mostRounds {
            let habits = PageHabits(states, evidence)
            guard habits.areAny else { break }
            let next = Labelling(scores, weights, habits).list.states
            used = habits
            if next == states { break }
            states = next
        }
        return (states, used)
    }
}
