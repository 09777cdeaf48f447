/// The kind of a page, and the labels of its blocks as a page of that kind.
package struct PageDecision: Sendable {
    /// The best path for either kind.
    let labelling: Labelling
    package let kind: PageKind
    /// The log-odds that the page is a list, in the hundredths of `LabelWeights`.
    let listOdds: Int
    package let isList: Bool
    /// The state of each block, for the page's kind.
    package let states: [PageState]
    /// The form by which the page is one story, whatever its labels; nil where it has none.
    let form: StoryForm?
    /// The habits by which a list was labelled again; nil for a story, and where the list shows none.
    let habits: PageHabits?

    /// - Parameters:
    ///   - observations: What the label model sees of the blocks.
    ///   - weights: The weights of the model.
    ///   - isList: The page's kind, where it is known beforehand.
    package init(_ observations: Observations, _ weights: LabelWeights, isList: Bool? = nil) {
        let scores = LabelScores(observations, weights)
        labelling = Labelling(scores, weights)
        kind = PageKind(labelling, observations)
        listOdds = weights.listOdds(kind)
        let headline = labelling.story.states.firstIndex { $0.part == .story && $0.label == .headline }
        form = isList == true ? nil : StoryForm(observations, headline: headline)
        self.isList = isList ?? (form == nil && listOdds > 0)
        let (found, habits) = PageDecision.states(labelling, isList: self.isList, observations, scores, weights)
        states =
            if let form { PageDecision.whole(found, form, observations) } else if self.isList { found } else {
                PageDecision.lined(found, observations)
            }
        self.habits = habits
    }

    /// The labels that the blocks would have on the other kind of page.
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

    /// How often a list is labelled again at most: labels that the first time corrects may show more habits.
    private static let mostRounds = 2

    /// Labels a list again by its own habits, until nothing changes or `mostRounds` is reached.
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
