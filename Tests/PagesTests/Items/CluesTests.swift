import TestSupport
import Testing

@testable import Pages

@Suite struct CluesTests {
    private static func clues(_ body: String, title: String = "", pageKey: String? = nil) -> Clues {
        let folded = Identity.foldedBytes(body)
        return Clues(
            bodyHash: Identity.foldedHash(body),
            folded: folded,
            title: Identity.folded(title),
            pageKey: pageKey
        )
    }

    private static func body(_ seed: UInt64, _ paragraphs: Int = 4) -> String {
        var writer = StoryWriter(seed: seed)
        return writer.body(paragraphs)
    }

    @Test func `a text has clues of its whole, its title, its page and its smallest shingles`() {
        let clues = CluesTests.clues(CluesTests.body(1), title: "The bell", pageKey: "7c1e90b4d35fa268")
        #expect(clues.sketch.count == Clues.sketchSize)
        #expect(clues.all.count == Clues.sketchSize + 3)
        #expect(Set([clues.text, clues.title, clues.page]).count == 3)
    }

    @Test func `no title and no page make no clue, or all untitled texts would be alike`() {
        let clues = CluesTests.clues(CluesTests.body(1))
        #expect(clues.title == nil && clues.page == nil)
        #expect(clues.all.count == Clues.sketchSize + 1)
    }

    @Test func `a title and a page of the same letters give other clues`() {
        let clues = CluesTests.clues("Short.", title: "7c1e90b4d35fa268", pageKey: "7c1e90b4d35fa268")
        #expect(clues.title != clues.page)
    }

    @Test func `case, accents and punctuation change no clue`() {
        let body = CluesTests.body(2)
        let other = CluesTests.clues(body.uppercased().replacing(",", with: " –"), title: "THE BELL!")
        let clues = CluesTests.clues(body, title: "The bell")
        #expect(other.all == clues.all)
    }

    @Test func `clues stay the same for ever, for they are kept`() {
        let clues = CluesTests.clues("The ferry left at nine and came back at ten.", title: "The ferry is late")
        #expect(clues.sketch.count == 8)
        #expect(clues.text == CluesTests.clues("the ferry left at nine and came back at ten").text)
        #expect(CluesTests.numbers(clues) == CluesTests.kept)
    }

    private static func numbers(_ clues: Clues) -> [Int64] {
        [clues.text, clues.title ?? 0] + clues.sketch.prefix(2)
    }

    private static let kept: [Int64] = [
        6_041_886_082_703_527_049, -1_221_046_746_781_984_024, 226_689_912_102_392_504, 1_989_533_039_475_524_014,
    ]

    @Test func `texts that share a third of their shingles share clues enough, nearly always`() {
        var found = 0
        for seed in 0..<200 {
            let common = CluesTests.body(UInt64(1000 + seed), 4)
            let one = CluesTests.clues(common + "\n" + CluesTests.body(UInt64(2000 + seed), 4))
            let other = CluesTests.clues(common + "\n" + CluesTests.body(UInt64(3000 + seed), 4))
            if Set(one.sketch).intersection(other.sketch).count >= Clues.leastShared { found += 1 }
        }
        print("of 200 pairs that share a third of their shingles, \(found) share clues enough")
        #expect(found >= 180)
    }

    @Test func `texts that have nothing in common share no clue`() {
        for seed in 0..<50 {
            let one = CluesTests.clues(CluesTests.body(UInt64(4000 + seed)), title: "One")
            let other = CluesTests.clues(CluesTests.body(UInt64(5000 + seed)), title: "Other")
            #expect(one.all.intersection(other.all).count < Clues.leastShared)
        }
    }

    @Test func `an empty text has a clue of its own and no sketch`() {
        #expect(CluesTests.clues("").sketch.isEmpty)
        #expect(CluesTests.clues("").all.count == 1)
    }
}
