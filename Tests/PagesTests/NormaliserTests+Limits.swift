import Testing

@testable import Pages

extension NormaliserTests {
    /// A generator with a seed, so that a failure can be repeated.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let scraps = [
        "\n", "\n\n", " ", "By ", "By Ada Marsh", " | ", " – ", "January 27, 2026", "04/06/2025", "Posted by", ", ,",
        "Leave a comment", "# ", "* ", "](", "[", "(", "…", "Headline of the day", "It ended. ", "© ", "年", "월", "新闻",
        "9999999999", "2026-01-27T19:20:31+99:99", "{", "}", "\\", "'", "”", "e\u{301}", "\u{1F600}", ".", ":",
        "Harbour Works is the category of this line", "A sentence that is long enough to be taken for prose by rules.",
    ]

    @Test(arguments: 0..<40) func `no page breaks what every reading promises`(seed: UInt64) throws {
        var dice = Dice(state: seed &* 7919 &+ 1)
        for _ in 0..<25 {
            let count = Int.random(in: 1...120, using: &dice)
            let text = (0..<count).compactMap { _ in NormaliserTests.scraps.randomElement(using: &dice) }.joined()
            let bytes = Array(text.utf8)
            guard let source = try? TextDecoder.decode(bytes) else { continue }
            guard let page = try? Normaliser(layouts: Reading.layouts()).read(source) else { continue }
            #expect(!page.items.isEmpty)
            for item in page.items {
                #expect(item.bytes.lowerBound >= 0 && item.bytes.upperBound <= bytes.count)
                #expect(item.title?.isEmpty != true && item.outlet?.isEmpty != true && item.byline?.isEmpty != true)
                #expect(!item.authors.contains("") && !item.categories.contains(""))
                #expect(item.title != nil || !item.body.isEmpty)
                #expect(Set(item.evidence.map(\.field)) == Fields.set(in: item))
                for evidence in item.evidence { #expect(evidence.bytes.upperBound <= bytes.count) }
            }
            #expect(page.boilerplate.allSatisfy { !$0.isEmpty && $0.utf8.count <= 300 })
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "[", "](", "*", "Home\n", "By Ada 1.1.2020 | ", "1.1.2020 ", "Words of a headline that go on\n",
            "# [a](b) ",
            "A short sentence stands here for itself.\n\n", "新闻。",
        ]
    )
    func `a page of one scrap over and over is read in linear time`(scrap: String) throws {
        let text = "# Start\n\n" + String(repeating: scrap, count: 300_000 / scrap.utf8.count)
        let source = try TextDecoder.decode(Array(text.utf8))
        do throws(Refusal) {
            let page = try Normaliser(layouts: []).read(source)
            #expect(page.items.count <= 5000)
        } catch {
            #expect(error.reason == .noItem)
        }
    }

    @Test func `a page has no more than 5,000 items`() throws {
        let posts = (0..<5100).map { "Headline number \($0) of the paper\n\nA summary of one sentence is here.\n\n" }
        let list = BlockList(try TextDecoder.decode(Array(posts.joined().utf8)))
        var segmenter = Segmenter(Observations(list, nil), nil)
        segmenter.read(list.indices.map { $0 % 2 == 0 ? .headline : .summary })
        #expect(segmenter.outline.sections.count == 5000)
    }

    @Test func `lists of authors stop at fifty`() {
        // Sixty names of two words each, told apart by their letters.
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let names = letters.prefix(10).flatMap { first in letters.prefix(6).map { "\(first)da \($0)arsh" } }
        #expect(BylineNames.names(in: Array(names.joined(separator: ", ").utf8)).count == 50)
    }

    @Test func `a boilerplate line is cut between characters`() throws {
        let line = "© " + String(repeating: "é", count: 400)
        let page = try Reading.page("Old crane is to cross the basin\n\n\(Sample.paragraphs(3))\n\n\(line)")
        #expect(page.boilerplate.count == 1)
        #expect(page.boilerplate.first.map { $0.utf8.count <= 300 && line.hasPrefix($0) } == true)
    }
}
