extension PageDecision {
    /// The labels of a story, with the short lines in its text and the paragraphs right below them as text.
    static func lined(_ states: [PageState], _ observations: Observations) -> [PageState] {
        guard states.contains(where: { $0.part == .story && $0.label == .headline }) else { return states }
        var states = states
        var index = 1
        while index < states.count {
            guard isText(states[index - 1]), observations.shapes[index - 1].isProse,
                let part = ShortLines(observations, at: index, before: states.count), isOpen(states, part.lines)
            else {
                index += 1
                continue
            }
            // Without text below them, only a table or a programme at the page's end would be told from a menu.
            var end = part.lines.upperBound
            while end < states.count, isParagraph(observations, end) { end += 1 }
            guard end > part.lines.upperBound else {
                index = end
                continue
            }
            for line in index..<end where !isText(states[line]) && states[line].label != .byline {
                let label: BlockLabel = line < part.lines.upperBound ? .list : .paragraph
                states[line] = PageState(part: .story, label: label)
            }
            index = end
        }
        return states
    }

    private static func isText(_ state: PageState) -> Bool { state.part == .story && state.label.isText }

    /// Whether one of the lines is not yet text.
    private static func isOpen(_ states: [PageState], _ lines: Range<Int>) -> Bool {
        !lines.allSatisfy { isText(states[$0]) }
    }

    /// Whether a block is a paragraph that nothing marks as another item's or as a notice.
    private static func isParagraph(_ observations: Observations, _ index: Int) -> Bool {
        [.prose, .longProse].contains(observations.shapes[index])
            && observations.signs[index].isDisjoint(with: [
                .notice, .closing, .continuation, .tags, .belowComments, .copyright,
            ])
    }
}
