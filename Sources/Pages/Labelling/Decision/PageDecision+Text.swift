// Whether a block below a story's headline is text is decided for each block by itself, by its marginal probability.
extension PageDecision {
    /// The labels of a story, with text at every block below the headline whose marginal probability of text, given the
    /// headline, is above one half.
    ///
    /// The best path misses text that may be a paragraph, a list or a quotation: the probability of text is shared
    /// among several paths, each of which is less probable than one path without text. To give each block its most
    /// probable label minimises the expected number of wrong labels (Goodman, "Parsing algorithms and metrics", 1996).
    /// Text on the best path stays text: to remove it where its marginal probability is below one half did as much harm
    /// as good.
    static func filled(_ best: [PageState], _ scores: LabelScores, _ weights: LabelWeights) -> [PageState] {
        let head = best.firstIndex { $0.part == .story && $0.label == .headline }
        guard let first = head.map({ $0 + 1 }) ?? best.firstIndex(where: \.isStoryText) else { return best }
        let chain = LabelChain(scores, weights, nil, isList: false)
        let texts = chain.states.indices.filter { PageState.all[chain.states[$0]].isStoryText }
        var states = best
        chain.walk(after: head.map { ($0, best[$0]) }) { block, shares in
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
