/// What each block of a page speaks for each label, whatever its neighbours are labelled.
///
/// A page is labelled up to four times, as a story and a list and by its habits, and to weigh its blocks' features is the
/// dear part: it is done once, but for a page of many lines without text, which must not take many times its size.
package struct LabelScores: Sendable {
    /// A page's bytes for each block whose scores are kept: they take 64 themselves, and text of one byte a character may
    /// be three bytes a character by now.
    private static let leastBytes = 32

    private let observations: Observations
    private let weights: LabelWeights
    /// The first blocks' scores.
    private let kept: [SIMD32<Int16>]
    /// What the page as a whole speaks for its first block's labels, by row of weights.
    let page: SIMD32<Int16>

    package init(_ observations: Observations, _ weights: LabelWeights) {
        self.observations = observations
        self.weights = weights
        var sums = FeatureScores(weights)
        kept = (0..<min(observations.list.count, observations.list.source.utf8.count / LabelScores.leastBytes)).map { index in
            sums.sums = .zero
            observations.show(index, to: &sums)
            return sums.sums
        }
        page = weights.scores(of: observations.pageFeatures())
    }

    /// The number of blocks.
    var count: Int { observations.list.count }

    /// What a block's features weigh, by row of weights.
    subscript(block: Int) -> SIMD32<Int16> {
        if block < kept.count { return kept[block] }
        var sums = FeatureScores(weights)
        observations.show(block, to: &sums)
        return sums.sums
    }
}
