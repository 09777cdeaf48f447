import Foundation
import Testing

@testable import Pages

/// Why a page was read as it was, over the sample dumps.
@Suite struct ExplanationTests {
    private static func source(_ expected: ExpectedPage) throws -> SourceText {
        try TextDecoder.decode(Tree.bytes(Tree.seeds.appendingPathComponent(expected.dump)))
    }

    private static func explanation(_ expected: ExpectedPage) throws -> Explanation {
        try Normaliser(layouts: Reading.layouts()).explain(source(expected))
    }

    @Test(arguments: ExpectedPage.all)
    func `what is explained is what is read`(expected: ExpectedPage) throws {
        let explanation = try Self.explanation(expected)
        #expect(try explanation.page == Normaliser(layouts: Reading.layouts()).read(Self.source(expected)))
        #expect(explanation.refusal == nil)
    }

    @Test(arguments: ExpectedPage.all)
    func `every piece of evidence is marked on the block that holds its bytes`(expected: ExpectedPage) throws {
        let explanation = try Self.explanation(expected)
        let blocks = (0..<explanation.count).compactMap(explanation.block)
        var left = explanation.page.items.enumerated().flatMap { place, item in
            item.evidence.map { (item: place + 1 as Int?, evidence: $0) }
        }
        left += explanation.page.evidence.map { (item: nil, evidence: $0) }
        for block in blocks {
            for mark in block.marks {
                #expect(block.bytes.contains(mark.evidence.bytes.lowerBound))
                #expect(!mark.value.isEmpty)
                let place = try #require(left.firstIndex { $0.item == mark.item && $0.evidence == mark.evidence })
                left.remove(at: place)
            }
        }
        #expect(left.isEmpty)
    }

    @Test(arguments: ExpectedPage.all)
    func `a mark's place in its block's text holds what was read`(expected: ExpectedPage) throws {
        let explanation = try Self.explanation(expected)
        var found = 0
        for block in (0..<explanation.count).compactMap(explanation.block) {
            for (mark, place) in zip(block.marks, block.places)
            where mark.evidence.bytes.upperBound <= block.bytes.upperBound {
                let place = try #require(place)
                let text = String(decoding: Array(block.text.utf8)[place], as: UTF8.self)
                #expect(Fields.folded(text).hasPrefix(Fields.folded(mark.evidence.raw)))
                found += 1
            }
        }
        #expect(found >= explanation.page.items.count)
    }

    @Test(arguments: ExpectedPage.all)
    func `a block has a probability, or the rule of the layout that read the page`(expected: ExpectedPage) throws {
        let explanation = try Self.explanation(expected)
        for block in (0..<explanation.count).compactMap(explanation.block) {
            #expect(block.odds != nil || block.rule?.hasPrefix(expected.layout ?? "-") == true)
            guard let odds = block.odds else { continue }
            #expect(odds.probability >= 0 && odds.runnerUpProbability >= 0)
            #expect(odds.probability + odds.runnerUpProbability <= 1 + 1e-6)
            #expect(odds.runnerUp != block.label)
        }
    }

    @Test(arguments: ["x", "Menu", "Home\nNews\nSport", "===", "© 2026"])
    func `a page without an item is explained, with the reason why it is refused`(text: String) throws {
        let explanation = try Normaliser(layouts: []).explain(TextDecoder.decode(Array(text.utf8)))
        #expect(explanation.page.items.isEmpty == (explanation.refusal != nil))
        for index in 0..<explanation.count { #expect(explanation.block(index) != nil) }
        #expect(explanation.block(explanation.count) == nil && explanation.block(-1) == nil)
    }

    @Test func `what speaks most for a label stands first, and without it the label is less sure`() throws {
        let text = "The mill turns again\n\nBy Ada Marsh, 3 March 2026\n\n" + Sample.paragraphs(3)
        let explanation = try Normaliser(layouts: []).explain(TextDecoder.decode(Array(text.utf8)))
        let blocks = (0..<explanation.count).compactMap(explanation.block)
        #expect(blocks.map(\.label) == [.headline, .facts, .paragraph, .paragraph, .paragraph])
        #expect(blocks.map(\.use?.role) == [.title, .byline, .body, .body, .body])
        for block in blocks {
            let weights = block.reasons.map { $0.weight?.magnitude ?? .infinity }
            #expect(!weights.isEmpty && weights == weights.sorted(by: >))
        }
        let reasons = blocks.flatMap(\.reasons).map(\.name)
        let kinds = Observation.allCases.map { "\($0)=" }
        #expect(reasons.contains { name in kinds.contains { name.hasPrefix($0) } })
    }
}
