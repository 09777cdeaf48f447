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
    ///   - observations: what the blocks show.
    ///   - weights: what that is worth.
    ///   - isList: the page's kind where it is known beforehand.
    package init(_ observations: Observations, _ weights: LabelWeights, isList: Bool? = nil) {
        let scores = LabelScores(observations, weights)
        labelling = Labelling(scores, weights)
        kind = PageKind(labelling, observations)
        listOdds = weights.listOdds(kind)
        self.isList = isList ?? (listOdds > 0)
        (states, habits) = PageDecision.states(labelling, isList: self.isList, observations, scores, weights)
    }

    /// The labels of the other kind of page.
    func otherStates(_ observations: Observations, _ weights: LabelWeights) -> [PageState] {
        let scores = LabelScores(observations, weights)
        return PageDecision.states(labelling, isList: !isList, observations, scores, weights).states
    }

    private static func states(
        _ labelling: Labelling,
        isList: Bool,
        _ observations: Observations,
        _ scores: LabelScores,
        _ weights: LabelWeights
    ) -> (states: [PageState], habits: PageHabits?) {
        guard isList else {
            return (filled(headed(labelling.story.states, observations, scores), scores, weights), nil)
        }
        let (states, habits) = agreed(labelling.list.states, observations, scores, weights)
        return (kept(states, observations), habits)
    }

    /// How often a list's blocks are labelled anew: what the first time sets right tells of more.
    private static let mostRounds = 2

    /// Labels a list anew by its own habits, until nothing changes.
    private static func agreed(
        _ first: [PageState],
        _ observations: Observations,
        _ scores: LabelScores,
        _ weights: LabelWeights
    ) -> (states: [PageState], habits: PageHabits?) {
        var states = kept(first, observations)
        var used: PageHabits?
        for _ in 0..<mostRounds {
            let habits = PageHabits(states, observations)
            guard habits.areAny else { break }
            let next = Labelling(scores, weights, habits).list.states
            used = habits
            if next == states { break }
            states = next
        }
        return (states, used)
    }
}
