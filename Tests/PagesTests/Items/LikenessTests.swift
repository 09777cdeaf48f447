import Testing

@testable import Pages

@Suite struct LikenessTests {
    static let story = """
        The harbour board met on Tuesday and decided that ferries will run again from May. Nobody was hurt in the
        storm, the captain said, but two piers have to be built anew before the summer.
        """

    private static func containment(_ one: String, _ other: String) -> Double {
        Likeness(Shingles(folded: Folding.folded(one)), Shingles(folded: Folding.folded(other))).containment
    }

    @Test func `similarity of a text with itself is 1, however it is set`() {
        #expect(LikenessTests.containment(LikenessTests.story, LikenessTests.story) == 1)
        #expect(LikenessTests.containment(LikenessTests.story, LikenessTests.story.uppercased() + " — ") == 1)
    }

    @Test func `similarity of a text carried whole inside a longer one is 1, both ways round`() {
        let longer = "An introduction by the editor goes first. " + LikenessTests.story + " More follows below."
        #expect(LikenessTests.containment(LikenessTests.story, longer) == 1)
        #expect(LikenessTests.containment(longer, LikenessTests.story) == 1)
    }

    @Test func `similarity of texts that share nothing is 0`() {
        #expect(
            LikenessTests.containment(LikenessTests.story, "Quite another tale about a mountain and its goats.") == 0
        )
        #expect(LikenessTests.containment("", LikenessTests.story) == 0)
        #expect(LikenessTests.containment("", "") == 0)
        #expect(LikenessTests.containment("Two words", "Other words") == 0)
    }

    @Test func `similarity falls by three shingles for one changed word`() {
        let words = (0..<102).map { "w\($0)" }
        var changed = words
        changed[50] = "changed"
        let overlap = LikenessTests.containment(words.joined(separator: " "), changed.joined(separator: " "))
        #expect(abs(overlap - 0.97) < 0.0001)
    }

    @Test func `similarity goes by characters where no spaces part the words`() {
        let one = "市议会周二开会讨论了新的港口"
        #expect(LikenessTests.containment(one, "记者报道，" + one + "。") == 1)
        let overlap = LikenessTests.containment(one, "市议会周三开会讨论了新的港口")
        #expect(overlap > 0.5 && overlap < 1)
    }

    @Test func `similarity is estimated from a sample where the texts are long, and the sample is fair`() {
        let words = (0..<60_000).map { "w\($0)" }
        let half = (0..<60_000).map { $0 < 30_000 ? "w\($0)" : "x\($0)" }
        let overlap = LikenessTests.containment(words.joined(separator: " "), half.joined(separator: " "))
        #expect(abs(overlap - 0.5) < 0.03)
        let part = words[20_000..<25_000].joined(separator: " ")
        #expect(LikenessTests.containment(part, words.joined(separator: " ")) == 1)
    }
}
