/// Takes the features of a block one after another, as their numbers.
///
/// The features are described once; training and explaining want their numbers, labelling only what they add up to.
protocol FeatureSink {
    mutating func add(_ feature: Int)
}

/// Lists a block's features.
struct FeatureNumbers: FeatureSink {
    var numbers: [Int]

    mutating func add(_ feature: Int) { numbers.append(feature) }
}

/// Adds up the weights of a block's features.
struct FeatureScores: FeatureSink {
    private let rows: [SIMD32<Int16>]
    /// By row of weights.
    var sums = SIMD32<Int16>.zero

    init(_ weights: LabelWeights) { rows = weights.rows }

    @inline(__always)
    mutating func add(_ feature: Int) { sums &+= rows[feature] }
}
