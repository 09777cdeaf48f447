import Testing

@testable import Pages

/// Captions that stand in one block with their picture's alternative text.
@Suite struct CaptionTests {
    private static let alternative = "Two men in raincoats look at a gate that hangs upside down"

    private static func isDoubled(_ text: String) -> Bool {
        Caption.isDoubled(Array(text.utf8), BlockStatistics(Array(text.utf8)))
    }

    @Test(arguments: [
        "\(alternative) \(alternative)", "\(alternative). \(alternative).",
        "\(alternative). \(alternative). The gate was turned a week later, at the town's expense. Ada Marsh",
        "Zwei Männer stehen im Regen: Zwei Männer stehen im Regen",
    ])
    func `a block that begins with the same words twice is a picture's text and its caption`(text: String) {
        #expect(Self.isDoubled(text))
    }

    @Test(arguments: [
        alternative, "\(alternative), and \(alternative)", "No more mud. No more mud. No more mud, said the board.",
        "\(alternative). " + alternative.uppercased(), "", String(repeating: "a", count: 400),
        "It was the harbour that paid, it was the harbour that was flooded, and nobody else.",
        "The gate is shut. The gate is shut. " + String(repeating: "There is nothing more to say of it. ", count: 12),
        Array(repeating: "\(alternative).", count: 20).joined(separator: " "),
    ])
    func `other text is none`(text: String) {
        #expect(!Self.isDoubled(text))
    }

    @Test func `it is no part of a wrapped story's text`() throws {
        let paragraphs = (0..<6).map { Blocks.wrapped(Sample.paragraph($0), at: 80, indentation: 3) }
        let caption = Blocks.wrapped("\(Self.alternative). \(Self.alternative).", at: 80, indentation: 3)
        let head = "   The gate of basin two stays shut for another week\n\n   By Ada Marsh\n\n   3 March 2026\n\n"
        let text = head + (paragraphs.prefix(3) + [caption] + paragraphs.suffix(3)).joined(separator: "\n\n")
        #expect(try Reading.page(text).items.map(\.body) == [Sample.paragraphs(6)])
    }
}
