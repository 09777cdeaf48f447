extension Segmenter {
    /// Headlines of fewer words, without a text, are menu words.
    static let leastBareHeadline = 4

    /// Reads a page that has no running text at all: it has no story, and its headlines point to stories elsewhere.
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
