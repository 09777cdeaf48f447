/// How sure the labels of blocks are, on dumps that were read once more for it.
package struct LabelSureness: Sendable, Equatable {
    /// Dumps that were read; those that a layout reads have no odds and are not among them.
    package var dumps = 0
    /// Blocks by the probability of their label in tenths, 0 to 9; the last one is 0.9 to 1.
    package var tenths = [Int](repeating: 0, count: 10)

    package var blocks: Int { tenths.reduce(0, +) }

    mutating func add(probability: Double) {
        guard probability.isFinite else { return }
        tenths[min(9, max(0, Int(probability * 10)))] += 1
    }

    /// Blocks whose label is at least so many tenths likely.
    package func blocks(from tenth: Int) -> Int { tenths.dropFirst(tenth).reduce(0, +) }
}
