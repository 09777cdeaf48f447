extension Observations {
    /// The fewest pairs of a headline and a text that tell something; fewer may stand on any page.
    private static let leastPairs = 4

    /// Whether a block is a headline with one short block of text below it.
    package func isPair(_ index: Int) -> Bool {
        guard index + 1 < list.count, [.headline, .heading].contains(shapes[index]) else { return false }
        return list.statistics[index].words >= 4 && !signs[index].contains(.numbered)
            && shapes[index + 1].isProse && list.statistics[index + 1].words <= 60
            && (index + 2 >= list.count || !shapes[index + 2].isProse)
    }

    /// Computes the share of the running text that stands in short blocks, each below a headline of its own.
    ///
    /// Where that is nearly all text, the page is a list of teasers: the headings within a story have more text below
    /// them, or a number.
    mutating func findPairs() {
        var words = 0
        var pairs = 0
        for index in list.indices.dropLast() where isPair(index) {
            pairs += 1
            words += list.statistics[index + 1].words
        }
        let all = prose(0, list.count)
        pairShare = pairs < Observations.leastPairs || all == 0 ? 0 : Double(words) / Double(all)
    }

    /// Adds a block's part in a pair, crossed with the share of the page's text that stands in pairs.
    func addPair(_ index: Int, _ found: inout some FeatureSink) {
        let isHead = isPair(index)
        guard isHead || index > 0 && isPair(index - 1) else { return }
        let share = pairShare == 0 ? 0 : pairShare < 0.5 ? 1 : pairShare < 0.95 ? 2 : 3
        found.add(offsets[LabelFeature.pair.rawValue] &+ (isHead ? 0 : 4) &+ share)
    }
}
