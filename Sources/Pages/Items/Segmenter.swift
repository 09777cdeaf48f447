/// Finds the items of a page from the labels of its blocks.
///
/// Where a layout knows the lines that close posts, those say where each ends; otherwise the labels do.
struct Segmenter {
    /// Items beyond this number are not looked for.
    static let mostItems = 5000
    /// An item of fewer words, all of its lines together, tells nothing.
    private static let leastWords = 3
    /// The most words of a notice that stands in the midst of a text, such as "Advertisement"; a longer one may be text.
    private static let longestNotice = 3
    let list: BlockList
    let observations: Observations
    let layout: LayoutMatches?
    private(set) var bylines: BylineList
    var outline = SegmenterOutline()
    /// Blocks that an item or a field of the page has taken.
    var taken: [Bool]
    /// How the blocks were labelled; nil where the footers of a layout divided the page into posts.
    private(set) var labelled: LabelledPage?

    init(_ observations: Observations, _ layout: LayoutMatches?) {
        list = observations.list
        self.observations = observations
        bylines = observations.bylines
        self.layout = layout
        taken = [Bool](repeating: false, count: list.count)
    }

    /// Reads the whole page.
    mutating func outlined(_ network: LabelNetwork) -> SegmenterOutline {
        if let layout, !layout.footers.isEmpty {
            readClosedPosts(layout)
            return outline
        }
        let labelled = LabelledPage(observations, network)
        self.labelled = labelled
        bylines = bylines.labelled(labelled, list, layout)
        read(DateSide.aligned(labelled.labels, bylines, labelled.scores))
        return outline
    }

    /// Makes items and page fields from the labels.
    mutating func read(_ labels: [BlockLabel]) {
        readItems(labels)
        if outline.sections.isEmpty { readWhatIsThere() }
        addMissingHeadline()
        agreeOnKinds()
        readTitleLine()
        readHead()
        addNearbyBylines()
    }

    /// Makes items from the labels, block by block.
    private mutating func readItems(_ labels: [BlockLabel]) {
        var above: [Int] = []
        var section: SegmenterOutline.Section?
        // A block of no width shows nothing, such as a link without words: it is part of no item.
        for index in labels.indices where list.statistics[index].width > 0 {
            let label = labels[index]
            switch label {
            case .outside:
                close(&section, labels)
                above = []
            case .above:
                close(&section, labels)
                above.append(index)
            case .headline, .opening:
                close(&section, labels)
                section = SegmenterOutline.Section(kind: .article, title: label == .headline ? index : nil)
                for line in above { section?.add(line, bylines[line], shape(line)) }
                above = []
                if label == .opening { section?.body.append(index) }
            case .continued: section?.titleRest.append(index)
            // A picture's alternative text and its caption in one line are never text.
            case .paragraph where observations.shapes[index] == .caption: section?.aside.append(index)
            case .paragraph, .summary: addText(index, to: &section)
            case .aside, .facts, .footer: add(index, to: &section)
            }
        }
        close(&section, labels)
    }

    /// What a line looks like; a name that the network says is not the author's is none.
    func shape(_ index: Int) -> BlockShape {
        let shape = observations.shapes[index]
        return shape == .name && !mayNameAuthor(index) ? .heading : shape
    }

    /// Whether the network says that a line names its item's author; true where no network read the page.
    func mayNameAuthor(_ index: Int) -> Bool {
        labelled.map { $0.scores.author[index] >= BylineList.leastOdds } ?? true
    }

    /// Adds text; a line that repeats the headline, with or without a kicker before it, is none.
    private func addText(_ index: Int, to section: inout SegmenterOutline.Section?) {
        if observations.shapes[index] == .notice, list.statistics[index].words <= Segmenter.longestNotice { return }
        if let title = section?.title, section?.body.isEmpty == true, repeats(title, index) {
            section?.repeats.append(index)
        } else {
            section?.body.append(index)
        }
    }

    /// Adds a line that is no text; what every site prints belongs to no item, wherever it stands.
    private func add(_ index: Int, to section: inout SegmenterOutline.Section?) {
        if observations.shapes[index] == .notice, bylines[index] == nil { return }
        if let title = section?.title, section?.body.isEmpty == true, repeats(title, index) {
            section?.repeats.append(index)
        } else if isCaption(index) {
            // The day in a caption is the picture's.
            section?.aside.append(index)
        } else {
            section?.add(index, bylines[index], shape(index))
        }
    }

    private mutating func close(_ section: inout SegmenterOutline.Section?, _ labels: [BlockLabel]) {
        guard var closed = section else { return }
        section = nil
        var words = (article: 0, teaser: 0)
        for block in closed.body {
            if labels[block] == .summary {
                words.teaser += list.statistics[block].words
            } else if labels[block] == .paragraph {
                words.article += list.statistics[block].words
            }
        }
        if closed.body.isEmpty || words.teaser > words.article { closed.kind = .teaser }
        let all = closed.blocks.reduce(0) { $0 + list.statistics[$1].words }
        // A page of letters could have an item for every four of its bytes, and an item takes a thousand.
        guard all >= Segmenter.leastWords else { return }
        add(closed)
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
        if isDateAlone(first), first + 1 < list.count, bylines[first + 1]?.names != true, !isDatedAbove,
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

    /// Whether several items have their dates above their headlines; then the first line's is the first item's.
    private var isDatedAbove: Bool {
        outline.sections.count { section in section.bylines.contains { $0 < section.title ?? 0 && isDateAlone($0) } }
            > 1
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
