extension Segmenter {
    /// A headline with a byline or a date right below it: the surest sign of an item.
    struct Anchor {
        let title: Int
        let byline: Int
    }

    /// How many words a standfirst between headline and byline may have.
    private static let longestStandfirst = 60

    /// The anchors from a block on, none sharing a byline.
    func anchors(from start: Int) -> [Anchor] {
        var anchors: [Anchor] = []
        var index = start
        while index < list.count {
            guard labels[index] == .headline, let byline = byline(below: index) else {
                index += 1
                continue
            }
            let above = anchors.last.map { $0.byline + 1 } ?? start
            let isDoubtful = labelling.isName(index) || list.features[index].words <= 3
            let title = isDoubtful ? betterTitle(than: index, above: byline, from: above) : index
            anchors.append(Anchor(title: title, byline: byline))
            index = byline + 1
        }
        return anchors
    }

    /// The line that heads an anchor, where the one right above its byline is a name, a role or a standfirst.
    func betterTitle(than title: Int, above byline: Int, from start: Int) -> Int {
        let words = headlines.words(below: byline)
        let lowest = max(start, title - 4)
        var best = (score: headlines.score(title, below: byline, sharing: words, from: start) + 12, index: title)
        for index in stride(from: title - 1, through: lowest, by: -1) {
            if labels[index] == .prose || labels[index] == .byline { break }
            guard labels[index] == .headline else { continue }
            let score = headlines.score(index, below: byline, sharing: words, from: start)
            if score > best.score { best = (score, index) }
        }
        return best.index
    }

    /// The byline that belongs to a headline: right below it, or below its repeat or its standfirst.
    private func byline(below title: Int) -> Int? {
        var between = 0
        for index in (title + 1)..<min(list.count, title + 4) {
            switch labels[index] {
            case .byline: return index
            case .prose where list.features[index].words <= Segmenter.longestStandfirst && between == 0: between += 1
            case .headline where repeats(title, index): continue
            case .caption, .boilerplate: continue
            default: return nil
            }
        }
        return nil
    }

    /// Reads a page of several posts, each from its headline to the next one's.
    ///
    /// Where one of them holds nearly all the text, the page is that story, and the others are pointers beside it.
    mutating func readAnchoredPosts(_ anchors: [Anchor]) {
        let ends = anchors.dropFirst().map(\.title) + [list.count]
        let words = zip(anchors, ends).map { proseWords($0.title..<$1) }
        let all = words.reduce(0, +)
        if let most = words.max(), let main = words.firstIndex(of: most), words.count(where: { $0 >= 60 }) <= 1,
            most * 10 >= all * 7, most >= 100
        {
            return readStory(from: outline.pageDate.map { $0 + 1 } ?? 0, anchor: anchors[main])
        }
        let start = outline.pageDate.map { $0 + 1 } ?? 0
        // Much text above the first anchor is a story without a byline; the anchors stand beside or below it.
        let above = anchors.first.map { proseWords(start..<max(start, $0.title)) } ?? 0
        if above >= 80, above * 2 >= all, words.count(where: { $0 >= 60 }) <= 2 {
            return readStory(from: start, anchor: nil)
        }
        guard all >= 20 else { return readStory(from: outline.pageDate.map { $0 + 1 } ?? 0, anchor: nil) }
        for (anchor, end) in zip(anchors, ends) {
            let stop = end == list.count ? storyEnd(from: anchor.byline + 1) : end
            addPost(anchor, upTo: max(stop, anchor.byline + 1))
        }
        readTeasers(list.indices, atLeast: 2)
    }

    private mutating func addPost(_ anchor: Anchor, upTo end: Int) {
        var section = SegmenterOutline.Section(kind: .article, title: anchor.title)
        fill(&section, with: anchor.title + 1..<end, keepsAll: false)
        section.kind = Segmenter.kind(ofWords: proseWords(anchor.title..<end), paragraphs: section.body.count)
        add(section)
    }

    /// A post of a sentence or two only points to its story.
    static func kind(ofWords words: Int, paragraphs: Int) -> Item.Kind {
        words >= 80 || paragraphs >= 3 && words >= 50 ? .article : .teaser
    }
}
