extension Segmenter {
    /// How far above an untitled story its headline may stand.
    private static let above = 3
    /// The most lines in the head of an untitled story.
    private static let longestHead = 12
    private static let leastWords = 2

    /// Gives the page's only story a headline where the labels found none.
    ///
    /// A notice above the headline may be labelled as text. Then the story begins too early, and its headline stands
    /// among the lines beside its text. The longest such line above the first paragraph becomes the headline, and
    /// blocks of text above it are taken out of the story.
    mutating func addMissingHeadline() {
        guard outline.sections.count == 1, let section = outline.sections.first, section.kind == .article,
            section.title == nil, let first = section.body.first
        else { return }
        let text = section.body.first { observations.shapes[$0] == .longProse } ?? first
        let lower = max(0, first - Segmenter.above)
        let candidates = (lower..<max(lower, min(text, first + Segmenter.longestHead))).filter { index in
            isHeadline(index, in: section, isBeside: index == first - 1)
        }
        let headline = candidates.max { list.statistics[$0].letters < list.statistics[$1].letters }
        guard let headline else { return }
        let early = section.body.filter { $0 < headline }
        outline.sections[0].title = headline
        outline.sections[0].aside.removeAll { $0 == headline }
        outline.sections[0].body.removeAll { $0 < headline }
        for block in early { taken[block] = false }
        taken[headline] = true
    }

    private func isHeadline(_ index: Int, in section: SegmenterOutline.Section, isBeside: Bool) -> Bool {
        guard !taken[index] || section.aside.contains(index), list.statistics[index].words >= Segmenter.leastWords
        else {
            return false
        }
        switch observations.shapes[index] {
        case .headline, .shortHeadline, .heading: return true
        case .name, .entry: return isBeside
        default: return false
        }
    }
}
