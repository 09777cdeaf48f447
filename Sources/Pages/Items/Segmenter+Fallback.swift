extension Segmenter {
    /// A headline without text and with fewer words than this is a menu entry.
    static let leastBareHeadline = 4

    /// Reads a page on which the labels show no item, so that nothing is refused that somebody may have written: its
    /// running text is one article without a title, and where it has none, its headlines are teasers.
    mutating func readWhatIsThere() {
        let text = list.indices.filter { observations.shapes[$0].isProse }
        guard !text.isEmpty else { return readBareHeadlines() }
        add(SegmenterOutline.Section(kind: .article, title: nil, body: text))
    }

    /// Gives the page's only item, where it has no headline, the line right above its text if that looks like one.
    ///
    /// The network knows few pages of two or three lines, and takes their headline for a menu's entry.
    mutating func addMissingHeadline() {
        guard outline.sections.count == 1, outline.sections[0].title == nil, let first = outline.sections[0].body.first,
            first > 0, !taken[first - 1]
        else { return }
        switch observations.shapes[first - 1] {
        case .headline, .shortHeadline, .heading: break
        default: return
        }
        outline.sections[0].title = first - 1
        taken[first - 1] = true
    }

    /// Makes teasers of the headlines of a page on which no item was found, such as a page without running text.
    ///
    /// These headlines point to stories elsewhere. Without this rule such a page would be refused.
    private mutating func readBareHeadlines() {
        for index in list.indices where isBareHeadline(index) {
            var section = SegmenterOutline.Section(kind: .teaser, title: index)
            let next = index + 1
            if next < list.count, bylines[next] != nil { section.bylines.append(next) }
            add(section)
        }
    }

    private func isBareHeadline(_ index: Int) -> Bool {
        switch observations.shapes[index] {
        case .headline: !list.blocks[index].isListed && list.statistics[index].words >= Segmenter.leastBareHeadline
        case .heading: list.statistics[index].words >= Segmenter.leastBareHeadline
        default: false
        }
    }
}
