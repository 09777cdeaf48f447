/// Walks over a page's blocks from the top, and tells for each the rows of its observations in the table of embeddings.
package struct BlockReader {
    let observations: Observations
    let list: BlockList
    var templates: Recurrence.Walk
    var forms: Recurrence.Walk
    var near: Neighbourhood
    /// The text of a block that cannot be read where it stands in the dump's.
    var text: [UInt8] = []
    private(set) var index = -1
    /// The rows of the block at `index`, in the first `count` entries.
    ///
    /// No block has as many as there is room for: each kind gives one at most, but for some 30 signs and a dozen words.
    private(set) var found = InlineArray<192, UInt16>(repeating: 0)
    private(set) var count = 0
    let offsets = Observation.offsets
    private let steps = StepTable.observations
    let few = Observation.bounds[Observation.templateCount.rawValue]

    package init(_ observations: Observations) {
        self.observations = observations
        list = observations.list
        templates = Recurrence.Walk(observations.templates)
        forms = Recurrence.Walk(observations.forms)
        near = Neighbourhood(observations.list.indices.lazy.prefix(32).map(observations.classes))
    }

    /// Goes to the next block and observes it; false after the last.
    package mutating func next() -> Bool {
        index += 1
        guard index < list.count else { return false }
        near.advance(index + 32 < list.count ? observations.classes(index + 32) : 0)
        count = 0
        addCounts()
        addLook()
        addPlace()
        addRivals()
        addRecurrence()
        addWords()
        return true
    }

    /// The rows of the block at `index`.
    package var rows: [UInt16] { (0..<count).map { found[$0] } }

    /// Adds a value of a kind of named values.
    @inline(__always)
    mutating func add(_ kind: Observation, _ value: Int) {
        add(row: UInt16(truncatingIfNeeded: offsets[kind.rawValue] &+ value))
    }

    /// Adds the step of a kind that a number falls on.
    @inline(__always)
    mutating func add(_ kind: Observation, step number: Int) {
        add(row: steps.row(kind, number))
    }

    @inline(__always)
    private mutating func add(row: UInt16) {
        guard count < found.count else { return }
        found[count] = row
        count &+= 1
    }

    private mutating func addCounts() {
        let statistics = list.statistics[index]
        let words = statistics.words
        let length = words <= 4 ? 0 : words <= 12 ? 6 : 12
        add(.words, step: words)
        add(.width, step: statistics.width)
        add(.first, Observations.firstKind(statistics))
        add(.last, Observations.lastKind(statistics))
        add(.innerStops, step: statistics.innerStops)
        add(.capitalised, length + share(statistics.capitalised, of: words))
        add(.lowered, length + share(statistics.lowered, of: words))
        let common = words == 0 ? 0 : statistics.common * 100 / words
        add(.common, length + Observations.step(common, [0, 9, 19, 29, 39]))
        let signs = statistics.digits + statistics.letters
        add(.digits, step: signs == 0 ? 0 : statistics.digits * 100 / signs)
        add(.letters, step: statistics.width == 0 ? 0 : statistics.letters * 100 / statistics.width)
        add(.commas, statistics.commas * 6 > words && statistics.commas > 1 ? 4 : min(statistics.commas, 3))
        add(.separators, step: statistics.separators)
        add(.script, BlockReader.script(statistics.first))
    }

    private func share(_ part: Int, of whole: Int) -> Int {
        whole == 0 || part == 0 ? 0 : part >= whole ? 5 : 1 + part * 4 / whole
    }

    /// The script of a character, as a value of `Observation.script`.
    private static func script(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0: 0
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: 1
        case 0x370...0x3FF, 0x1F00...0x1FFF: 2
        case 0x400...0x52F: 3
        case 0x590...0x5FF: 4
        case 0x600...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: 5
        case 0x900...0xDFF: 6
        case 0xE00...0x109F, 0x1780...0x17FF: 7
        case 0x3040...0x30FF: 8
        case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: 9
        case 0x1100...0x11FF, 0xAC00...0xD7AF: 10
        default: 11
        }
    }

    private mutating func addLook() {
        let block = list.blocks[index]
        add(.shape, Int(observations.shapes[index].rawValue))
        add(.heading, step: block.headingLevel)
        add(.listing, (block.isListed ? 2 : 0) + (block.isSeparate ? 1 : 0))
        add(.blankBefore, step: index == 0 ? 3 : block.blankBefore)
        add(.blankAfter, step: index + 1 < list.count ? list.blocks[index + 1].blankBefore : 3)
        add(.indentation, block.indentation)
        add(.link, Int(block.link.rawValue))
        var bits = observations.signs[index].rawValue
        while bits != 0 {
            add(.sign, bits.trailingZeroBitCount)
            bits &= bits - 1
        }
        guard observations.bylines.contains(index), let byline = observations.bylines[index] else { return }
        if byline.date != nil {
            add(.date, byline.isUpdate ? 4 : byline.isDateAlone ? 5 : byline.sureness.rawValue)
        }
        let names = (byline.authors != nil ? 1 : 0) + (byline.outlet != nil ? 2 : 0)
        add(.byline, names + (byline.comments != nil ? 4 : 0))
    }

    private mutating func addPlace() {
        add(.place, step: index)
        add(.placeFromEnd, step: list.count - 1 - index)
        add(.placeInPage, step: index * 100 / list.count)
        add(.proseAhead, step: observations.prose(index + 1, index + 4))
        add(.proseAhead8, step: observations.prose(index + 1, index + 9))
        add(.proseBefore, step: observations.prose(index - 3, index))
        add(.proseBefore8, step: observations.prose(index - 8, index))
        let all = observations.prose(0, list.count)
        let before = observations.prose(0, index)
        add(.proseShareBefore, step: before == 0 ? 0 : before >= all ? 100 : min(99, 1 + before * 100 / all))
        add(.dateAhead, step: near.after(.date))
        add(.dateBefore, step: near.before(.date))
        add(.longProseAhead, step: near.after(.longProse))
        add(.longProseBefore, step: near.before(.longProse))
        add(.headingAhead, step: near.after(.heading))
        add(.headingBefore, step: near.before(.heading))
        add(.closingBefore, step: near.before(.closing))
        add(.continuationAhead, step: near.after(.continuation))
        add(.continuationBefore, step: near.before(.continuation))
    }

    /// How far around a line others are compared with it.
    private static let rivalReach = 16

    /// Compares a line with the others, up to the next long text before and after, that may head the same text.
    private mutating func addRivals() {
        let shared = observations.shares[index]
        add(.shareInProse, shared < 0 ? 0 : 1 + Observations.step(Int(shared), [0, 24, 49, 74, 99]))
        let statistics = list.statistics[index]
        guard statistics.words <= 40, statistics.letters >= 4 else { return }
        add(.shareRank, observations.shareRank(index))
        let ahead = near.after(.head, within: min(near.after(.longProse), BlockReader.rivalReach))
        let before = near.before(.head, within: min(near.before(.longProse), BlockReader.rivalReach))
        var isLongest = true
        var isBest = true
        // What a line is no match for in both respects need not be compared with the rest.
        func compare(_ other: Int) {
            if list.statistics[other].words > statistics.words { isLongest = false }
            if observations.shares[other] > shared { isBest = false }
        }
        var rest = ahead
        while rest != 0, isLongest || isBest {
            compare(index + 1 + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        rest = before
        while rest != 0, isLongest || isBest {
            compare(index - 1 - rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        add(.rivalsAhead, step: ahead.nonzeroBitCount)
        add(.rivalsBefore, step: before.nonzeroBitCount)
        add(.rivalry, (isLongest ? 2 : 0) + (isBest ? 1 : 0))
    }
}
