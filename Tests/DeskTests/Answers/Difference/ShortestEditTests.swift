import Testing

@testable import Answers

/// What two sequences have in common.
@Suite struct ShortestEditTests {
    /// The length of the longest common subsequence, by the table of the textbooks.
    private func longest(_ old: [Int], _ new: [Int]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for value in old {
            var before = 0
            for (place, other) in new.enumerated() {
                let above = row[place + 1]
                row[place + 1] = value == other ? before + 1 : max(above, row[place])
                before = above
            }
        }
        return row[new.count]
    }

    @Test func `it is as much as the textbook's table finds`() {
        var dice = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let old = (0..<Int.random(in: 0...14, using: &dice)).map { _ in Int.random(in: 0...3, using: &dice) }
            let new = (0..<Int.random(in: 0...14, using: &dice)).map { _ in Int.random(in: 0...3, using: &dice) }
            var steps = 1_000_000
            let runs = ShortestEdit.common(old, new, steps: &steps)
            #expect(runs.reduce(0) { $0 + $1.count } == longest(old, new))
            var (oldEnd, newEnd) = (0, 0)
            for run in runs {
                #expect(run.old >= oldEnd && run.new >= newEnd && run.count > 0)
                (oldEnd, newEnd) = (run.old + run.count, run.new + run.count)
                #expect(oldEnd <= old.count && newEnd <= new.count)
                #expect(old[run.old..<oldEnd] == new[run.new..<newEnd])
            }
        }
    }

    @Test func `it stops after the steps it may take`() {
        var steps = 100
        #expect(ShortestEdit.common(Array(0..<500), Array(300..<800), steps: &steps) == [])
        #expect(steps <= 0 && steps > -700)
        steps = 1 << 40
        #expect(ShortestEdit.common(Array(0..<5000), Array(1000..<6000), steps: &steps) == [])
        #expect((1 << 40) - steps < 4_000_000)
    }
}
