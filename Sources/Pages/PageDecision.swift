/// What the labels of a page's blocks decided: which kind of page it is, and so which of the two labellings holds.
struct PageDecision: Sendable {
    let labelling: Labelling
    let kind: PageKind
    /// The logarithm of the odds that the page is a list, as `LabelWeights` counts it.
    let listOdds: Int
    let isList: Bool
    /// The labels that hold.
    let states: [PageState]

    /// - Parameters:
    ///   - evidence: what the blocks show.
    ///   - weights: what that is worth.
    ///   - isList: the page's kind where it is known beforehand.
    init(_ evidence: LabelEvidence, _ weights: LabelWeights, isList: Bool? = nil) {
        labelling = Labelling(evidence, weights)
        kind = PageKind(labelling, evidence)
        listOdds = weights.listOdds(kind)
        self.isList = isList ?? (listOdds > 0)
        states = self.isList ? PageDecision.kept(labelling.list.states, evidence) : labelling.story.states
    }

    /// The labels of the other kind of page.
    var otherStates: [PageState] { (isList ? labelling.story : labelling.list).states }
}
