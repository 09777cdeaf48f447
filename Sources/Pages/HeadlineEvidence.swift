/// Weighs what speaks for a line as the headline of the text below it.
struct HeadlineEvidence {
    let list: BlockList
    let labelling: Labelling
    /// How often each line stands on the page.
    private let occurrences: [UInt64: Int]

    init(_ list: BlockList, _ labelling: Labelling) {
        self.list = list
        self.labelling = labelling
        var occurrences: [UInt64: Int] = [:]
        for features in list.features where (3...40).contains(features.words) {
            occurrences[features.fold, default: 0] += 1
        }
        self.occurrences = occurrences
    }

    /// How well a block would head the text that begins at another, which has the words given.
    ///
    /// Between headline and text there may stand a standfirst, names, and a picture's caption; so within a few blocks
    /// the upper of two equal lines wins. Farther up there are menus.
    func score(_ index: Int, below text: Int, sharing words: Set<UInt64>, from start: Int) -> Int {
        let features = list.features[index]
        let block = list.blocks[index]
        let distance = text - index
        // A script without capitals and spaces shows by having few words for its width.
        let isUnspaced = features.capitalised == 0 && features.width >= 10 && features.words * 6 < features.width
        var score = isUnspaced || features.words >= 5 ? 40 : [0, -8, 6, 20, 34][features.words]
        score += distance <= 8 ? distance * 2 : 16 - (distance - 8) * 3
        if block.headingLevel == 1 { score += 40 }
        if block.isListed || labelling.labels[index] == .fragment { score -= 24 }
        if labelling.isName(index) { score -= 30 }
        if features.isCut || features.endsSentence && features.last == 0x2E { score -= 10 }
        if BylineReader.begins(list.text(index)) { score -= 24 }
        if let count = occurrences[features.fold], count > 1 { score += count <= 4 ? 14 : -16 }
        if isTitleLine(start, of: index) || isTitleLine(start + 1, of: index) { score += 16 }
        if hasBylineBelow(index, before: text) { score += 12 }
        if features.digits * 3 > features.letters { score -= 20 }
        // Converters that keep the story alone begin with its headline.
        if index == start, features.words >= 5 { score += 8 }
        score -= proseBetween(index + 1..<text) * 8
        return score + share(of: index, in: words) * 18 / 100
    }

    /// Blocks of running text between a headline and its story, beyond the one that may be a standfirst.
    private func proseBetween(_ range: Range<Int>) -> Int {
        max(0, range.count { labelling.labels[$0] == .prose } - 1)
    }

    /// A byline right below, or below the headline's repeat or a standfirst.
    private func hasBylineBelow(_ index: Int, before text: Int) -> Bool {
        for next in (index + 1)..<max(index + 1, min(text + 1, list.count, index + 4)) {
            switch labelling.labels[next] {
            case .byline: return true
            case .prose, .caption, .boilerplate: continue
            case .headline where list.features[next].words >= 7: continue
            default: return labelling.isName(next)
            }
        }
        return false
    }

    /// Whether a line is the page's own title: a headline with the site's name behind it.
    private func isTitleLine(_ line: Int, of index: Int) -> Bool {
        guard line < index, list.features[index].letters >= 15, list.features[line].width <= 400 else { return false }
        let line = BlockText.letters(of: list.text(line))
        let title = BlockText.letters(of: list.text(index))
        return line.count > title.count && line.starts(with: title)
    }

    /// The longer words of the first blocks of running text: a headline's words come again there, a menu's do not.
    func words(below text: Int) -> Set<UInt64> {
        var words: Set<UInt64> = []
        var blocks = 0
        for index in text..<max(text, min(list.count, text + 24)) where labelling.labels[index] == .prose {
            HeadlineEvidence.words(of: BlockText.cut(list.text(index), to: 1000)) { words.insert($0) }
            blocks += 1
            if blocks == 6 { break }
        }
        return words
    }

    /// The share of a line's longer words that a text has, in a hundred.
    private func share(of index: Int, in words: Set<UInt64>) -> Int {
        var all = 0
        var shared = 0
        HeadlineEvidence.words(of: list.text(index)) {
            all += 1
            if words.contains($0) { shared += 1 }
        }
        return all == 0 ? 30 : shared * 100 / all
    }

    /// Numbers of the words of four letters and more, cut to their first six: their endings change.
    private static func words(of text: [UInt8], _ take: (UInt64) -> Void) {
        let start: UInt64 = 0xCBF2_9CE4_8422_2325
        var offset = 0
        var hash = start
        var length = 0
        while offset < text.count {
            let scalar = BlockText.scalar(in: text, at: &offset)
            if BlockText.isLetter(scalar) {
                length += 1
                if length <= 6 { hash = (hash ^ UInt64(BlockText.lower(scalar))) &* 0x100_0000_01B3 }
                guard offset == text.count else { continue }
            }
            if length >= 4 { take(hash) }
            length = 0
            hash = start
        }
    }
}
