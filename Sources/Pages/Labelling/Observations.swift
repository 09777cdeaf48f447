/// What each block of a page shows of what it is, seen together with the rest of the page.
package struct Observations {
    package let list: BlockList
    package private(set) var shapes: [BlockShape] = []
    package private(set) var signs: [BlockSigns] = []
    /// What the lines that are bylines say.
    package private(set) var bylines = BylineList()
    /// Words of running text before each block, and of the whole page at the end.
    private(set) var proseBefore: [UInt32] = [0]
    /// How often each line stands on the page, by the low bits of its number; two lines may share a place.
    private(set) var occurrences: [UInt8]
    /// Words that the page's running text has, as bits.
    private(set) var proseWords = [UInt64](repeating: 0, count: 1 << 10)
    /// For each short block the share of its longer words that the running text has, in a hundred; -1 where unknown.
    private(set) var shares: [Int8]
    /// Numbers of the beginnings of the page's first lines.
    private(set) var titleLines: Set<UInt64> = []
    /// The longest stretch of running text that nothing parts but single lines, in words.
    private(set) var longestStretch = 0
    private var proseWordCount = 0
    /// Whether a line says that the page is one with many items.
    private(set) var hasListMark = false
    /// The line above readers' comments; nil where there is none.
    private var comments: Int?
    /// The places in `occurrences` of the blocks' first two words.
    private var beginnings: [UInt32] = []
    /// The step of the share that running text has of all words: below 50, 80, 95 in a hundred, or more.
    private(set) var proseShare = 0
    /// How often blocks of two groups follow one another, at `first * groups + second`.
    var pairs = [Int](repeating: 0, count: LabelFeature.groups.count * LabelFeature.groups.count)
    /// By block: headlines with facts of their own, and those facts.
    var anchors: [Anchor?]
    var anchorCount = 0
    let offsets = LabelFeature.offsets
    var datePlace: DatePlace?
    /// The share of the running text that stands in short blocks, each below a headline; 0 where few do.
    var pairShare = 0.0
    /// Whether the page's dates stand above the headlines they belong to.
    var isDatedAbove: Bool { datePlace == .above }

    package init(_ list: BlockList, _ layout: LayoutMatches?) {
        self.list = list
        var places = 64
        while places < list.count * 4, places < 1 << 22 { places *= 2 }
        occurrences = [UInt8](repeating: 0, count: places)
        shares = [Int8](repeating: -1, count: list.count)
        anchors = [Anchor?](repeating: nil, count: list.count)
        beginnings.reserveCapacity(list.count)
        shapes.reserveCapacity(list.count)
        signs.reserveCapacity(list.count)
        proseBefore.reserveCapacity(list.count + 1)
        var line = LineText()
        var words = 0..<0
        for index in list.indices {
            line.fill(index, of: list)
            words = words.upperBound..<words.upperBound + Int(list.wordCounts[index])
            read(index, line, layout, list.words[words])
        }
        for index in (comments ?? list.count)..<list.count { signs[index].insert(.belowComments) }
        words = 0..<0
        for index in list.indices {
            words = words.upperBound..<words.upperBound + Int(list.wordCounts[index])
            compare(index, list.words[words])
        }
        beginnings = []
        measureStretches()
        let all = list.statistics.reduce(0) { $0 + $1.words }
        let share = all == 0 ? 0 : Int(proseBefore[list.count]) * 100 / all
        proseShare = share < 50 ? 0 : share < 80 ? 1 : share < 95 ? 2 : 3
        findAnchors()
        findPairs()
    }

    /// The numbers a page has for each of its lines.
    func occurrences(of fold: UInt64) -> Int { Int(occurrences[place(fold)]) }

    private func place(_ fold: UInt64) -> Int {
        Int(truncatingIfNeeded: (fold ^ fold >> 29) & UInt64(occurrences.count - 1))
    }

    private mutating func read(
        _ index: Int,
        _ line: LineText,
        _ layout: LayoutMatches?,
        _ longWords: ArraySlice<UInt32>
    ) {
        let text = line.text
        let statistics = list.statistics[index]
        let block = list.blocks[index]
        var found: BlockSigns = []
        var byline: Byline?
        if layout?.boilerplate.contains(index) == true { found.insert(.notice) }
        if let match = layout?.bylines[index] {
            byline = Byline(match)
        } else if statistics.words > 0, statistics.words <= Caption.mostWords {
            readWords(line, statistics, block, &found, &byline)
        }
        if Caption.isDoubled(text, statistics) { found.insert(.caption) }
        if statistics.words > 0, statistics.words <= 45, AuthorNote.name(in: text) != nil { found.insert(.authorNote) }
        let isName =
            byline == nil && statistics.words <= 8 && block.headingLevel == 0 && statistics.words >= 2
            && BylineNames.areBareNames(text)
        let shape = BlockShape(
            block,
            statistics,
            found,
            byline: byline,
            isName: isName,
            // Asked of the few lines that may be a headline or the beginning of a text.
            hasDateline: statistics.isCut && statistics.words <= 16 && Dateline.begins(text)
        )
        addLooks(statistics, text, &found)
        if let byline { add(byline, at: index, &found) }
        shapes.append(shape)
        signs.append(found)
        let words = shape.isProse ? statistics.words : 0
        proseBefore.append(proseBefore[index] &+ UInt32(truncatingIfNeeded: words))
        let beginning = statistics.letters >= 8 ? self.place(beginning(of: text)) : 0
        beginnings.append(UInt32(truncatingIfNeeded: beginning))
        if statistics.letters >= 8 {
            let place = place(statistics.fold)
            if occurrences[place] < .max { occurrences[place] += 1 }
            if occurrences[beginning] < .max { occurrences[beginning] += 1 }
        }
        if index < 3 { addTitleLine(text) }
        if !hasListMark, !shape.isProse { hasListMark = isListMark(index, line) }
        if comments == nil, proseBefore[index] >= CommentMark.leastProseBefore, CommentMark.opens(line, statistics) {
            comments = index
        }
        if shape.isProse { noteProse(longWords) }
    }

    private func isListMark(_ index: Int, _ line: LineText) -> Bool {
        guard list.statistics[index].words <= ListMark.mostWords else { return false }
        let isAbove = proseBefore[index] < ListMark.mostProseBefore
        return isAbove && ListMark.names(line, at: index) || ListMark.turns(line)
    }

    private func readWords(
        _ line: LineText,
        _ statistics: BlockStatistics,
        _ block: Block,
        _ found: inout BlockSigns,
        _ byline: inout Byline?
    ) {
        let isLayouts = found.contains(.notice)
        if BylineReader.begins(line.text) { found.insert(.bylineOpening) }
        if block.headingLevel == 0 || statistics.words <= 3, Boilerplate.isBoilerplate(line, statistics) {
            found.insert(.notice)
        }
        if statistics.words <= 12, Boilerplate.closes(line, statistics) { found.insert(.closing) }
        if statistics.words <= 40, Boilerplate.continues(line) { found.insert(.continuation) }
        if Caption.isCaption(line, statistics) { found.insert(.caption) }
        if TagList.announcesTags(line, statistics) { found.insert(.tags) }
        if TagList.isList(line.text, statistics) { found.insert(.pieces) }
        guard block.headingLevel == 0 else { return }
        if found.contains(.notice) {
            // "By Ada Marsh 3 March 2026 5 min read" ends as a notice does, and is none; what a layout says stands.
            guard !isLayouts, found.contains(.bylineOpening), statistics.digits >= 4,
                let read = BylineReader.read(line.text), read.date != nil, read.names
            else { return }
            found.remove(.notice)
            byline = read
            return
        }
        // A date has a year's four figures; without them only a name can be told.
        if statistics.digits >= 4 || found.contains(.bylineOpening) || statistics.digits > 0 && statistics.words <= 10
            || statistics.words <= 8 && line.text.contains(UInt8(ascii: "|"))
        {
            byline = BylineReader.read(line.text)
        }
    }

    private mutating func add(_ byline: Byline, at index: Int, _ found: inout BlockSigns) {
        bylines.append(byline, at: index)
        if byline.date != nil { found.insert(.date) }
        if byline.authors != nil { found.insert(.authors) }
        if byline.outlet != nil { found.insert(.outlet) }
        if byline.isUpdate { found.insert(.update) }
        if byline.comments != nil { found.insert(.count) }
    }

    private mutating func addTitleLine(_ text: [UInt8]) {
        var number = BlockStatistics.emptyFold
        var letters = 0
        var offset = 0
        let end = min(text.count, 400)
        while offset < end {
            let scalar = BlockText.scalar(in: text, at: &offset)
            if BlockText.isLetter(scalar) || BlockText.isDigit(scalar) {
                number = (number ^ UInt64(BlockText.lower(scalar))) &* 0x100_0000_01B3
                letters += 1
            } else if letters >= 15 {
                titleLines.insert(number)
            }
        }
    }

    /// Notes the words of the page's first running text.
    private mutating func noteProse(_ words: ArraySlice<UInt32>) {
        guard proseWordCount < 6000 else { return }
        proseWordCount += words.count
        for word in words { proseWords[Int(word >> 6 & 1023)] |= 1 << UInt64(word & 63) }
    }

    /// The share of a line's longer words that the page's running text has, in a hundred; nil where it has no such word.
    private func shareInProse(_ words: ArraySlice<UInt32>) -> Int? {
        guard !words.isEmpty else { return nil }
        let shared = words.count { proseWords[Int($0 >> 6 & 1023)] & 1 << UInt64($0 & 63) != 0 }
        return shared * 100 / words.count
    }

    /// Finds what a block has in common with its neighbours and with the rest of the page.
    private mutating func compare(_ index: Int, _ longWords: ArraySlice<UInt32>) {
        let statistics = list.statistics[index]
        if statistics.words <= 40 { shares[index] = Int8(shareInProse(longWords) ?? -1) }
        guard statistics.letters >= 4 else { return }
        if index + 1 < list.count {
            let next = list.statistics[index + 1]
            if next.fold == statistics.fold || isKicked(index) || isLengthened(index) {
                signs[index].insert(.repeatedByNext)
                signs[index + 1].insert(.repeatsPrevious)
            }
        }
        if index > 0, statistics.letters >= 15, titleLines.contains(statistics.fold) {
            signs[index].insert(.beginsTitleLine)
        }
        if statistics.letters >= 8, occurrences[Int(beginnings[index])] > 1 {
            signs[index].insert(.commonBeginning)
        }
    }

    /// Whether the next block is this one with a section's name glued before it.
    private func isKicked(_ index: Int) -> Bool {
        let one = list.statistics[index]
        let other = list.statistics[index + 1]
        guard one.letters >= 12, other.letters > one.letters, other.letters <= one.letters + Kicker.longest,
            other.width <= 400, Observations.maySame(one.last, other.last)
        else { return false }
        return Kicker.repeat(of: list.text(index), in: list.text(index + 1)) != nil
    }

    /// Whether the next block begins as this one does: a picture's alternative text, and the caption made of it.
    private func isLengthened(_ index: Int) -> Bool {
        let one = list.statistics[index]
        let other = list.statistics[index + 1]
        guard one.words >= 4, other.letters > one.letters, other.words <= min(one.words + 20, Caption.mostWords) else {
            return false
        }
        guard Observations.maySame(one.first, other.first) else { return false }
        return BlockText.begins(list.text(index + 1), withLettersOf: list.text(index))
    }

    /// Whether two signs are one letter; where either is no letter nor digit, the letters beside it decide.
    private static func maySame(_ one: UInt32, _ other: UInt32) -> Bool {
        func isCounted(_ sign: UInt32) -> Bool { BlockText.isLetter(sign) || BlockText.isDigit(sign) }
        return BlockText.lower(one) == BlockText.lower(other) || !isCounted(one) || !isCounted(other)
    }

    private mutating func measureStretches() {
        var stretch = 0
        var gap = 0
        for index in list.indices {
            if shapes[index].isProse {
                stretch += list.statistics[index].words
                gap = 0
                longestStretch = max(longestStretch, stretch)
            } else {
                gap += 1
                if gap > 2 { stretch = 0 }
            }
        }
    }
}
