import Testing

@testable import Pages

@Suite struct WordTableTests {
    private let table = WordTable([["by", "von", "über"], ["by", "автор"]])

    @Test(arguments: [
        ("by", UInt64(3)), ("BY", 3), ("von", 1), ("Über", 1), ("АВТОР", 2), ("", 0), ("b", 0), ("bys", 0), ("vono", 0),
    ])
    func `a word is found in whatever case, in each list that has it`(word: String, bits: UInt64) {
        let text = word.utf8.span
        #expect(table.bits(of: text, 0..<text.count) == bits)
    }

    @Test func `a table without words holds none`() {
        let text = "by".utf8.span
        #expect(WordTable([] as [[String]]).bits(of: text, 0..<text.count) == 0)
    }

    @Test func `phrases are found where they stand, the first of the list first`() {
        let phrases = BlockPhrases(["file photo", "file", "/ap"])
        let line = Array("a file photo /ap".utf8)
        #expect(phrases.length(in: line, at: 2) == 10)
        #expect(phrases.length(in: line, at: 0) == nil)
        #expect(phrases.length(in: line, at: 99) == nil)
        #expect(phrases.occur(in: line, from: 12))
        #expect(!phrases.occur(in: line, from: 14))
        #expect(!phrases.begin(line))
    }
}
