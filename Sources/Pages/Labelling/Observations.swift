/// What the label model sees of a page's blocks: the shape, signs and byline of each, and facts about the whole page.
package struct Observations {
    package let list: BlockList
    package private(set) var shapes: [BlockShape] = []
    package private(set) var signs: [BlockSigns] = []
    /// The bylines that were read, by block.
    package private(set) var bylines = BylineList()
    /// Words of running text before each block; the last entry is that of the whole page.
    private(set) var proseBefore: [UInt32] = [0]
    /// How often each line stands on the page, and how often each beginning of a line, by the low bits of their hashes.
    ///
    /// Different lines may share a count. Counts stop at 255.
    private(set) var occurrences: [UInt8]
    /// The words of the page's first running text, as a set of 65,536 bits by hash; different words may share a bit.
    private(set) var proseWords = [UInt64](repeating: 0, count: 1 << 10)
    /// For each block of 40 words or less, how many in a hundred of its longer words the running text has; -1 where
    /// unknown.
    private(set) var shares: [Int8]
    /// Hashes of the beginnings of the page's first three lines, which may hold the page's title: some dozens, which are
    /// compared faster than a set is asked.
    private(set) var titleLines: [UInt64] = []
    /// The longest stretch of running text in words, with no gap of more than two other blocks.
    private(set) var longestStretch = 0
    private var proseWordCount = 0
    /// Whether a line says that the page lists many items.
    private(set) var hasListMark = false
    /// The line that opens the readers' comments; nil where there is none.
    private var comments: Int?
    /// For each block the place in `occurrences` of its first two words; empty once the page is read.
    private var beginnings: [UInt32] = []
    /// The lines that share most of their longer words with the page's running text: how many each of the best few
    /// shares, in falling order.
    var bestShares: [Int] = []
    /// What makes each block like others of the page.
    var keys: [LineKeys] = []
    /// How the very lines recur, their templates, their looks, and their looks together with those of the next blocks.
    var lines = Recurrence(lines: 0)
    var templates = Recurrence(lines: 0)
    var forms = Recurrence(lines: 0)
    var pairs = Recurrence(lines: 0)

    package init(_ list: BlockList, _ layout: LayoutMatches?) {
        self.list = list
        var places = 64
        while places < list.count * 4, places < 1 << 22 { places *= 2 }
        occurrences = [UInt8](repeating: 0, count: places)
        shares = [Int8](repeating: -1, count: list.count)
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
        rankShares()
        findRecurrences()
    }

    /// How often a line with this hash stands on the page, 255 at most.
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
        if layout?.boilerplate.contains(index) == true { found.insert(.notice) }
        // A byline takes some hundreds of bytes, so it is put into the list at once and not carried along.
        var byline: (names: Bool, date: Range<Int>?)?
        if let match = layout?.bylines[index] {
            byline = add(Byline(match), at: index, &found)
        } else if statistics.words > 0, statistics.words <= Caption.mostWords {
            byline = readWords(line, index, &found)
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
            byline: byline?.names,
            isName: isName,
            // Needed only for the few lines that may be either a headline or the beginning of a text.
            hasDateline: statistics.isCut && statistics.words <= 16 && Dateline.begins(text)
        )
        addLooks(statistics, text, &found)
        shapes.append(shape)
        signs.append(found)
        addKeys(text, date: byline?.date, index)
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

    /// Adds a byline to the list.
    ///
    /// - Returns: whether it names somebody, and where its date stands.
    mutating func add(
        _ byline: Byline,
        at index: Int,
        _ found: inout BlockSigns
    ) -> (names: Bool, date: Range<Int>?) {
        bylines.append(byline, at: index)
        if byline.date != nil { found.insert(.date) }
        if byline.authors != nil { found.insert(.authors) }
        if byline.outlet != nil { found.insert(.outlet) }
        if byline.isUpdate { found.insert(.update) }
        if byline.comments != nil { found.insert(.count) }
        return (byline.names, byline.date?.range)
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
                titleLines.append(number)
            }
        }
    }

    /// Adds to the words of the page's first running text.
    private mutating func noteProse(_ words: ArraySlice<UInt32>) {
        guard proseWordCount < 6000 else { return }
        proseWordCount += words.count
        for word in words { proseWords[Int(word >> 6 & 1023)] |= 1 << UInt64(word & 63) }
    }

    /// How many in a hundred of a line's longer words the page's running text has; nil where the line has no longer
    /// word.
    private func shareInProse(_ words: ArraySlice<UInt32>) -> Int? {
        guard !words.isEmpty else { return nil }
        let shared = words.count { proseWords[Int($0 >> 6 & 1023)] & 1 << UInt64($0 & 63) != 0 }
        return shared * 100 / words.count
    }

    /// Finds what a block shares with its neighbours and with the rest of the page.
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

    /// Whether the next block is this one with a kicker, the name of a section, joined in front.
    private func isKicked(_ index: Int) -> Bool {
        let one = list.statistics[index]
        let other = list.statistics[index + 1]
        guard one.letters >= 12, other.letters > one.letters, other.letters <= one.letters + Kicker.longest,
            other.width <= 400, Observations.maySame(one.last, other.last)
        else { return false }
        return list.ends(index + 1, withLettersOf: index)
            && Kicker.repeat(of: list.text(index), in: list.text(index + 1)) != nil
    }

    /// Whether the next block begins with this whole one, as a caption does that was made from a picture's alternative
    /// text.
    private func isLengthened(_ index: Int) -> Bool {
        let one = list.statistics[index]
        let other = list.statistics[index + 1]
        guard one.words >= 4, other.letters > one.letters, other.words <= min(one.words + 20, Caption.mostWords) else {
            return false
        }
        guard Observations.maySame(one.first, other.first) else { return false }
        return list.begins(index + 1, withLettersOf: index)
    }

    /// Whether two characters may be the same letter; true too where either is no letter or digit, since then other
    /// characters decide.
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
