extension Segmenter {
    /// Headlines of fewer words, without a summary, are menu words.
    private static let leastBareHeadline = 4

    /// The pair of headline and summary that begins at a block; nil where there is none.
    ///
    /// A summary is one short block; where more text follows it, the headline heads a story or a part of one.
    func pair(at index: Int, in range: Range<Int>) -> Teaser? {
        guard labels[index] == .headline, !taken[index], index + 1 < range.upperBound,
            labels[index + 1] == .prose || isCutSummary(index + 1, of: index)
        else { return nil }
        guard !isNumbered(index), list.features[index].words >= 3 || isUnspacedHeadline(index), isSummary(index + 1)
        else { return nil }
        if index + 2 < range.upperBound, labels[index + 2] == .prose || list.features[index + 2].words >= 31 {
            return nil
        }
        return Teaser(title: index, summary: index + 1)
    }

    /// Whether a line begins as "3." or "3)" do: such lines head the parts of one story.
    private func isNumbered(_ index: Int) -> Bool {
        guard BlockText.isDigit(list.features[index].first) else { return false }
        let text = list.text(index)
        guard let sign = text.prefix(4).first(where: { !BlockText.isDigit(UInt32($0)) }) else { return false }
        return sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
    }

    private func isSummary(_ index: Int) -> Bool {
        let features = list.features[index]
        return features.words <= Teaser.longestSummary && features.innerStops <= 3
    }

    /// A summary without brackets around its ellipsis looks like a cut headline; below a whole one it is none.
    private func isCutSummary(_ index: Int, of title: Int) -> Bool {
        let features = list.features[index]
        return labels[index] == .headline && features.isCut && features.words >= 8 && !list.features[title].isCut
    }

    private func isUnspacedHeadline(_ index: Int) -> Bool {
        list.features[index].width >= 8 && list.features[index].capitalised == 0
    }

    /// Takes teasers off both ends of a stretch of text.
    func withoutPairs(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return range }
        // Teasers before a story: two pairs or more, and behind them a headline of its own.
        var index = range.lowerBound
        if labels[index] == .prose, index > 0, pair(at: index - 1, in: index - 1..<range.upperBound) != nil {
            index -= 1
        }
        var pairs = 0
        while index < range.upperBound {
            if pair(at: index, in: range) != nil {
                pairs += 1
                index += 2
            } else if labels[index] == .boilerplate || labels[index] == .fragment {
                index += 1
            } else {
                break
            }
        }
        let lower = pairs >= 2 && looksLikeHeadlines(range.lowerBound..<index) ? index : range.lowerBound
        return withoutPairsBehind(min(lower, range.upperBound)..<range.upperBound)
    }

    /// Takes teasers off the end of a stretch of text: three pairs or more with whole headlines.
    ///
    /// A story's last sections may have one short paragraph each too, but their headings are short.
    func withoutPairsBehind(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        var pairs = 0
        while end - 2 >= range.lowerBound, pair(at: end - 2, in: range.lowerBound..<end) != nil,
            list.features[end - 2].words >= 5, list.features[end - 1].words <= 40
        {
            pairs += 1
            end -= 2
        }
        return pairs >= 3 ? range.lowerBound..<end : range
    }

    /// Whether the headlines of a stretch are as long as headlines are, and not as short as the headings in a story.
    private func looksLikeHeadlines(_ range: Range<Int>) -> Bool {
        var words = 0
        var count = 0
        for index in range where labels[index] == .headline {
            words += list.features[index].words
            count += 1
        }
        return count > 0 && words >= count * 5
    }

    /// Reads the pairs of a stretch as teasers where so many of them follow one another.
    mutating func readTeasers(_ range: Range<Int>, atLeast least: Int) {
        var run: [Teaser] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let pair = pair(at: index, in: range) {
                run.append(pair)
                index += 2
                continue
            }
            if taken[index] || labels[index] == .prose {
                close(&run, atLeast: least)
            }
            index += 1
        }
        close(&run, atLeast: least)
    }

    private mutating func close(_ run: inout [Teaser], atLeast least: Int) {
        defer { run.removeAll() }
        guard run.count >= least else { return }
        for teaser in run {
            var section = SegmenterOutline.Section(kind: .teaser, title: teaser.title)
            if let summary = teaser.summary { section.body = [summary] }
            addBylines(to: &section)
            add(section)
        }
    }

    /// Reads headlines without a summary on a page that has no story.
    mutating func readBareHeadlines(_ range: Range<Int>) {
        for index in range where labels[index] == .headline && !taken[index] {
            guard list.features[index].words >= Segmenter.leastBareHeadline, !list.blocks[index].isListed else {
                continue
            }
            var section = SegmenterOutline.Section(kind: .teaser, title: index)
            addBylines(to: &section)
            add(section)
        }
    }

    /// A teaser's byline stands right below it.
    private func addBylines(to section: inout SegmenterOutline.Section) {
        let next = (section.body.last ?? section.title ?? list.count) + 1
        if next < list.count, labels[next] == .byline, !taken[next] { section.bylines.append(next) }
    }
}
