/// Adds up the weights of a block's features.
struct FeatureScores: FeatureSink {
    private let rows: [SIMD32<Int16>]
    /// By row of weights.
    var sums = SIMD32<Int16>.zero

    init(_ weights: LabelWeights) { rows = weights.rows }

    @inline(__always)
    mutating func add(_ feature: Int) { sums &+= rows[feature] }
}
