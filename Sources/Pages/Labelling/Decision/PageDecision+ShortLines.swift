extension PageDecision {
    /// The labels of a story, with the short lines in its text and the paragraphs right below them as text.
    static func lined(_ states: [PageState], _ observations: Observations) -> [PageState] {
        guard states.contains(where: { $0.part == .story && $0.label == .headline }) else { return states }
        let isPlain = isPlain(states, observations)
        var states = states
        var index = 1
        while index < states.count {
            guard isText(states[index - 1]), observations.shapes[index - 1].isProse,
                let part = ShortLines(observations, at: index, before: states.count, isPlain: isPlain),
                isOpen(states, part.lines)
            else {
                index += 1
                continue
            }
            var end = part.lines.upperBound
            while end < states.count, isParagraph(observations, end) { end += 1 }
            // Without text below them such lines may be a menu's, unless the page has none.
            guard end > part.lines.upperBound || isPlain && part.hasForm else {
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

    /// Whether a page is a story and nothing else, as extractors of text leave it: its headline comes first, an author
    /// or a day right below it, and from there on nothing is a notice until the foot.
    private static func isPlain(_ states: [PageState], _ observations: Observations) -> Bool {
        guard let head = states.firstIndex(where: { $0.part == .story && $0.label == .headline }), head <= 1,
            head + 1 < states.count, observations.isFacts(head + 1),
            let last = observations.shapes.lastIndex(where: { $0 == .prose || $0 == .longProse })
        else { return false }
        let foot: BlockSigns = [.notice, .closing, .continuation, .tags, .belowComments, .copyright]
        return (head + 1..<max(last, head + 1)).allSatisfy { index in
            observations.signs[index].isDisjoint(with: foot) && observations.shapes[index] != .cut
                && (index <= head + 4 || observations.bylines[index]?.date == nil)
        }
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
