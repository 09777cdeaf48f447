/// Finds the items of a page from the labels of its blocks.
///
/// Where a layout knows the lines that close posts, those say where each ends; otherwise the labels do.
struct Segmenter {
    /// Items beyond this number are not looked for.
    static let mostItems = 5000
    let list: BlockList
    let observations: Observations
    let layout: LayoutMatches?
    let bylines: BylineList
    var outline = SegmenterOutline()
    /// Blocks that an item or a field of the page has taken.
    var taken: [Bool]
    /// How the blocks were labelled; nil where the footers of a layout divided the page into posts.
    private(set) var decision: PageDecision?

    init(_ observations: Observations, _ layout: LayoutMatches?) {
        list = observations.list
        self.observations = observations
        bylines = observations.bylines
        self.layout = layout
        taken = [Bool](repeating: false, count: list.count)
    }

    /// Reads the whole page.
    mutating func outlined(_ weights: LabelWeights, isList: Bool? = nil) -> SegmenterOutline {
        if let layout, !layout.footers.isEmpty {
            readClosedPosts(layout)
            return outline
        }
        let decision = PageDecision(observations, weights, isList: isList)
        self.decision = decision
        read(decision.states)
        return outline
    }

    /// Makes items and page fields from the labels.
    mutating func read(_ states: [PageState]) {
        if outline.sections.isEmpty, observations.prose(0, list.count) > 0 { readItems(states) }
        if outline.sections.isEmpty { readBareHeadlines() }
        addMissingHeadline()
        leavePoints()
        dropNoticesAfter()
        readTitleLine()
        readHead()
        addNearbyBylines()
    }

    /// Makes items from the labels, block by block.
    private mutating func readItems(_ states: [PageState]) {
        var above: [Int] = []
        var section: SegmenterOutline.Section?
        var isOfList = false
        // A block of no width shows nothing, such as a link without words: it is part of no item.
        for index in states.indices where list.statistics[index].width > 0 {
            let state = states[index]
            switch state.label {
            case .above:
                close(&section, isOfList, before: index)
                above.append(index)
            case .headline:
                close(&section, isOfList, before: index)
                section = SegmenterOutline.Section(kind: .article, title: index)
                isOfList = state.part == .list
                for line in above { add(line, as: .byline, to: &section) }
                above = []
            case .teaser:
                close(&section, isOfList, before: index)
                section = SegmenterOutline.Section(kind: .teaser, title: index)
                isOfList = false
            case .summary:
                section?.body.append(index)
            case .navigation, .boilerplate:
                close(&section, isOfList, before: index)
                above = []
            default:
                if section == nil, state.label.isText {
                    section = SegmenterOutline.Section(kind: .article, title: nil)
                    for line in above { add(line, as: .byline, to: &section) }
                    above = []
                }
                add(index, as: state.label, to: &section)
            }
        }
        close(&section, isOfList, before: states.count)
    }

    private func add(_ index: Int, as label: BlockLabel, to section: inout SegmenterOutline.Section?) {
        if section?.body.isEmpty == true, ![.byline, .paragraph].contains(label), repeatsTitle(index, section) {
            section?.repeats.append(index)
            return
        }
        if label.isText, isTitleAgain(index, section) { return }
        if label.isText, isTwice(index) {
            leaveTwice(index, &section)
            return
        }
        switch label {
        case .paragraph, .subheading, .quote, .list: section?.body.append(index)
        case .byline, .footer:
            if bylines[index] != nil {
                section?.bylines.append(index)
            } else if observations.shapes[index] == .name {
                section?.names.append(index)
            } else {
                section?.aside.append(index)
            }
        case .caption, .note: section?.aside.append(index)
        // A line within an item that is not its text is left out like other boilerplate.
        default: break
        }
    }

    /// Whether a block has the same letters as its section's headline, which some converters print again below the
    /// text.
    private func isTitleAgain(_ index: Int, _ section: SegmenterOutline.Section?) -> Bool {
        section?.title.map { isSame($0, index) } ?? false
    }

    /// Leaves a line that is printed twice out of the text: it is a picture's alternative text and its caption.
    ///
    /// The first of the two is left out as well, unless it is the only text of the item so far.
    private func leaveTwice(_ index: Int, _ section: inout SegmenterOutline.Section?) {
        guard var body = section?.body else { return }
        section?.aside.append(index)
        guard body.count > 1, body.last == index - 1 else { return }
        body.removeLast()
        section?.body = body
        section?.aside.append(index - 1)
    }

    /// A line with fewer words than this may be repeated for other reasons.
    private static let leastTwice = 4

    /// Whether a block repeats the one before it.
    private func isTwice(_ index: Int) -> Bool {
        index > 0 && list.statistics[index].words >= Segmenter.leastTwice && isSame(index - 1, index)
    }

    private func isSame(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (list.statistics[one], list.statistics[other])
        return one.fold == other.fold && one.letters == other.letters
    }

    /// Whether a block repeats its section's headline, with or without a kicker before it.
    private func repeatsTitle(_ index: Int, _ section: SegmenterOutline.Section?) -> Bool {
        section?.title.map { repeats($0, index) } ?? false
    }

    private mutating func close(_ section: inout SegmenterOutline.Section?, _ isOfList: Bool, before end: Int) {
        guard var closed = section else { return }
        section = nil
        let isHeaded = closed.title.map { list.statistics[$0].words >= Segmenter.leastBareHeadline } ?? false
        // A post whose text is not shown has only its headline and its date; then the headline may be short.
        guard !closed.body.isEmpty || isHeaded || closed.title != nil && !closed.bylines.isEmpty else { return }
        if isOfList || closed.body.isEmpty { closed.kind = kind(of: closed.body) }
        if !isOfList { bareTitle(&closed, before: end) }
        add(closed)
    }

    /// The most bytes of letters in a path of sections before a headline.
    private static let longestPath = 400
    /// Where the bare headline stands, in blocks below (or, if negative, above) the one with a path.
    private static let nearTitle = -3...8

    /// Replaces a headline that has a path of sections before it by the bare headline, where the page prints both.
    ///
    /// Blocks that an earlier item has taken stay with it, and blocks after this item may be the next one's.
    private func bareTitle(_ section: inout SegmenterOutline.Section, before end: Int) {
        guard let title = section.title else { return }
        let text = list.text(title)
        let bare = Segmenter.nearTitle.lazy.map { title + $0 }.first { index in
            guard (0..<end).contains(index), index != title, !taken[index],
                [.headline, .shortHeadline, .heading].contains(observations.shapes[index]),
                list.statistics[index].words >= 2, list.statistics[index].letters < list.statistics[title].letters,
                case .kicked = Kicker.repeat(of: list.text(index), in: text, longest: Segmenter.longestPath),
                !section.body.contains(index)
            else { return false }
            return true
        }
        guard let bare else { return }
        section.repeats.removeAll { $0 == bare }
        section.repeats.insert(title, at: 0)
        section.title = bare
    }

    /// The kind of a post by the length of its text: a post of a sentence or two only points to its story.
    private func kind(of body: [Int]) -> Item.Kind {
        let words = body.reduce(0) { $0 + list.statistics[$1].words }
        return words >= 80 || body.count >= 3 && words >= 50 ? .article : .teaser
    }

    mutating func add(_ section: SegmenterOutline.Section) {
        guard outline.sections.count < Segmenter.mostItems else { return }
        for block in section.blocks { taken[block] = true }
        outline.sections.append(section)
    }

    /// Reads what stands above all items: the page's date, and on the line above it the site's name.
    private mutating func readHead() {
        guard let first = list.indices.first(where: { observations.shapes[$0] != .notice }) else { return }
        // The page's own date is the day on which it was rendered; a date with a time of day is a story's.
        // A byline right below it makes it that story's too.
        if isDateAlone(first), first + 1 < list.count, bylines[first + 1]?.names != true, !observations.isDatedAbove,
            !list.text(first).contains(UInt8(ascii: ":")),
            takesDate(first)
        {
            outline.pageDate = first
            return
        }
        // On the second line, below the site's name, a date is the page's unless the headline of its item stands above
        // it: a story's own date stands between the story's headline and its text.
        let next = first + 1
        guard next < list.count, !taken[first], isDateAlone(next), isSiteName(first), takesDate(next) else { return }
        outline.site = first
        outline.pageDate = next
        taken[first] = true
    }

    /// Takes a date for the page's own; false where it belongs to an item whose headline stands above it.
    private mutating func takesDate(_ index: Int) -> Bool {
        if taken[index] {
            guard let owner = outline.sections.firstIndex(where: { $0.bylines.contains(index) }),
                let title = outline.sections[owner].title, title > index
            else { return false }
            outline.sections[owner].bylines.removeAll { $0 == index }
        }
        taken[index] = true
        return true
    }

    func isDateAlone(_ index: Int) -> Bool {
        guard let byline = bylines[index] else { return false }
        return byline.date != nil && !byline.names
    }

    private func isSiteName(_ index: Int) -> Bool {
        let statistics = list.statistics[index]
        return statistics.words <= 5 && statistics.capitalised * 2 > statistics.words && !statistics.endsSentence
            && bylines[index] == nil && !observations.signs[index].contains(.bylineOpening)
    }

    /// Words of running text in a stretch of blocks.
    func proseWords(_ range: Range<Int>) -> Int { observations.prose(range.lowerBound, range.upperBound) }
}
