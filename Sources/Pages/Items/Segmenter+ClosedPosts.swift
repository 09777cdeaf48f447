extension Segmenter {
    /// A post's byline is looked for in this many blocks from the post's beginning.
    private static let longestHead = 6

    /// Reads posts that a layout's footer lines close: whatever stands between two footers is one post.
    mutating func readClosedPosts(_ layout: LayoutMatches) {
        let footers = layout.footers.keys.sorted()
        var start = 0
        for footer in footers {
            readClosedPost(start..<footer, footer: footer, isFirst: start == 0)
            start = footer + 1
        }
        // The last post may have lost its footer; a byline shows that it is a post all the same.
        if start < list.count, let byline = firstByline(start..<list.count), byline > start,
            proseWords(byline..<list.count) >= 20
        {
            readClosedPost(start..<list.count, footer: nil, isFirst: false)
        }
    }

    private mutating func readClosedPost(_ range: Range<Int>, footer: Int?, isFirst: Bool) {
        guard !range.isEmpty, let title = title(in: range, isFirst: isFirst) else {
            // A footer that closes no post is not boilerplate either, since the layout knows the line.
            if let footer { taken[footer] = true }
            return
        }
        if isFirst { readLayoutHead(range.lowerBound..<title) }
        var section = SegmenterOutline.Section(kind: .article, title: title)
        section.footer = footer
        fill(&section, with: title + 1..<range.upperBound)
        add(section)
    }

    /// The headline of a post: the block above its byline, or else its first block.
    private func title(in range: Range<Int>, isFirst: Bool) -> Int? {
        if let byline = firstByline(range), byline > range.lowerBound {
            return (range.lowerBound..<byline).last { !isFurniture($0) && bylines[$0] == nil }
        }
        let usable = range.filter { !isFurniture($0) && bylines[$0] == nil }
        guard isFirst else { return usable.first }
        // The site's name and tagline stand above the first post, so its headline is the last line before its text.
        let text = usable.first { observations.shapes[$0].isProse }
        return usable.last { $0 < text ?? range.upperBound } ?? usable.first
    }

    /// The first byline near the beginning of a post.
    private func firstByline(_ range: Range<Int>) -> Int? {
        range.prefix(Segmenter.longestHead).first { bylines[$0] != nil && !isDateAlone($0) }
            ?? range.prefix(Segmenter.longestHead).dropFirst().first { bylines[$0] != nil }
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

    /// Whether a line cannot belong to a post: it shows no text, or the layout or the general rules call it
    /// boilerplate.
    private func isFurniture(_ index: Int) -> Bool {
        list.statistics[index].width == 0 || observations.shapes[index] == .notice
            || layout?.boilerplate.contains(index) == true
    }

    /// Sorts the blocks below a headline into bylines, repeats of the headline, captions and text; a block that is none
    /// of the others is text.
    private func fill(_ section: inout SegmenterOutline.Section, with range: Range<Int>) {
        var inHead = true
        var seenText = 0
        for (place, index) in range.enumerated() where !taken[index] {
            let isInHead = inHead && place < Segmenter.longestHead
            if isInHead, let title = section.title, repeats(title, index) {
                section.repeats.append(index)
            } else if bylines[index] != nil, isInHead, section.bylines.count < 4 {
                section.bylines.append(index)
            } else if isDateAlone(index) || isCaption(index) {
                section.aside.append(index)
            } else if !isFurniture(index) {
                section.body.append(index)
                if observations.shapes[index].isProse { seenText += 1 }
            }
            // The head may go on below the first paragraph: that may be a standfirst with the byline below it.
            if seenText > 1 { inHead = false }
        }
    }

    /// Whether a line is a caption: by its words, or because it is printed twice, as a picture's alternative text and
    /// as the caption below the picture.
    func isCaption(_ index: Int) -> Bool {
        if observations.shapes[index] == .caption { return true }
        let signs = observations.signs[index]
        let statistics = list.statistics[index]
        guard (6...Caption.mostWords).contains(statistics.words), statistics.innerStops == 0 else { return false }
        return signs.contains(.repeatedByNext) || signs.contains(.repeatsPrevious)
    }

    /// Whether a block repeats a headline, with or without a kicker before it.
    func repeats(_ title: Int, _ index: Int) -> Bool {
        let one = list.statistics[title]
        let other = list.statistics[index]
        if one.fold == other.fold, one.letters == other.letters { return true }
        guard other.letters >= one.letters, other.letters <= one.letters + Kicker.longest, other.width <= 400 else {
            return false
        }
        return Kicker.repeat(of: list.text(title), in: list.text(index)) != nil
    }
}
