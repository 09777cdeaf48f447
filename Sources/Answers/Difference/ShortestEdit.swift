/// What two sequences have in common in the same order, as much as possible.
///
/// Eugene Myers, “An O(ND) difference algorithm and its variations”, Algorithmica 1, 1986, the greedy one. It looks for
/// a way through the grid of both sequences with as few edits as possible; on a diagonal nothing is edited.
enum ShortestEdit {
    /// A stretch that both have.
    struct Run: Equatable {
        var old: Int
        var new: Int
        var count: Int
    }

    /// More edits than this are not looked for.
    ///
    /// For each number of edits a row is kept, so this bounds the memory too: 4 MB.
    private static let maximalEdits = 1000

    /// The stretches that both have, in order.
    ///
    /// - Parameters:
    ///   - old: Numbers that stand for words.
    ///   - new: Likewise.
    ///   - steps: How many steps may be taken; those taken are subtracted.
    /// - Returns: None where the two differ too much to be compared.
    static func common(_ old: [Int], _ new: [Int], steps: inout Int) -> [Run] {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        let limit = min(old.count + new.count, maximalEdits)
        // How far one gets on each diagonal (offset in old minus offset in new), stored from -limit - 1 on.
        var furthest = [Int32](repeating: 0, count: 2 * limit + 3)
        let middle = limit + 1
        // The furthest places before each round, from diagonal -edits - 1 to edits + 1.
        var rounds: [[Int32]] = []
        for edits in 0...limit {
            rounds.append(Array(furthest[(middle - edits - 1)...(middle + edits + 1)]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let at = middle + diagonal
                let goesDown = diagonal == -edits || diagonal != edits && furthest[at - 1] < furthest[at + 1]
                let start = goesDown ? Int(furthest[at + 1]) : Int(furthest[at - 1]) + 1
                var end = start
                while end < old.count, end - diagonal < new.count, old[end] == new[end - diagonal] { end += 1 }
                furthest[at] = Int32(end)
                steps -= 1 + end - start
                if end >= old.count, end - diagonal >= new.count { return way(rounds, old.count, new.count) }
            }
            guard steps > 0 else { return [] }
        }
        return []
    }

    /// Goes the way back that was found, and notes where it went along a diagonal.
    private static func way(_ rounds: [[Int32]], _ oldCount: Int, _ newCount: Int) -> [Run] {
        var runs: [Run] = []
        var (old, new) = (oldCount, newCount)
        for (edits, furthest) in rounds.enumerated().reversed() {
            let diagonal = old - new
            let at = diagonal + edits + 1
            let goesDown = diagonal == -edits || diagonal != edits && furthest[at - 1] < furthest[at + 1]
            // Where the last edit before this stretch ended, and where it began.
            let start = edits == 0 ? 0 : goesDown ? Int(furthest[at + 1]) : Int(furthest[at - 1]) + 1
            if old > start { runs.append(Run(old: start, new: start - diagonal, count: old - start)) }
            old = goesDown ? start : start - 1
            new = goesDown ? start - diagonal - 1 : start - diagonal
        }
        return runs.reversed()
    }
}
