/// Lists a block's features.
struct FeatureNumbers: FeatureSink {
    var numbers: [Int]

    mutating func add(_ feature: Int) { numbers.append(feature) }
}
