import Testing

@testable import Pages

/// What fields and their evidence say where references were read.
@Suite struct ReferenceEvidenceTests {
    private static let dump = """
        Marsh &amp; Sons won&#39;t pay for the rails

        By Conor O&#39;Brien | Harbour Wire | March 3, 2026

        \(Sample.paragraph(0)) &quot;No,&quot; he said.

        \(Sample.paragraphs(3))
        """

    @Test func `fields have the characters, and their evidence the references`() throws {
        let item = try #require(Reading.page(ReferenceEvidenceTests.dump).items.first)
        #expect(item.title == "Marsh & Sons won't pay for the rails")
        #expect(item.authors == ["Conor O'Brien"])
        #expect(item.outlet == "Harbour Wire")
        #expect(item.publishedOn == "2026-03-03")
        #expect(item.body.contains("\"No,\" he said."))
        let bytes = Array(ReferenceEvidenceTests.dump.utf8)
        for evidence in item.evidence where evidence.field != "body" {
            #expect(evidence.raw == String(decoding: bytes[evidence.bytes], as: UTF8.self), "\(evidence.field)")
            #expect(evidence.hasReferences == evidence.raw.contains("&"), "\(evidence.field)")
        }
        let title = try #require(item.evidence.first { $0.field == "title" })
        #expect(title.raw == "Marsh &amp; Sons won&#39;t pay for the rails")
        #expect(title.hasReferences)
        #expect(item.evidence.contains { $0.field == "body" && $0.hasReferences })
        #expect(item.evidence.contains { $0.field == "outlet" && !$0.hasReferences })
    }

    @Test func `the evidence of a page without them says nothing of them`() throws {
        let plain = ReferenceEvidenceTests.dump.replacing("&amp;", with: "&").replacing("&#39;", with: "'")
            .replacing("&quot;", with: "\"")
        let page = try Reading.page(plain)
        #expect(page.items.flatMap(\.evidence).allSatisfy { !$0.hasReferences })
        let twin = try Reading.page(ReferenceEvidenceTests.dump)
        #expect(page.items.map(\.title) == twin.items.map(\.title))
        #expect(page.items.map(\.body) == twin.items.map(\.body))
    }

    @Test func `an explained page marks its fields all the same`() throws {
        let text = try decoded(ReferenceEvidenceTests.dump)
        let explanation = try Normaliser(layouts: Reading.layouts()).explain(text)
        var marked: Set<String> = []
        for index in 0..<explanation.count {
            let block = try #require(explanation.block(index))
            for (mark, place) in zip(block.marks, block.places) where place != nil {
                marked.insert(mark.evidence.field)
            }
        }
        #expect(marked.isSuperset(of: ["title", "authors", "outlet", "published_on"]))
    }
}
