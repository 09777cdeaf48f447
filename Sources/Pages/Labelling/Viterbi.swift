import CLabels

/// The best path of labels through a page's blocks (Viterbi, 1967): the one with the greatest sum of emission and
/// transition scores.
///
/// Time is linear in the number of blocks. Back-pointers take four bits for each block and label.
enum Viterbi {
    private static let count = BlockLabel.allCases.count
    /// The score of a label that no path reaches: lower than that of the worst path through two million blocks.
    private static let unreached = LABEL_UNREACHED

    /// - Parameters:
    ///   - scores: What the network says of the blocks.
    ///   - network: The transition scores.
    /// - Returns: a label for each block.
    static func labels(_ scores: LabelPass.Scores, _ network: LabelNetwork) -> [BlockLabel] {
        guard scores.count > 0 else { return [] }
        let bytes = (count + 1) / 2
        var back = [UInt8](repeating: 0, count: scores.count * bytes)
        var best = (0..<count).map { label in
            BlockLabel.allCases[label].mayStart
                ? Int64(network.starts[label]) + emission(scores, 0, label) : unreached
        }
        unsafe label_steps(&best, steps(network), scores.emissions, scores.page, Int64(scores.count), &back)
        var label = best.indices.max { best[$0] < best[$1] } ?? 0
        var labels = [BlockLabel](repeating: .outside, count: scores.count)
        for block in labels.indices.reversed() {
            labels[block] = BlockLabel.allCases[label]
            label = Int(back[block * bytes + label / 2] >> UInt8(label % 2 * 4) & 15)
        }
        return labels
    }

    private static func emission(_ scores: LabelPass.Scores, _ block: Int, _ label: Int) -> Int64 {
        Int64(scores.emissions[block * count + label]) * 10 + Int64(scores.page[label])
    }

    /// Transition scores as `[from][to]`, with those that the labels forbid.
    private static func steps(_ network: LabelNetwork) -> [Int64] {
        BlockLabel.allCases.flatMap { from in
            BlockLabel.allCases.map { to in
                from.mayPrecede(to)
                    ? Int64(network.transitions[Int(from.rawValue) * count + Int(to.rawValue)]) : unreached / 1024
            }
        }
    }
}
