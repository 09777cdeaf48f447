/// Reads an item's fields from the blocks that the segmenter gave it, and says where each was read.
struct ItemReader {
    /// The most characters of a title.
    ///
    /// A longer line is hardly a headline, but it is cut rather than left out, so that its text is not lost.
    static let longestTitle = 1000

    let list: BlockList
    let bylines: BylineList
    let layout: LayoutMatches?
    /// How the network scored the page's blocks; nil where a layout divided the page.
    let scores: LabelPass.Scores?
    let dates: PageDateOrder
    let outlets: OutletProof
    /// The page's own date, from which words such as "yesterday" are counted.
    var pageOn: CalendarDate?
    /// The day on which the page was read; a date more than one day later is not an item's.
    var visitedOn: CalendarDate?

    init(list: BlockList, bylines: BylineList, layout: LayoutMatches?, scores: LabelPass.Scores? = nil) {
        self.list = list
        self.bylines = bylines
        self.layout = layout
        self.scores = scores
        dates = PageDateOrder(bylines.values)
        outlets = OutletProof(list, bylines)
    }

    /// Reads one item.
    func item(_ section: SegmenterOutline.Section) -> Item {
        let body = body(section.body)
        var item = Item(kind: section.kind, title: nil, body: body, bytes: bytes(of: section))
        readTitle(section, into: &item)
        item.language = Language.code(of: body.utf8.count >= 40 ? body : "\(item.title ?? "") \(body)")
        let footer = section.footer.flatMap { index in layout?.footers[index].map { (index, $0) } }
        if let (index, match) = footer { readFooter(Footer(match), at: index, rule: match.rule, into: &item) }
        readBylines(section, into: &item)
        readNames(section, into: &item)
        readDateline(section, into: &item)
        if let first = section.body.first, let last = section.body.last {
            let range = list.blocks[first].range.lowerBound..<list.blocks[last].range.upperBound
            add("body", by: section.kind == .teaser ? "summary" : "body", range, to: &item)
        }
        // Some evidence lies outside the section's blocks: a note on the author stands below the text, and belongs to
        // the item all the same.
        let lower = item.evidence.reduce(item.bytes.lowerBound) { min($0, $1.bytes.lowerBound) }
        let upper = item.evidence.reduce(item.bytes.upperBound) { max($0, $1.bytes.upperBound) }
        item.bytes = lower..<upper
        return item
    }

    /// Joins the text of blocks: with a blank line between those that stand apart, with a line break between the
    /// others.
    private func body(_ blocks: [Int]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(blocks.reduce(0) { $0 + list.blocks[$1].range.count + 2 })
        var previous: Int?
        for index in blocks {
            if let previous {
                let isClose = previous == index - 1 && !list.blocks[index].isSeparate
                text.append(contentsOf: isClose ? [0x0A] : [0x0A, 0x0A])
            }
            list.append(index, to: &text)
            previous = index
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func bytes(of section: SegmenterOutline.Section) -> Range<Int> {
        let blocks = section.blocks
        guard let first = blocks.min(), let last = blocks.max() else { return 0..<0 }
        let lower = list.source.bytes(of: list.blocks[first].range).lowerBound
        let upper = list.source.bytes(of: list.blocks[last].range).upperBound
        return lower..<max(lower, upper)
    }

    private func readTitle(_ section: SegmenterOutline.Section, into item: inout Item) {
        guard let index = section.title else { return }
        var text = list.text(index)
        for rest in section.titleRest {
            text.append(0x20)
            list.append(rest, to: &text)
        }
        item.title = BlockText.cut(String(decoding: text, as: UTF8.self), toCharacters: ItemReader.longestTitle)
        let last = section.titleRest.last ?? index
        let range = list.blocks[index].range.lowerBound..<list.blocks[last].range.upperBound
        add("title", by: "headline", range, to: &item)
        for line in section.repeats {
            let repeated = list.text(line)
            guard case .kicked(let range) = Kicker.repeat(of: text, in: repeated) else { continue }
            let kicker = String(decoding: repeated[range], as: UTF8.self)
            guard !item.categories.contains(kicker) else { continue }
            item.categories.append(kicker)
            add("categories", by: "kicker", place(of: range, in: line), to: &item)
        }
    }

    private func readFooter(_ footer: Footer, at index: Int, rule: String, into item: inout Item) {
        func add(_ field: String, _ range: Range<Int>) {
            self.add(field, by: rule, place(of: range, in: index), to: &item)
        }
        if let found = footer.postedOn, let day = DateReader.day(of: found.meaning, order: dates.order, near: nil) {
            item.postedOn = day.text
            add("posted_on", found.range)
        }
        if let found = footer.publishedOn, let day = DateReader.day(of: found.meaning, order: dates.order, near: nil) {
            item.publishedOn = day.text
            add("published_on", found.range)
        }
        if let authors = footer.authors, !authors.value.isEmpty {
            item.authors = authors.value
            add("authors", authors.range)
        }
        if let categories = footer.categories, !categories.value.isEmpty {
            item.categories = categories.value
            add("categories", categories.range)
        }
        if let count = footer.tagCount {
            item.tagCount = count.value
            add("tag_count", count.range)
        }
        if let count = footer.commentCount {
            item.commentCount = count.value
            add("comment_count", count.range)
        }
    }
}
