import Testing

@testable import Answers

/// Which paragraphs stay in their places.
@Suite struct HeaviestSubsequenceTests {
    @Test func `no other ascending part weighs more`() {
        var dice = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let values = (0..<Int.random(in: 0...9, using: &dice)).shuffled(using: &dice)
            let weights = values.map { _ in Int.random(in: 1...5, using: &dice) }
            let chosen = HeaviestSubsequence.increasing(values, weights)
            #expect(chosen == chosen.sorted())
            #expect(chosen.map { values[$0] } == chosen.map { values[$0] }.sorted())
            var heaviest = 0
            for subset in 0..<(1 << values.count) {
                let offsets = values.indices.filter { subset >> $0 & 1 == 1 }
                let ascends = zip(offsets, offsets.dropFirst()).allSatisfy { values[$0] < values[$1] }
                if ascends { heaviest = max(heaviest, offsets.reduce(0) { $0 + weights[$1] }) }
            }
            #expect(chosen.reduce(0) { $0 + weights[$1] } == heaviest)
        }
    }
}
