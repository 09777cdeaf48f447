/// The part of a sequence that ascends and weighs most.
///
/// Guy Jacobson and Kiem-Phong Vo, “Heaviest increasing/common subsequence problems”, 1992, with a Fenwick tree that
/// answers which ascending part below a value weighs most. It takes n log n steps.
enum HeaviestSubsequence {
    /// - Parameters:
    ///   - values: From 0 on, no two the same.
    ///   - weights: One for each value, above 0.
    /// - Returns: The offsets of the values chosen, ascending.
    static func increasing(_ values: [Int], _ weights: [Int]) -> [Int] {
        // Of the chain that ends at each offset: its weight, and the offset before its last.
        var sums: [Int] = []
        var before: [Int?] = []
        // For stretches of values, the offset where the heaviest chain ends.
        var tree = [Int?](repeating: nil, count: (values.max() ?? 0) + 2)
        func heavier(_ one: Int?, _ other: Int?) -> Int? {
            guard let one, let other else { return one ?? other }
            return sums[other] > sums[one] ? other : one
        }
        for (offset, value) in values.enumerated() {
            var best: Int?
            var node = value
            while node > 0 {
                best = heavier(best, tree[node])
                node &= node - 1
            }
            sums.append(weights[offset] + (best.map { sums[$0] } ?? 0))
            before.append(best)
            node = value + 1
            while node < tree.count {
                tree[node] = heavier(tree[node], offset)
                node += node & -node
            }
        }
        var chosen: [Int] = []
        var last = sums.indices.reduce(nil) { heavier($0, $1) }
        while let offset = last {
            chosen.append(offset)
            last = before[offset]
        }
        return chosen.reversed()
    }
}
