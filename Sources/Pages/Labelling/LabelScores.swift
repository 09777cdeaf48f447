/// The emission scores of a page's blocks: how well each block fits each label, whatever labels its neighbours have.
///
/// A page's scores are read several times: for the best paths, for the habits of a list and for marginal probabilities.
/// Computing the score of every feature is the most expensive step, so it is done once and the sums are kept. On a page
/// of many lines with little text only those of the first blocks are: all of them would take many times its size.
package struct LabelScores: Sendable {
    /// One block's scores are kept for this many bytes of the page.
    ///
    /// The scores take 64 bytes themselves, and text that came with one byte a character may have three in UTF-8.
    private static let leastBytes = 32

    private let observations: Observations
    private let weights: LabelWeights
    /// The scores of the first blocks, 32 each.
    private let kept: [SIMD32<Int16>]
    /// The 32 scores of the page's own features, which are added to those of the first block.
    let page: SIMD32<Int16>

    package init(_ observations: Observations, _ weights: LabelWeights) {
        self.observations = observations
        self.weights = weights
        var sums = FeatureScores(weights)
        let count = min(observations.list.count, observations.list.source.utf8.count / LabelScores.leastBytes)
        kept = (0..<count).map { index in
            sums.sums = .zero
            observations.show(index, to: &sums)
            return sums.sums
        }
        page = weights.scores(of: observations.pageFeatures())
    }

    /// The number of blocks.
    var count: Int { observations.list.count }

    /// The emission scores of a block: 16 for the labels of a story page, then 16 for those of a list.
    subscript(block: Int) -> SIMD32<Int16> {
        if block < kept.count { return kept[block] }
        var sums = FeatureScores(weights)
        observations.show(block, to: &sums)
        return sums.sums
    }
}
