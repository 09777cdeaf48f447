import Pages

/// Files on their way between hashing and filing: their pages are read while the batch before them is filed.
struct BatchInHand {
    /// A file with its digest, and whether the database holds that.
    typealias Recognised = (file: HashedFile, isKnown: Bool)

    let looks: [Intake.Look]
    let readings: ReadAhead<Recognised, Reading>
    /// What it came to so far.
    let batch: Batch

    /// The names that are in work.
    var paths: [[UInt8]] {
        looks.compactMap { $0.isDelivery ? $0.path : nil }
    }
}
