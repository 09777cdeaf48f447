/// The habits of a list: how often blocks in the same surroundings got each label.
///
/// Blocks in the same surroundings have the same role in all posts of a list. The label model sees each block with its
/// neighbours only, so a post that looks a little different is misread by itself, though the other posts could tell.
/// Only surroundings that a template makes are counted: those with a date, a byline or a line that the page prints
/// again and again. What text and headlines look like in general is the same on all pages, and the weights know it
/// already.
///
/// To label again with the help of the page's other labels is stacking (Cohen and Carvalho, "Stacked sequential
/// learning", 2005), with counts of the page itself in place of a second learned model.
package struct PageHabits: Sendable {
    /// The most that is added to a label's score: where all other blocks in the same surroundings have that label.
    ///
    /// In hundredths of log-odds. With anything from 200 to 800, pages of other sites were read equally well.
    private static let weight = 300
    /// How often a line must stand on a page to be a repeated one, and how many blocks must share their surroundings
    /// (the block itself included) to show a habit.
    private static let least = 3
    /// The bounds of how many different lines, and how many surroundings, are counted.
    ///
    /// Between the bounds it is one for every four blocks, so that the counts take only a part of the page's own
    /// memory. What repeats is met early.
    private static let counted = 1 << 10..<1 << 14
    /// The most blocks counted for the same surroundings; more would add nothing, and the counts fit 16 bits.
    private static let mostAlike = 1 << 14
    /// The most words of a line that posts repeat.
    private static let longestRepeat = 6
    /// The most words of a line that cannot be a headline if it is repeated.
    private static let longestLabel = 3

    private let observations: Observations
    private let states: [PageState]
    /// How often each short line stands on the page, up to `least`, by its hash (`BlockStatistics.fold`).
    private var lines: [UInt64: UInt16] = [:]
    /// How often each label was given in each surroundings: 16 counts by label, by the hash of the surroundings.
    private var counts: [UInt64: SIMD16<UInt16>] = [:]
    /// Whether any surroundings have enough blocks to show a habit.
    private(set) var areAny = false

    /// - Parameters:
    ///   - states: The labels of the page as a list.
    ///   - observations: What the label model sees of its blocks.
    init(_ states: [PageState], _ observations: Observations) {
        self.observations = observations
        self.states = states
        let most = min(max(PageHabits.counted.lowerBound, states.count / 4), PageHabits.counted.upperBound)
        for index in states.indices where mayRepeat(index) {
            let fold = observations.list.statistics[index].fold
            let count = lines[fold, default: 0]
            if count < PageHabits.least, count > 0 || lines.count < most { lines[fold] = count + 1 }
        }
        for index in states.indices {
            let keys = surroundings(index)
            for place in keys.indices where keys[place] != 0 {
                var labels = counts[keys[place], default: .zero]
                let alike = labels.wrappedSum()
                guard alike < PageHabits.mostAlike, alike > 0 || counts.count < most else { continue }
                labels[Int(states[index].label.rawValue)] += 1
                counts[keys[place]] = labels
            }
        }
        areAny = counts.contains { $0.value.wrappedSum() >= PageHabits.least }
    }

    /// What the page's other blocks add to a block's score for each label: 16 values by label.
    func leaning(_ index: Int) -> SIMD16<Int16> {
        var sum = SIMD16<Int16>.zero
        let keys = surroundings(index)
        for place in keys.indices {
            guard keys[place] != 0, var others = counts[keys[place]] else { continue }
            // The block itself does not count. Where very many blocks are alike, it may not be among the counted ones.
            let own = Int(states[index].label.rawValue)
            if others[own] > 0 { others[own] -= 1 }
            let count = Int32(others.wrappedSum())
            guard count >= PageHabits.least - 1 else { continue }
            // The divisor is one more than their number, so that a few blocks weigh less than many.
            let shares = SIMD16<Int32>(truncatingIfNeeded: others) &* Int32(PageHabits.weight) / (count + 1)
            sum &+= SIMD16<Int16>(truncatingIfNeeded: shares)
        }
        if observations.list.statistics[index].words <= PageHabits.longestLabel, isRepeated(index) {
            sum[Int(BlockLabel.headline.rawValue)] &-= Int16(PageHabits.weight)
        }
        return sum
    }

    /// The hashes of a block's three surroundings; zero where no template shows in them.
    ///
    /// They are the next block; the block and the next; the previous block, the block and the next.
    private func surroundings(_ index: Int) -> InlineArray<3, UInt64> {
        let before = kind(index - 1)
        let own = kind(index)
        let next = kind(index + 1)
        let pair = PageHabits.mixed(PageHabits.mixed(1, own), next)
        let isMarked = PageHabits.isMark(own) || PageHabits.isMark(next)
        return [
            PageHabits.isMark(next) ? PageHabits.mixed(3, next) : 0, isMarked ? pair : 0,
            isMarked || PageHabits.isMark(before) ? PageHabits.mixed(pair, before) : 0,
        ]
    }

    private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = (one ^ other &* 0x9E37_79B9_7F4A_7C15) &* 0x100_0000_01B3
        return (product ^ product &>> 29) | 1
    }

    // Numbers of kinds: those of shapes are small, and hashes of repeated lines have the highest bit set.
    private static let text: UInt64 = 100
    private static let line: UInt64 = 101
    private static let repeatedLine: UInt64 = 1 << 63

    /// Whether a kind of block comes from the page's template: a date, a byline or a repeated line.
    private static func isMark(_ kind: UInt64) -> Bool {
        kind >= repeatedLine || kind == UInt64(BlockShape.date.rawValue) || kind == UInt64(BlockShape.byline.rawValue)
    }

    /// A block's kind as its neighbours see it: a repeated line by the hash of its words, any other line by its shape.
    private func kind(_ index: Int) -> UInt64 {
        guard states.indices.contains(index) else { return UInt64(BlockShape.edge.rawValue) }
        if isRepeated(index) { return observations.list.statistics[index].fold | PageHabits.repeatedLine }
        return switch observations.shapes[index] {
        case .longProse, .prose, .cut: PageHabits.text
        // Only its length tells such a headline, so any short line may be one.
        case .headline, .shortHeadline, .scrap: PageHabits.line
        default: UInt64(observations.shapes[index].rawValue)
        }
    }

    private func mayRepeat(_ index: Int) -> Bool {
        let statistics = observations.list.statistics[index]
        return statistics.letters >= 3 && statistics.words <= PageHabits.longestRepeat
    }

    private func isRepeated(_ index: Int) -> Bool {
        mayRepeat(index) && lines[observations.list.statistics[index].fold, default: 0] >= PageHabits.least
    }
}
