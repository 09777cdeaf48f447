// A story has a headline. Where the best path has none, the line above the text that looks most like one becomes it.
extension PageDecision {
    /// A text with fewer words than this may be a notice, which has no headline.
    private static let leastText = 50
    /// How many blocks above the text the headline is searched for; menus and buttons may stand between the two.
    private static let farthest = 60

    /// The labels of a story, with a headline where they had none.
    static func headed(_ states: [PageState], _ observations: Observations, _ scores: LabelScores) -> [PageState] {
        let text = states.indices.filter { states[$0].part == .story && states[$0].label.isText }
        guard let first = text.first, text.reduce(0, { $0 + observations.list.statistics[$1].words }) >= leastText,
            !states.contains(where: { $0.part == .story && $0.label == .headline }),
            let headline = headline(above: first, states, observations, scores)
        else { return states }
        var states = states
        for index in headline..<first where states[index].part == .beforeStory {
            states[index] = PageState(part: .story, label: index == headline ? .headline : .aside)
        }
        return states
    }

    /// The line above a story's text whose emission score as a headline exceeds the score of its own label by most; nil
    /// where it is lower for all lines.
    private static func headline(
        above text: Int,
        _ states: [PageState],
        _ observations: Observations,
        _ scores: LabelScores
    ) -> Int? {
        var best: (index: Int, margin: Int)?
        for index in max(0, text - farthest)..<text where states[index].part == .beforeStory {
            guard [.headline, .shortHeadline, .heading].contains(observations.shapes[index]) else { continue }
            let scores = scores[index]
            let margin = Int(scores[Int(BlockLabel.headline.rawValue)]) - Int(scores[states[index].row])
            // Of two lines with the same margin, the one nearer to the text is taken.
            if margin >= best?.margin ?? 0 { best = (index, margin) }
        }
        return best?.index
    }
}
