import Foundation
import Pages

/// The forward-backward algorithm for training: partition sum, marginal probabilities and expected transitions of a
/// page.
///
/// Rabiner, "A tutorial on hidden Markov models", 1989, section III, scaled at each block as in section V.A.
struct Lattice {
    private static let count = PageState.count
    private static let rows = PageState.all.map(\.row)
    private static let predecessors = PageState.predecessors.map { $0.map(Int.init) }

    /// The logarithm of the partition sum, the sum over all paths.
    private(set) var logSum = 0.0
    /// Whether there is any path.
    private(set) var isPossible = true
    /// The marginal probability of each state at each block, blocks × 34 at `block * count + state`.
    private(set) var states: [Double]
    /// How often each transition is expected to be taken, 34 × 34 at `to * count + from`.
    private(set) var steps: [Double]

    /// - Parameters:
    ///   - scores: The emission scores: 32 for each block, by row.
    ///   - parameters: The scores of transitions and starts, as natural logarithms.
    ///   - allowed: Which of the 34 states each block may have; nil where it may have any.
    init(_ scores: [Double], _ parameters: Parameters, allowed: [[Bool]]?) {
        let count = Lattice.count
        let blocks = scores.count / 32
        let step = parameters.steps.map { exp($0) }
        var emissions = [Double](repeating: 0, count: blocks * count)
        for block in 0..<blocks {
            let most = (0..<count).map { scores[block * 32 + Lattice.rows[$0]] }.max() ?? 0
            logSum += most
            for state in 0..<count where allowed?[block][state] ?? true {
                emissions[block * count + state] = exp(scores[block * 32 + Lattice.rows[state]] - most)
            }
        }
        // Alpha, whose sum is scaled to 1 at each block.
        var forward = [Double](repeating: 0, count: blocks * count)
        var scales = [Double](repeating: 1, count: blocks)
        for block in 0..<blocks {
            var sum = 0.0
            for state in 0..<count {
                var value = 0.0
                if block == 0 {
                    value = PageState.all[state].mayStart ? exp(parameters.starts[state]) : 0
                } else {
                    for from in Lattice.predecessors[state] {
                        value += forward[(block - 1) * count + from] * step[state * count + from]
                    }
                }
                value *= emissions[block * count + state]
                forward[block * count + state] = value
                sum += value
            }
            // Paths as improbable as this cannot be told from impossible ones in the range of a double.
            isPossible = isPossible && sum > 1e-150 && sum.isFinite
            sum = max(sum, 1e-300)
            scales[block] = sum
            logSum += log(sum)
            for state in 0..<count { forward[block * count + state] /= sum }
        }
        // Beta, with the same scales.
        var backward = [Double](repeating: 1, count: count)
        states = [Double](repeating: 0, count: blocks * count)
        steps = [Double](repeating: 0, count: count * count)
        for block in (0..<blocks).reversed() {
            for state in 0..<count {
                states[block * count + state] = forward[block * count + state] * backward[state]
            }
            guard block > 0 else { break }
            var before = [Double](repeating: 0, count: count)
            for state in 0..<count {
                let value = emissions[block * count + state] * backward[state] / scales[block]
                guard value > 0 else { continue }
                for from in Lattice.predecessors[state] {
                    let share = step[state * count + from] * value
                    before[from] += share
                    steps[state * count + from] += forward[(block - 1) * count + from] * share
                }
            }
            backward = before
        }
    }
}
