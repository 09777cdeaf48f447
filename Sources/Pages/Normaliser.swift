/// Reads normalised text into a page: blocks, page parts, items with fields and evidence.
///
/// Pure: no clock, no input, no output.
package struct Normaliser: Sendable {
    /// The version of the rules that read a page; it changes whenever the result for any page changes.
    package static let version = "copydesk/16"

    let layouts: [Layout]
    private let beginnings: LayoutBeginnings

    /// Nil stands for the shipped network: its table is then parsed with the first page and not at every start.
    private let taught: LabelNetwork?
    var network: LabelNetwork { taught ?? .shipped }

    package init(layouts: [Layout], network: LabelNetwork? = nil) {
        self.layouts = layouts
        beginnings = LayoutBeginnings(layouts)
        taught = network
    }

    /// Reads one page.
    ///
    /// - Parameters:
    ///   - text: the page's text.
    ///   - visitedOn: the day on which the page was visited, where that is known; later dates are not accepted.
    /// - Returns: the page's parts and its items.
    /// - Throws: `Refusal` with `.noItem` where no article and no teaser was found.
    package func read(
        _ text: SourceText,
        visitedOn: CalendarDate? = nil
    ) throws(Refusal) -> Page {
        var segmenter = segmenter(text)
        guard !segmenter.outlined(network).sections.isEmpty else {
            throw Normaliser.noItem(in: segmenter.list)
        }
        return page(segmenter, visitedOn: visitedOn)
    }

    /// Splits a text into blocks and observes them, ready to be grouped into items.
    func segmenter(_ text: SourceText) -> Segmenter {
        let list = BlockList(text)
        let layout = LayoutMatches.best(of: layouts, beginnings, for: list)
        // With a layout nothing is removed: its rules may be written for the very lines that look like an interjection.
        guard layout == nil else { return Segmenter(Observations(list, layout), layout) }
        return Segmenter(Observations((consume list).withoutInterjection(), nil), nil)
    }

    static func noItem(in list: BlockList) -> Refusal {
        Refusal(
            .noItem,
            "No headline with a text or a summary was found in the text's \(list.count) blocks; "
                + "if the page has a story, save it again with each paragraph on a line of its own."
        )
    }

    /// Builds the page from its grouped blocks.
    ///
    /// - Parameters:
    ///   - segmenter: the page's blocks, grouped into items and page fields.
    ///   - visitedOn: the day on which the page was visited.
    ///   - boilerplate: the lines that belong to no item and no page field; nil where they are still to be listed.
    /// - Returns: the page's parts and its items.
    func page(_ segmenter: Segmenter, visitedOn: CalendarDate?, boilerplate: [String]? = nil) -> Page {
        let list = segmenter.list
        let scores = segmenter.labelled?.scores
        var reader = ItemReader(list: list, bylines: segmenter.bylines, layout: segmenter.layout, scores: scores)
        var page = page(segmenter.outline, reader)
        reader.pageOn = page.pageOn.flatMap(CalendarDate.init(text:))
        reader.visitedOn = visitedOn
        page.items = segmenter.outline.sections.map(reader.item)
        page.boilerplate = boilerplate ?? lines(of: segmenter)
        return page
    }

    /// The lines that belong to no item and no page field, each cut to `Boilerplate.keptLength` bytes.
    private func lines(of segmenter: Segmenter) -> [String] {
        let list = segmenter.list
        var lines: [String] = []
        lines.reserveCapacity(segmenter.taken.count { !$0 } + 1)
        for index in list.indices where !segmenter.taken[index] {
            if list.blocks[index].range.count <= Boilerplate.keptLength {
                let line = list.string(index)
                if !line.isEmpty { lines.append(line) }
                continue
            }
            let text = BlockText.cut(list.text(index), to: Boilerplate.keptLength)
            if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
        }
        if let interjection = list.interjection {
            lines.append(String(decoding: list.text(of: interjection), as: UTF8.self))
        }
        return lines
    }

    private func page(_ outline: SegmenterOutline, _ reader: ItemReader) -> Page {
        let list = reader.list
        var page = Page()
        page.layout = reader.layout?.layout.name
        func evidence(_ field: String, _ index: Int, _ rule: String, _ part: Range<Int>? = nil) -> Evidence {
            list.evidence(field, by: rule, part.map { reader.place(of: $0, in: index) } ?? list.blocks[index].range)
        }
        let headRule = reader.layout?.layout.name ?? "page.head"
        if let site = outline.site, let part = outline.siteRange {
            page.site = String(decoding: list.text(site)[part], as: UTF8.self)
            page.evidence.append(evidence("site", site, "page.title-line", part))
        } else if let site = outline.site {
            page.site = list.string(site)
            page.evidence.append(evidence("site", site, headRule))
        }
        if let tagline = outline.tagline {
            page.tagline = list.string(tagline)
            page.evidence.append(evidence("tagline", tagline, headRule))
        }
        if let date = outline.pageDate, let found = DateReader.dates(in: list.text(date)).first,
            let day = DateReader.day(of: found.meaning, order: nil, near: nil)
        {
            page.pageOn = day.text
            page.evidence.append(evidence("page_on", date, "page.first-line"))
        }
        return page
    }
}
