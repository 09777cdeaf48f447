/// A receiver of a block's features, which come one after another as their numbers.
///
/// So the features are described in one place only. Training and explaining need their numbers; labelling only needs
/// the sum of their weights.
protocol FeatureSink {
    mutating func add(_ feature: Int)
}

/// Lists a block's features.
struct FeatureNumbers: FeatureSink {
    var numbers: [Int]

    mutating func add(_ feature: Int) { numbers.append(feature) }
}

/// Adds up the weights of a block's features, which gives the block's emission scores.
struct FeatureScores: FeatureSink {
    private let rows: [SIMD32<Int16>]
    /// The sums: 16 for the labels of a story page, then 16 for those of a list.
    var sums = SIMD32<Int16>.zero

    init(_ weights: LabelWeights) { rows = weights.rows }

    @inline(__always)
    mutating func add(_ feature: Int) { sums &+= rows[feature] }
}
