/// What a list does with its blocks, told from how they were labelled at first: blocks in the same surroundings are the
/// same to all its posts.
///
/// Labels are decided from one block to the next, so a post that looks a little unlike the others is misread alone, and
/// the others could tell. Only surroundings that a template makes count: a date, a byline or a line that the page prints
/// again and again. What text and headlines alone look like is the same on all pages, and the weights know it already.
///
/// Labelling anew with what other labels of the page say is stacking (Cohen and Carvalho, "Stacked sequential learning",
/// 2005), with shares of the page itself in place of a second learned model.
package struct PageHabits: Sendable {
    /// What it speaks for a label if all others in one of a block's surroundings have it.
    ///
    /// In hundredths of logarithms of odds. With anything from 200 to 800, pages of other sites were read equally well.
    private static let weight = 300
    /// A line stands so often on a page that repeats it, and blocks in the same surroundings are so many, with the block
    /// itself.
    private static let least = 3
    /// Of lines and of surroundings so many different ones are counted, or one for every fourth block, so that they take
    /// a part only of the page's room: what repeats is met early.
    private static let counted = 1 << 10..<1 << 14
    /// Blocks of one surroundings beyond so many add nothing, and their numbers stay small.
    private static let mostAlike = 1 << 14
    /// The most words of a line that posts repeat.
    private static let longestRepeat = 6
    /// The most words of a line that is no headline if it stands often.
    private static let longestLabel = 3

    private let observations: Observations
    private let states: [PageState]
    /// How often short lines stand on the page, by their number.
    private var lines: [UInt64: UInt16] = [:]
    /// How often each label was given in each surroundings.
    private var counts: [UInt64: SIMD16<UInt16>] = [:]
    /// Whether any surroundings are those of enough blocks.
    private(set) var areAny = false

    /// - Parameters:
    ///   - states: a reading of the page as a list.
    ///   - observations: what its blocks show.
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

    /// What the page's other blocks speak for each label of a block.
    func leaning(_ index: Int) -> SIMD16<Int16> {
        var sum = SIMD16<Int16>.zero
        let keys = surroundings(index)
        for place in keys.indices {
            guard keys[place] != 0, var others = counts[keys[place]] else { continue }
            // The block itself; of very many alike it may not be counted.
            let own = Int(states[index].label.rawValue)
            if others[own] > 0 { others[own] -= 1 }
            let count = Int32(others.wrappedSum())
            guard count >= PageHabits.least - 1 else { continue }
            // One more than there are: few others are less sure than many.
            let shares = SIMD16<Int32>(truncatingIfNeeded: others) &* Int32(PageHabits.weight) / (count + 1)
            sum &+= SIMD16<Int16>(truncatingIfNeeded: shares)
        }
        if observations.list.statistics[index].words <= PageHabits.longestLabel, isRepeated(index) {
            sum[Int(BlockLabel.headline.rawValue)] &-= Int16(PageHabits.weight)
        }
        return sum
    }

    /// The numbers of a block's surroundings: what follows it, that with the block, and both with what is before; zero
    /// where no template shows.
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

    // Numbers of kinds: those of shapes are small, those of repeated lines have the highest bit.
    private static let text: UInt64 = 100
    private static let line: UInt64 = 101
    private static let repeatedLine: UInt64 = 1 << 63

    /// Whether a template put the line there.
    private static func isMark(_ kind: UInt64) -> Bool {
        kind >= repeatedLine || kind == UInt64(BlockShape.date.rawValue) || kind == UInt64(BlockShape.byline.rawValue)
    }

    /// A block as its neighbours see it: a line that the page repeats by its words, any other by its shape.
    private func kind(_ index: Int) -> UInt64 {
        guard states.indices.contains(index) else { return UInt64(BlockShape.edge.rawValue) }
        if isRepeated(index) { return observations.list.statistics[index].fold | PageHabits.repeatedLine }
        return switch observations.shapes[index] {
        case .longProse, .prose, .cut: PageHabits.text
        // A headline by its length only may look like any line.
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
