// What is text below a story's headline is decided for each block by itself, from all ways through the page.
extension PageDecision {
    /// The labels of a story, with text wherever more than half of all ways below its headline have text.
    ///
    /// The best way alone speaks against text that may be a paragraph, a list or a quotation: what is for text is shared
    /// among ways of which each is worth less than one without it. To label each block as most ways do makes the fewest
    /// wrong labels be expected (Goodman, "Parsing algorithms and metrics", 1996). Text that the best way has stays: to
    /// take it away where most ways have none did as much harm as good.
    static func filled(_ best: [PageState], _ scores: LabelScores, _ weights: LabelWeights) -> [PageState] {
        let head = best.firstIndex { $0.part == .story && $0.label == .headline }
        guard let first = head.map({ $0 + 1 }) ?? best.firstIndex(where: \.isStoryText) else { return best }
        let chain = LabelChain(scores, weights, nil, isList: false)
        let texts = chain.states.indices.filter { PageState.all[chain.states[$0]].isStoryText }
        var states = best
        chain.walk(behind: head.map { ($0, best[$0]) }) { block, shares in
            guard block >= first, !best[block].isStoryText, best[block].label != .byline,
                texts.reduce(0, { $0 + shares[$1] }) > 0.5, let likeliest = texts.max(by: { shares[$0] < shares[$1] })
            else { return }
            states[block] = PageState.all[chain.states[likeliest]]
        }
        guard let last = states.lastIndex(where: { $0.part == .story }), last > first else { return states }
        for block in first..<last where states[block].part != .story {
            states[block] = PageState(part: .story, label: .aside)
        }
        return states
    }
}

extension PageState {
    fileprivate var isStoryText: Bool { part == .story && label.isText }
}
