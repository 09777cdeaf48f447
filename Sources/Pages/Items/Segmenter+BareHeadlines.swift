extension Segmenter {
    /// A headline without text and with fewer words than this is a menu entry.
    static let leastBareHeadline = 4

    /// Makes teasers of the headlines of a page on which no item was found, such as a page without running text: these
    /// headlines point to stories elsewhere.
    mutating func readBareHeadlines() {
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
