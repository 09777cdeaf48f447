/// Takes the features of a block one after another, as their numbers.
///
/// The features are described once; training and explaining want their numbers, labelling only what they add up to.
protocol FeatureSink {
    mutating func add(_ feature: Int)
}
