import Testing

@testable import Pages

/// The ranges by which letters are told must say what Unicode's tables say, for every scalar there is.
@Suite struct BlockTextTests {
    private static func disagreements(_ isWrong: (Unicode.Scalar) -> Bool) -> [String] {
        (0...UInt32(0x10_FFFF)).lazy.compactMap(Unicode.Scalar.init).filter(isWrong).prefix(8)
            .map { String($0.value, radix: 16) }
    }

    @Test func `a letter is what has the property Alphabetic`() {
        #expect(Self.disagreements { BlockText.isLetter($0.value) != $0.properties.isAlphabetic }.isEmpty)
    }

    @Test func `a capital is what has the property Uppercase`() {
        #expect(Self.disagreements { BlockText.isUpper($0.value) != $0.properties.isUppercase }.isEmpty)
    }

    @Test func `a small letter is what has the property Lowercase`() {
        // The two ordinal signs below the letters of Latin-1 go by the table.
        #expect(Self.disagreements { BlockText.isLower($0.value) != $0.properties.isLowercase }.isEmpty)
    }

    @Test func `lower case is the standard library's, where it is one scalar`() {
        let wrong = Self.disagreements { scalar in
            let mapping = scalar.properties.lowercaseMapping.unicodeScalars
            let expected = mapping.count == 1 ? mapping.first?.value : scalar.value
            return BlockText.lower(scalar.value) != expected
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: ["", "ALREADY small", "ÄRGER in ŁÓDŹ – ΑΘΗΝΑ, МОСКВА", "“Quoted” 東京", "É"])
    func `a text is lowered letter by letter`(text: String) {
        let expected = text.unicodeScalars.map(\.properties.lowercaseMapping).joined()
        #expect(BlockText.lowercased(Array(text.utf8)) == Array(expected.utf8))
    }

    @Test(arguments: [
        ("", 0), ("one", 1), ("one two\nthree", 3), ("— … !", 0), ("’tis 3rd", 2), ("東京 station", 3), ("٣ ½ x²", 3),
        ("a\u{2003}b\u{3000}c", 3), ("née Łódź", 2),
    ])
    func `words are counted between white space of every kind`(text: String, count: Int) {
        #expect(Item(kind: .article, title: nil, body: text, bytes: 0..<1).wordCount == count)
    }
}
