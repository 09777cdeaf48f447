/// What each block of a page speaks for each label, whatever its neighbours are labelled.
///
/// A page is labelled up to four times, as a story and a list and by its habits, and its blocks' features are the dear
/// part: they are weighed once.
package struct LabelScores: Sendable {
    /// For each block what its features weigh, by row of weights.
    let blocks: [SIMD32<Int16>]
    /// What the page as a whole speaks for its first block's labels.
    let page: SIMD32<Int16>

    package init(_ evidence: LabelEvidence, _ weights: LabelWeights) {
        var sums = FeatureScores(weights)
        blocks = evidence.list.indices.map { index in
            sums.sums = .zero
            evidence.show(index, to: &sums)
            return sums.sums
        }
        page = weights.scores(of: evidence.pageFeatures())
    }
}
