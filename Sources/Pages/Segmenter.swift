/// Finds the items of a page: which block is a headline, which belong to it, and which belong to nothing.
///
/// Three ways are tried, surest first: posts closed by footers that a layout knows; posts that each have a byline or a
/// date under their headline; and one story with, perhaps, teasers around it, or teasers alone.
struct Segmenter {
    /// Items beyond this number are not looked for.
    static let mostItems = 5000

    let list: BlockList
    let labelling: Labelling
    let labels: [Labelling.Label]
    let bylines: [Int: Byline]
    let layout: LayoutReading?
    let headlines: HeadlineEvidence
    var outline = SegmenterOutline()
    /// Blocks that an item or a field of the page has taken.
    var taken: [Bool]

    init(_ list: BlockList, _ labelling: Labelling, _ layout: LayoutReading?) {
        self.list = list
        self.labelling = labelling
        labels = labelling.labels
        headlines = HeadlineEvidence(list, labelling)
        bylines = labelling.bylines
        self.layout = layout
        taken = [Bool](repeating: false, count: list.count)
    }

    /// Reads the whole page.
    mutating func outlined() -> SegmenterOutline {
        if let layout, !layout.footers.isEmpty {
            readClosedPosts(layout)
            return outline
        }
        let start = readHead()
        let anchors = anchors(from: start)
        if anchors.count >= 2 {
            readAnchoredPosts(anchors)
        } else {
            readStory(from: start, anchor: anchors.first)
        }
        outline.sections.sort { ($0.title ?? $0.body.first ?? 0) < ($1.title ?? $1.body.first ?? 0) }
        addNearbyBylines()
        return outline
    }

    /// Reads what stands above all items: the page's date, and the site's name above it.
    ///
    /// - Returns: the first block that may belong to an item.
    private mutating func readHead() -> Int {
        guard let first = list.indices.first(where: { labels[$0] != .boilerplate }) else { return list.count }
        // The page's own date is the day it was rendered; a time of day beside it is that of a story.
        if isDateAlone(first), first + 1 < list.count, !list.text(first).contains(UInt8(ascii: ":")),
            !isDatedAbove(from: first)
        {
            outline.pageDate = first
            taken[first] = true
            return first + 1
        }
        // A date on the second line is the page's where a headline follows it: under a story's own headline and
        // date there follows its text.
        let next = first + 1
        guard next + 1 < list.count, isDateAlone(next), labels[next + 1] == .headline, isSiteName(first) else {
            return first
        }
        outline.site = first
        outline.pageDate = next
        taken[first] = true
        taken[next] = true
        return next + 1
    }

    func isDateAlone(_ index: Int) -> Bool {
        guard labels[index] == .byline, let byline = bylines[index] else { return false }
        return byline.date != nil && !byline.names
    }

    private func isSiteName(_ index: Int) -> Bool {
        let features = list.features[index]
        return features.words <= 5 && features.capitalised * 2 > features.words && !features.endsSentence
    }

    mutating func add(_ section: SegmenterOutline.Section) {
        guard outline.sections.count < Segmenter.mostItems else { return }
        for block in section.blocks { taken[block] = true }
        outline.sections.append(section)
    }

    /// Words of running text in a stretch of blocks.
    func proseWords(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 + (labels[$1] == .prose ? list.features[$1].words : 0) }
    }
}
