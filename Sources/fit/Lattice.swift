import Foundation
import Pages

/// The sums over all ways through a page's states: forward and backward, scaled at each block.
///
/// Rabiner, "A tutorial on hidden Markov models", 1989, section III and V.A (scaling).
struct Lattice {
    private static let count = PageState.count
    private static let rows = PageState.all.map(\.row)
    private static let predecessors = PageState.predecessors.map { $0.map(Int.init) }

    /// The logarithm of the sum over all ways.
    private(set) var logSum = 0.0
    /// Whether there is a way at all.
    private(set) var isPossible = true
    /// For each block and state the share of the ways that go through it.
    private(set) var states: [Double]
    /// For each step from state to state the number of blocks it is expected behind, at `to * count + from`.
    private(set) var steps: [Double]

    /// - Parameters:
    ///   - scores: for each block 32 scores by row.
    ///   - parameters: steps and starts in logarithms.
    ///   - allowed: the states each block may have; nil where all may be.
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
            // Labels this unlikely cannot be told from impossible ones in a double's range.
            isPossible = isPossible && sum > 1e-150 && sum.isFinite
            sum = max(sum, 1e-300)
            scales[block] = sum
            logSum += log(sum)
            for state in 0..<count { forward[block * count + state] /= sum }
        }
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
