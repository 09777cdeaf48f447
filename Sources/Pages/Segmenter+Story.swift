extension Segmenter {
    /// Fewer words of running text than this are no story.
    private static let leastStory = 20

    /// Reads a page with one story on it, teasers before and behind it, or teasers alone.
    mutating func readStory(from start: Int, anchor: Anchor?) {
        if let story = story(from: start, anchor: anchor) {
            let first = min(story.section.title ?? story.range.lowerBound, story.range.lowerBound)
            readTeasers(start..<max(start, first), atLeast: 2)
            add(story.section)
            readTeasers(story.range.upperBound..<list.count, atLeast: 3)
            return
        }
        readTeasers(start..<list.count, atLeast: 1)
        readBareHeadlines(start..<list.count)
        if outline.sections.isEmpty { readRemains(start..<list.count) }
    }

    /// Reads what sentences there are as one article: too little for a story, and yet all that the page says.
    private mutating func readRemains(_ range: Range<Int>) {
        let prose = range.filter { labels[$0] == .prose && !taken[$0] }
        guard let first = prose.first else { return }
        var section = SegmenterOutline.Section(
            kind: .article,
            title: title(for: first..<first + 1, from: range.lowerBound)
        )
        section.body = prose
        add(section)
    }

    private func story(from start: Int, anchor: Anchor?) -> (section: SegmenterOutline.Section, range: Range<Int>)? {
        var range: Range<Int>
        let anchor = anchor.map {
            Anchor(title: betterTitle(than: $0.title, above: $0.byline, from: start, margin: 0), byline: $0.byline)
        }
        if let anchor, proseWords(anchor.title..<list.count) >= Segmenter.leastStory {
            range = anchor.title..<storyEnd(from: anchor.byline + 1)
        } else {
            range = densest(from: start)
            range = withoutPairs(range)
        }
        guard range.count > 0, proseWords(range) >= Segmenter.leastStory else { return nil }
        var section = SegmenterOutline.Section(kind: .article, title: nil)
        section.title = anchor.map(\.title).flatMap { range.contains($0) ? $0 : nil } ?? title(for: range, from: start)
        let first = section.title.map { $0 + 1 } ?? range.lowerBound
        guard first < range.upperBound else { return nil }
        if let title = section.title, title > start, labels[title - 1] == .byline, !taken[title - 1] {
            section.bylines.append(title - 1)
        }
        fill(&section, with: first..<range.upperBound, keepsAll: false)
        return section.body.isEmpty ? nil : (section, range)
    }

    /// What a block adds to a stretch that may be the story: text speaks for it, all else against.
    private func weight(_ index: Int) -> Int {
        switch labels[index] {
        case .prose: min(list.features[index].words, 200)
        // Sections have a hundred words to a heading and more, teasers thirty to a headline.
        case .headline: list.blocks[index].headingLevel > 0 ? -4 : -12
        case .byline, .caption: -4
        case .fragment: list.features[index].words >= 5 ? 0 : -8
        case .boilerplate: list.features[index].words <= 6 && Boilerplate.closes(list.text(index)) ? -60 : -10
        }
    }

    /// The stretch with most text and least else: the greatest sum of weights, found in one pass.
    private func densest(from start: Int) -> Range<Int> {
        var best = (sum: 0, range: start..<start)
        var sum = 0
        var lower = start
        for index in start..<max(start, list.count) {
            if sum <= 0 {
                sum = 0
                lower = index
            }
            sum += weight(index)
            if sum > best.sum { best = (sum, lower..<index + 1) }
        }
        return best.range
    }

    /// Where the story that begins at a block ends: where the sum of weights is greatest.
    func storyEnd(from start: Int) -> Int {
        var best = (sum: Int.min, end: start)
        var sum = 0
        for index in start..<max(start, list.count) {
            sum += weight(index)
            if sum > best.sum, labels[index] == .prose { best = (sum, index + 1) }
            // Far below the best there is no way back: what follows is another page part.
            if best.sum > Int.min, sum < best.sum - 400 { break }
        }
        return withoutPairsBehind(start..<best.end).upperBound
    }

    /// The headline above a stretch of text: near it, of a headline's length, repeated if the page repeats one.
    private func title(for range: Range<Int>, from start: Int) -> Int? {
        let text = range.first { labels[$0] == .prose } ?? range.lowerBound
        let words = headlines.words(below: text)
        var best: (score: Int, index: Int)?
        for index in stride(from: text - 1, through: max(start, text - 40), by: -1) {
            guard labels[index] == .headline || labels[index] == .fragment && list.features[index].words >= 3 else {
                continue
            }
            var score = headlines.score(index, below: text, sharing: words, from: start)
            if index + 1 < text, repeats(index, index + 1) { score += 20 }
            if score > best?.score ?? Int.min { best = (score, index) }
        }
        return best?.index
    }
}
