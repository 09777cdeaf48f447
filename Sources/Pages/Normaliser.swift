/// Reads house text into a page: blocks, page parts, items with fields and evidence.
///
/// Pure: no clock, no input, no output.
package struct Normaliser: Sendable {
    /// Names the rules that read a page; a change in what any page comes out as changes it.
    package static let version = "copydesk/2"

    let layouts: [Layout]

    package init(layouts: [Layout]) {
        self.layouts = layouts
    }

    /// Reads one page.
    ///
    /// - Throws: `Refusal` with `.noItem` where no article and no teaser was found.
    package func read(_ text: SourceText) throws(Refusal) -> Page {
        let list = BlockList(text)
        let layout = LayoutReading.best(of: layouts, for: list)
        let labelling = Labelling(list, layout)
        var segmenter = Segmenter(list, labelling, layout)
        let outline = segmenter.outlined()
        guard !outline.sections.isEmpty else {
            throw Refusal(
                .noItem,
                "No headline with a text or a summary was found in the text's \(list.count) blocks; "
                    + "if the page has a story, save it again with each paragraph on a line of its own."
            )
        }
        let reader = ItemReader(list: list, labelling: labelling, layout: layout)
        var page = page(outline, list, layout)
        page.items = outline.sections.map(reader.item)
        page.boilerplate = list.indices.filter { !segmenter.taken[$0] }.compactMap { index in
            let text = BlockText.cut(list.text(index), to: Boilerplate.keptLength)
            return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
        }
        return page
    }

    private func page(_ outline: SegmenterOutline, _ list: BlockList, _ layout: LayoutReading?) -> Page {
        var page = Page()
        page.layout = layout?.layout.name
        func evidence(_ field: String, _ index: Int, _ rule: String) -> Evidence {
            let range = list.blocks[index].range
            return Evidence(field: field, rule: rule, bytes: list.source.bytes(of: range), raw: list.raw(range))
        }
        let headRule = layout?.layout.name ?? "page.head"
        if let site = outline.site {
            page.site = list.string(site)
            page.evidence.append(evidence("site", site, headRule))
        }
        if let tagline = outline.tagline {
            page.tagline = list.string(tagline)
            page.evidence.append(evidence("tagline", tagline, headRule))
        }
        if let date = outline.pageDate, let found = DateReader.dates(in: list.text(date)).first,
            let day = DateReader.day(of: found.reading, order: nil, near: nil)
        {
            page.pageOn = day.text
            page.evidence.append(evidence("page_on", date, "page.first-line"))
        }
        return page
    }
}
