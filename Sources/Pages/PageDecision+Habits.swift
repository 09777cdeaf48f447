// A list does with all its posts what it does with most. Labels are decided from one block to the next, so a page's habit
// reaches them as a leaning only; here it is kept where it is plain.
extension PageDecision {
    /// So much of the running text in short blocks below headlines leaves no room for posts of another shape.
    private static let nearlyAll = 0.95

    /// The labels of a list, with those changed that fall out of the page's habits.
    static func kept(_ states: [PageState], _ evidence: LabelEvidence) -> [PageState] {
        var states = states
        if evidence.pairShare >= nearlyAll { keepPairs(&states, evidence) }
        if let place = evidence.datePlace { keepDates(&states, evidence, place) }
        keepOwnDates(&states, evidence)
        return states
    }

    /// Where all text stands in pairs of a headline and a text, each headline of a pair opens a post.
    private static func keepPairs(_ states: inout [PageState], _ evidence: LabelEvidence) {
        for index in states.indices where evidence.isPair(index) {
            states[index] = PageState(part: .list, label: .headline)
            if !states[index + 1].label.isText { states[index + 1] = PageState(part: .list, label: .paragraph) }
        }
    }

    /// A date right above a headline belongs to the post below it on all of the page, or to the one above.
    private static func keepDates(
        _ states: inout [PageState],
        _ evidence: LabelEvidence,
        _ place: LabelEvidence.DatePlace
    ) {
        for index in states.indices.dropLast()
        where evidence.shapes[index] == .date && states[index + 1].label == .headline {
            if place == .above {
                states[index] = PageState(part: .list, label: .above)
            } else if states[index].label == .above {
                states[index] = PageState(part: .list, label: .footer)
            }
        }
    }

    /// A post's own day, said again behind its text and below a line of its own, opens no other post.
    private static func keepOwnDates(_ states: inout [PageState], _ evidence: LabelEvidence) {
        var own: [String] = []
        var hasText = false
        for index in states.indices {
            if states[index].label == .headline {
                if hasText, !own.isEmpty, index + 1 < states.count, evidence.bylines[index + 1]?.days == own,
                    index + 2 == states.count || [.headline, .above].contains(states[index + 2].label)
                {
                    states[index] = PageState(part: .list, label: .aside)
                    states[index + 1] = PageState(part: .list, label: .footer)
                } else {
                    own = []
                    hasText = false
                }
            }
            hasText = hasText || states[index].label.isText
            if states[index].label == .byline, own.isEmpty { own = evidence.bylines[index]?.days ?? [] }
        }
    }
}
