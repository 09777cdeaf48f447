extension Segmenter {
    /// How many blocks may stand between a post's beginning and its byline.
    private static let longestHead = 6

    /// Reads posts that a layout's footer lines close: whatever stands between two footers is one post.
    mutating func readClosedPosts(_ layout: LayoutReading) {
        let footers = layout.footers.keys.sorted()
        var start = 0
        for footer in footers {
            readClosedPost(start..<footer, footer: footer, isFirst: start == 0)
            start = footer + 1
        }
        // A post whose footer was cut off is a post all the same, if its byline says so.
        if start < list.count, let byline = firstByline(start..<list.count), byline > start,
            proseWords(byline..<list.count) >= 20
        {
            readClosedPost(start..<list.count, footer: nil, isFirst: false)
        }
    }

    private mutating func readClosedPost(_ range: Range<Int>, footer: Int?, isFirst: Bool) {
        guard !range.isEmpty, let title = title(in: range, isFirst: isFirst) else {
            // A footer that closes nothing is no boilerplate either: it is a layout's line.
            if let footer { taken[footer] = true }
            return
        }
        if isFirst { readLayoutHead(range.lowerBound..<title) }
        var section = SegmenterOutline.Section(kind: .article, title: title)
        section.footer = footer
        fill(&section, with: title + 1..<range.upperBound, keepsAll: true)
        add(section)
    }

    /// The headline: the block above the byline, or the first of the post.
    private func title(in range: Range<Int>, isFirst: Bool) -> Int? {
        if let byline = firstByline(range), byline > range.lowerBound {
            return (range.lowerBound..<byline).last { labels[$0] != .boilerplate && labels[$0] != .byline }
        }
        let usable = range.filter { labels[$0] != .boilerplate && labels[$0] != .byline }
        guard isFirst else { return usable.first }
        // Name and tagline stand above the first post, so its headline is the last line before its text.
        let text = usable.first { labels[$0] == .prose }
        return usable.last { $0 < text ?? range.upperBound } ?? usable.first
    }

    /// The first byline near the beginning of a post.
    private func firstByline(_ range: Range<Int>) -> Int? {
        range.prefix(Segmenter.longestHead).first { labels[$0] == .byline && !isDateAlone($0) }
            ?? range.prefix(Segmenter.longestHead).dropFirst().first { labels[$0] == .byline }
    }

    private mutating func readLayoutHead(_ range: Range<Int>) {
        guard let layout else { return }
        for line in layout.head(Array(range), list) {
            for capture in line.match.captures {
                switch capture.field {
                case .site: outline.site = line.block
                case .tagline: outline.tagline = line.block
                default: continue
                }
                taken[line.block] = true
            }
        }
    }
}
