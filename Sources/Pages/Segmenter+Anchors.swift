extension Segmenter {
    /// A headline with a byline or a date right below it: the surest sign of an item.
    struct Anchor {
        let title: Int
        let byline: Int
        /// The date above the headline, where the page sets it there.
        var date: Int?

        /// The first block of the item.
        var first: Int { date ?? title }
    }

    /// How many words a standfirst between headline and byline may have.
    private static let longestStandfirst = 60

    /// The anchors from a block on, none sharing a byline.
    func anchors(from start: Int) -> [Anchor] {
        if isDatedAbove(from: start) { return anchorsBelowDates(from: start) }
        var anchors: [Anchor] = []
        var index = start
        while index < list.count {
            guard labels[index] == .headline, !isCommentHead(index), let byline = byline(below: index) else {
                index += 1
                continue
            }
            if let last = anchors.last, repeatsDate(of: last.byline, byline) {
                index = byline + 1
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

    /// Whether a date on a line of its own is that of the byline before: it closes that post and opens no other.
    private func repeatsDate(of byline: Int, _ index: Int) -> Bool {
        guard isDateAlone(index), let one = bylines[byline], one.names else { return false }
        return one.date?.reading == bylines[index]?.date?.reading
    }

    /// Whether a line opens a reader's comment: "Ada Marsh says:", "Ada Marsh wrote".
    private func isCommentHead(_ index: Int) -> Bool {
        guard list.features[index].words <= 6 else { return false }
        let line = BlockText.lowercased(list.text(index))
        return ["says", "says:", "said:", "wrote:", "sagt:", "schreibt:", "dit :", "dice:"].contains { ending in
            line.suffix(ending.utf8.count + 1).elementsEqual(" \(ending)".utf8)
        }
    }

    /// Whether the page's dates stand above the headlines they belong to.
    ///
    /// Above its headline a date follows the post before; below it, it follows the headline. The page keeps to one way.
    func isDatedAbove(from start: Int) -> Bool {
        var above = 0
        var below = 0
        var signed = 0
        for index in list.indices.dropFirst(start).dropLast() where isDateAlone(index) {
            let follows = index > start && labels[index - 1] == .headline
            // A reader's comment has its writer's name above its date.
            let isSigned = index > start && labels[index - 1] == .fragment && list.features[index - 1].letters > 0
            if isSigned || index > start && labelling.isName(index - 1) { signed += 1 }
            if labels[index + 1] == .headline, !follows { above += 1 }
            if follows { below += 1 }
        }
        return above >= 3 && above > below * 2 && above > signed * 2
    }

    private func anchorsBelowDates(from start: Int) -> [Anchor] {
        list.indices.dropFirst(start).dropLast()
            .filter { isDateAlone($0) && labels[$0 + 1] == .headline }
            .map { Anchor(title: $0 + 1, byline: $0 + 1, date: $0) }
    }

    /// The line that heads an anchor, where the one right above its byline is a name, a role or a standfirst.
    func betterTitle(than title: Int, above byline: Int, from start: Int, margin: Int = 12) -> Int {
        let words = headlines.words(below: byline)
        let lowest = max(start, title - 4)
        var best = (score: headlines.score(title, below: byline, sharing: words, from: start) + margin, index: title)
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
        let ends = anchors.dropFirst().map(\.first) + [list.count]
        let words = zip(anchors, ends).map { proseWords($0.title..<$1) }
        let all = words.reduce(0, +)
        // Four posts with a few words each are a list, however long one of them is.
        let isList = words.count { $0 >= 12 } >= 4 && (words.max() ?? 0) * 20 < all * 17
        if !isList, let most = words.max(), let main = words.firstIndex(of: most),
            words.count(where: { $0 >= 60 }) <= 1,
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
        guard all >= 20 || anchors.count >= 3 else { return readStory(from: start, anchor: nil) }
        for (anchor, end) in zip(anchors, ends) {
            let stop = end == list.count ? storyEnd(from: anchor.byline + 1) : end
            addPost(anchor, upTo: max(stop, anchor.byline + 1))
        }
        readTeasers(list.indices, atLeast: 2)
    }

    private mutating func addPost(_ anchor: Anchor, upTo end: Int) {
        var section = SegmenterOutline.Section(kind: .article, title: anchor.title)
        if let date = anchor.date { section.bylines.append(date) }
        fill(&section, with: anchor.title + 1..<max(anchor.title + 1, end), keepsAll: false)
        section.kind = Segmenter.kind(ofWords: proseWords(anchor.title..<end), paragraphs: section.body.count)
        add(section)
    }

    /// A post of a sentence or two only points to its story.
    static func kind(ofWords words: Int, paragraphs: Int) -> Item.Kind {
        words >= 80 || paragraphs >= 3 && words >= 50 ? .article : .teaser
    }
}
