extension Observations {
    /// The features of one block, as numbers.
    package func features(of index: Int, into found: inout [Int]) {
        found.removeAll(keepingCapacity: true)
        var sink = FeatureNumbers(numbers: found)
        found = []
        show(index, to: &sink)
        found = sink.numbers
    }

    /// Gives the features of one block to a sink.
    @inline(__always)
    func show(_ index: Int, to found: inout some FeatureSink) {
        let statistics = list.statistics[index]
        let block = list.blocks[index]
        let shape = shapes[index]
        func add(_ kind: LabelFeature, _ value: Int) { found.add(offsets[kind.rawValue] &+ value) }
        let length = statistics.words <= 4 ? 0 : statistics.words <= 12 ? 1 : 2
        add(.always, 0)
        add(.words, step(statistics.words, [0, 1, 2, 3, 5, 8, 12, 17, 25, 40, 70, 120]))
        add(.shape, Int(shape.rawValue))
        add(.last, lastKind(statistics))
        add(.first, firstKind(statistics))
        add(.innerStops, min(statistics.innerStops, 3))
        add(.capitalised, length * 6 + share(statistics.capitalised, of: statistics.words))
        add(.lowered, length * 6 + share(statistics.lowered, of: statistics.words))
        let common = statistics.words == 0 ? 0 : statistics.common * 100 / statistics.words
        add(.common, length * 6 + step(common, [0, 9, 19, 29, 39]))
        add(.digits, share(statistics.digits, of: statistics.digits + statistics.letters))
        add(.commas, statistics.commas * 6 > statistics.words && statistics.commas > 1 ? 4 : min(statistics.commas, 3))
        add(.heading, min(block.headingLevel, 4))
        add(.listing, (block.isListed ? 2 : 0) + (block.isSeparate ? 1 : 0))
        addSigns(index, shape, block, &found)
        addNeighbours(index, shape, &found)
        addPlace(index, shape, &found)
        addPatterns(index, shape, &found)
        addRivals(index, shape, &found)
        addPair(index, &found)
        let count = statistics.letters >= 8 ? step(occurrences(of: statistics.fold), [1, 2, 5]) : 0
        add(.occurrences, length * 4 + count)
        let group = Observations.group(shape)
        guard group == 2 || group == 3 || shape == .prose || shape == .cut || shape == .caption else { return }
        let shared = shares[index] < 0 ? 0 : 1 + step(Int(shares[index]), [0, 24, 49, 74, 99])
        add(.shareInProse, group * 7 + shared)
    }

    private func addSigns(_ index: Int, _ shape: BlockShape, _ block: Block, _ found: inout some FeatureSink) {
        func add(_ kind: LabelFeature, _ value: Int) { found.add(offsets[kind.rawValue] &+ value) }
        let signs = signs[index]
        var bits = signs.rawValue
        while bits != 0 {
            add(.sign, bits.trailingZeroBitCount)
            bits &= bits - 1
        }
        let row = Int(shape.rawValue) * LabelFeature.crossedSigns.count
        if signs.contains(.repeatsPrevious) { add(.shapeSign, row) }
        if signs.contains(.repeatedByNext) { add(.shapeSign, row + 1) }
        if signs.contains(.beginsTitleLine) { add(.shapeSign, row + 2) }
        if signs.contains(.commonBeginning) { add(.shapeSign, row + 3) }
        if signs.contains(.continuation) { add(.shapeSign, row + 4) }
        if block.isSeparate { add(.shapeSign, row + 5) }
        if block.isListed { add(.shapeSign, row + 6) }
    }

    private func shape(at index: Int) -> BlockShape {
        shapes.indices.contains(index) ? shapes[index] : .edge
    }

    private func addNeighbours(_ index: Int, _ shape: BlockShape, _ found: inout some FeatureSink) {
        func add(_ kind: LabelFeature, _ value: Int) { found.add(offsets[kind.rawValue] &+ value) }
        let previous = self.shape(at: index - 1)
        let next = self.shape(at: index + 1)
        let shapes = BlockShape.allCases.count
        add(.previous, Int(previous.rawValue))
        add(.next, Int(next.rawValue))
        add(.previous2, Int(self.shape(at: index - 2).rawValue))
        add(.next2, Int(self.shape(at: index + 2).rawValue))
        add(.withPrevious, Int(shape.rawValue) * shapes + Int(previous.rawValue))
        add(.withNext, Int(shape.rawValue) * shapes + Int(next.rawValue))
        let groups = LabelFeature.groups.count
        let group = Observations.group(shape)
        add(.between, (group * groups + Observations.group(previous)) * groups + Observations.group(next))
        // For a heading by its mark, the shapes of both neighbours together tell what it heads.
        if list.blocks[index].headingLevel > 0 {
            add(.headingShape, Int(previous.rawValue) * shapes + Int(next.rawValue))
        }
    }

    /// The words of running text in the blocks from `lower` up to, but not including, `upper`.
    func prose(_ lower: Int, _ upper: Int) -> Int {
        let lower = max(0, min(lower, list.count))
        let upper = max(lower, min(upper, list.count))
        return Int(proseBefore[upper] &- proseBefore[lower])
    }

    private func addPlace(_ index: Int, _ shape: BlockShape, _ found: inout some FeatureSink) {
        func add(_ kind: LabelFeature, _ value: Int) { found.add(offsets[kind.rawValue] &+ value) }
        let group = Observations.group(shape)
        let amounts = [0, 14, 39, 79, 149, 299]
        add(.proseAhead, group * 7 + step(prose(index + 1, index + 4), amounts))
        add(.proseAhead8, group * 7 + step(prose(index + 1, index + 9), amounts))
        add(.proseBefore, group * 7 + step(prose(index - 3, index), amounts))
        add(.proseBefore8, group * 7 + step(prose(index - 8, index), amounts))
        let all = prose(0, list.count)
        let before = prose(0, index)
        let share =
            all == 0 ? 0 : before == 0 ? 0 : before >= all ? 8 : 1 + step(before * 100 / all, [1, 9, 29, 69, 89, 97])
        add(.proseShareBefore, group * 9 + share)
        add(.place, group * 8 + step(index, [0, 1, 2, 4, 8, 16, 40]))
        add(.placeFromEnd, group * 8 + step(list.count - 1 - index, [0, 1, 2, 4, 8, 16, 40]))
        let ahead = (1...7).first { isFacts(index + $0) } ?? 7
        let back = (1...7).first { isFacts(index - $0) } ?? 7
        add(.bylineAhead, group * 5 + step(ahead, [1, 2, 3, 6]))
        add(.bylineBefore, group * 5 + step(back, [1, 2, 3, 6]))
        let closing = (1...16).first { index >= $0 && signs[index - $0].contains(.closing) } ?? 16
        add(.closingBefore, group * 4 + step(closing, [1, 4, 15]))
    }

    /// Compares a line with the others that might be the headline of the same text.
    private func addRivals(_ index: Int, _ shape: BlockShape, _ found: inout some FeatureSink) {
        func add(_ kind: LabelFeature, _ value: Int) { found.add(offsets[kind.rawValue] &+ value) }
        let group = Observations.group(shape)
        let row = group * 4 + min(index, 3)
        add(.placeInProse, row * 4 + proseShare)
        guard list.statistics[index].words <= 40, list.statistics[index].letters >= 4 else { return }
        var ahead = 0
        var before = 0
        var isLongest = true
        var isBest = true
        func isRival(_ other: Int) -> Bool {
            let shape = shapes[other]
            guard Observations.group(shape) == 2 || shape == .heading || shape == .name else { return false }
            if list.statistics[other].words > list.statistics[index].words { isLongest = false }
            if shares[other] > shares[index] { isBest = false }
            return true
        }
        for other in (index + 1)..<max(index + 1, min(list.count, index + 9)) {
            if shapes[other] == .longProse { break }
            if isRival(other) { ahead += 1 }
        }
        for other in stride(from: index - 1, through: max(0, index - 8), by: -1) {
            if shapes[other] == .longProse { break }
            if isRival(other) { before += 1 }
        }
        add(.rivalsAhead, group * 6 + step(ahead, [0, 1, 2, 3, 5]))
        add(.rivalsBefore, group * 6 + step(before, [0, 1, 2, 3, 5]))
        add(.rivalry, group * 4 + (isLongest ? 2 : 0) + (isBest ? 1 : 0))
    }

    private func addPatterns(_ index: Int, _ shape: BlockShape, _ found: inout some FeatureSink) {
        func add(_ kind: LabelFeature, _ value: Int) { found.add(offsets[kind.rawValue] &+ value) }
        let groups = LabelFeature.groups.count
        let group = Observations.group(shape)
        let before = Observations.group(self.shape(at: index - 1)) * groups + group
        let ahead = group * groups + Observations.group(self.shape(at: index + 1))
        add(.pattern, before * 4 + step(pairs[before], [1, 2, 4]))
        add(.pattern, (groups * groups + ahead) * 4 + step(pairs[ahead], [1, 2, 4]))
        let count = step(anchorCount, [1, 2, 4])
        if let anchor = anchors[index] { add(.anchor, Int(anchor.rawValue) * 4 + count) }
        let isHead = group == 2 || group == 3
        let isDate = shape == .date
        guard isHead || isDate else { return }
        let row = isDatedAbove ? 5 : 0
        let isOtherBefore = isDate ? isHeadline(index - 1) : self.shape(at: index - 1) == .date
        let isOtherAhead = isDate ? isHeadline(index + 1) : self.shape(at: index + 1) == .date
        if isDate, isOtherBefore, isOtherAhead {
            add(.dated, row + 4)
        } else if isOtherBefore {
            add(.dated, row + (isDate ? 2 : 0))
        } else if isOtherAhead {
            add(.dated, row + (isDate ? 3 : 1))
        }
    }

    private func isHeadline(_ index: Int) -> Bool {
        let group = Observations.group(shape(at: index))
        return group == 2 || group == 3
    }

    func isFacts(_ index: Int) -> Bool {
        let shape = shape(at: index)
        return shape == .byline || shape == .date
    }

    /// The place of a shape in `LabelFeature.groups`.
    static func group(_ shape: BlockShape) -> Int {
        switch shape {
        case .longProse, .prose: 0
        case .cut: 1
        case .headline, .shortHeadline: 2
        case .heading: 3
        case .byline, .date: 4
        case .name: 5
        case .caption: 6
        case .notice: 7
        case .entry, .scrap: 8
        case .edge: 9
        }
    }

    /// The index of the first of some rising bounds that a value does not exceed, or their number where it exceeds all.
    func step(_ value: Int, _ bounds: [Int]) -> Int {
        var place = 0
        while place < bounds.count, value > bounds[place] { place += 1 }
        return place
    }

    private func share(_ part: Int, of whole: Int) -> Int {
        whole == 0 || part == 0 ? 0 : part >= whole ? 5 : 1 + part * 4 / whole
    }

    private func lastKind(_ statistics: BlockStatistics) -> Int {
        guard statistics.width > 0 else { return 0 }
        if statistics.isCut { return 5 }
        switch statistics.end {
        case 0x2E, 0x3002: return 1
        case 0x3F, 0x21, 0xFF1F, 0xFF01, 0x061F: return 2
        case 0x3A, 0xFF1A: return 3
        case 0x2C, 0x3B: return 4
        case 0x22, 0x27, 0x201D, 0x201C, 0x2019, 0xBB, 0xAB, 0x300D: return statistics.endsSentence ? 1 : 6
        case 0x29, 0x5D: return 7
        default: return BlockText.isLetter(statistics.end) ? 8 : BlockText.isDigit(statistics.end) ? 9 : 10
        }
    }

    private func firstKind(_ statistics: BlockStatistics) -> Int {
        switch statistics.first {
        case 0: 0
        case 0x22, 0x201C, 0x201E, 0xAB, 0x300C, 0x2018, 0x27: 4
        case 0x28, 0x5B: 5
        case 0x2D, 0x2010...0x2015: 6
        default:
            if BlockText.isDigit(statistics.first) {
                3
            } else if BlockText.isLetter(statistics.first) {
                statistics.startsLower ? 2 : BlockText.isUpper(statistics.first) ? 1 : 7
            } else {
                8
            }
        }
    }
}
