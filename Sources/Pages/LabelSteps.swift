/// The steps from the states of one block to those of the next, weighed for four states at a time.
///
/// A page's blocks are many, and this is where labelling them spent its time. What a way weighs and the state it comes
/// from are one number, so that the greater of two is the better way and no branch is needed: 64 times the weight, and 63
/// less the state, since of ways that weigh the same the one from the first state is taken. Floating point numbers, since
/// processors of this century find the greater of those at once; all are whole and far below 2^53, so no bit is lost.
struct LabelSteps {
    private typealias Four = SIMD4<Double>

    /// What a state weighs that no way leads to.
    static let unreached = Int32.min / 2

    private static let groupCount = (PageState.count + 3) / 4

    private let predecessors: [Range<Int>]
    /// For each four states the steps from each of those before them; one that may not be taken weighs less than any.
    private var steps: [Four]
    /// The row of weights of each state.
    private let rows: [Int]
    /// What the best way to each state weighs, as `steps` counts it; some more, so that fours come out even.
    private var ways = [Double](repeating: 0, count: groupCount * 4)
    private var bestWays = [Double](repeating: 0, count: groupCount * 4)

    /// For each four states the first and the last of those that any of them may follow.
    private static let predecessors: [Range<Int>] = (0..<groupCount).map { group in
        let next = group * 4..<min(PageState.count, group * 4 + 4)
        let before = PageState.predecessors[next].joined()
        return Int(before.min() ?? 0)..<Int(before.max() ?? 0) + 1
    }

    private static let allRows = PageState.all.map(\.row)

    init(_ weights: LabelWeights) {
        rows = LabelSteps.allRows
        predecessors = LabelSteps.predecessors
        let before = PageState.predecessors
        let count = predecessors.reduce(0) { $0 + $1.count }
        steps = [Four](repeating: Four(repeating: -.infinity), count: count)
        var first = 0
        for group in 0..<LabelSteps.groupCount {
            let range = predecessors[group]
            for lane in 0..<min(4, PageState.count - group * 4) {
                let to = group * 4 + lane
                for state in before[to] {
                    let from = Int(state)
                    let weight = Int(weights.transitions[to * PageState.count + from])
                    steps[first + from - range.lowerBound][lane] = Double(weight * 64 + 63 - from)
                }
            }
            first += range.count
        }
    }

    /// Takes the best step to each state of the next block.
    ///
    /// - Parameters:
    ///   - scores: what the best way to each state weighs, before and after.
    ///   - emissions: what the next block speaks for each row of weights.
    ///   - back: gets the state before each state.
    ///   - offset: where in `back` they begin.
    mutating func advance(_ scores: inout [Int32], _ emissions: [Int32], _ back: inout [UInt8], at offset: Int) {
        var scores = scores.mutableSpan
        for state in scores.indices { ways[state] = Double(scores[state]) * 64 }
        takeBest()
        var back = back.mutableSpan
        for state in scores.indices {
            // Added to so large a number, a whole one stands in the low bits.
            let way = (ways[state] + LabelSteps.large).bitPattern
            let score = max(Int32(truncatingIfNeeded: way &>> 6), LabelSteps.unreached)
            scores[state] = score &+ emissions[rows[state]]
            back[offset &+ state] = UInt8(truncatingIfNeeded: ~way & 63)
        }
    }

    /// Finds the best way to each state of the next block.
    private mutating func takeBest() {
        var next = 0
        for group in 0..<LabelSteps.groupCount {
            var best = Four(repeating: LabelSteps.none)
            for from in predecessors[group] {
                let way = steps[next] + Four(repeating: ways[from])
                best.replace(with: way, where: way .> best)
                next &+= 1
            }
            for lane in 0..<4 { bestWays[group &* 4 &+ lane] = best[lane] }
        }
        swap(&ways, &bestWays)
    }

    /// Less than any way weighs: no step from the first state.
    private static let none = Double(Int32.min) * 64 + 63
    private static let large = 0x1.8p52
}
