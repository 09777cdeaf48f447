import Foundation
import Testing

@testable import Pages

/// The way back from text to bytes.
@Suite struct SourceTextTests {
    @Test func `the way back is exact in UTF-8 around everything that house form changes`() throws {
        let dump = "\u{FEFF}\r\n\r\n  A\u{A0}b\u{200B}c e\u{301}f\u{1B}[1mg  \r\n\r\n€ z"
        let text = try decoded(dump)
        let source = Array(dump.utf8)
        func raw(_ wanted: String) throws -> String {
            let house = String(decoding: text.utf8, as: UTF8.self)
            let found = try #require(house.range(of: wanted))
            let start = house.utf8.distance(from: house.startIndex, to: found.lowerBound)
            return String(decoding: source[text.bytes(of: start..<start + wanted.utf8.count)], as: UTF8.self)
        }
        #expect(String(decoding: text.utf8, as: UTF8.self) == "  A bc éfg\n\n€ z\n")
        #expect(try Array(raw("A b").utf8) == Array("A\u{A0}b".utf8))
        #expect(try raw("bc") == "b\u{200B}c")
        #expect(try Array(raw("é").utf8) == Array("e\u{301}".utf8))
        #expect(try raw("g") == "g")
        #expect(try raw("fg") == "f\u{1B}[1mg")
        #expect(try raw("€ z") == "€ z")
    }

    static let otherEncodings: [(dump: [UInt8], raw: [UInt8])] = [
        (utf16("Ein Übel €5\nzwei", mark: true), utf16("Übel €5")),
        (utf16("Ein Übel €5\nzwei", bigEndian: true, mark: true), utf16("Übel €5", bigEndian: true)),
        (Array("Ein ".utf8) + [0xDC] + Array("bel ".utf8) + [0x80, 0x35], [0xDC] + Array("bel ".utf8) + [0x80, 0x35]),
    ]

    @Test(arguments: SourceTextTests.otherEncodings)
    func `the way back is exact in every other encoding`(dump: [UInt8], raw: [UInt8]) throws {
        let text = try TextDecoder.decode(dump)
        #expect(Array(dump[text.bytes(of: 4..<14)]) == raw)
    }

    @Test func `lines are listed with their text and bytes`() throws {
        let text = try decoded("One\r\n\r\n\r\n Zwö \r\nDrei")
        #expect(text.lines.map(text.string) == ["One", " Zwö", "Drei"])
        #expect(text.lines.map(\.bytes) == [0..<3, 9..<15, 17..<21])
        #expect(text.lines.map(\.blankBefore) == [0, 2, 0])
    }

    @Test func `the way back is found deep inside a long line without reading it from its start`() throws {
        let words = (0..<60_000).map { "wörd\($0)e\u{301}" }.joined(separator: "\u{A0}")
        let source = Array(words.utf8)
        let text = try TextDecoder.decode(source)
        #expect(text.checkpoints.count >= source.count / TextWriter.stride - 1)
        for index in stride(from: 0, to: 60_000, by: 4_999) {
            let wanted = Array("wörd\(index)é".utf8)
            let house = String(decoding: text.utf8, as: UTF8.self)
            let found = try #require(house.range(of: "wörd\(index)é"))
            let start = house.utf8.distance(from: house.startIndex, to: found.lowerBound)
            let raw = source[text.bytes(of: start..<start + wanted.count)]
            #expect(Array(raw) == Array("wörd\(index)e\u{301}".utf8))
        }
    }

    @Test(arguments: ["One", ""])
    func `the way back is not led astray by thousands of spaces cut off before`(first: String) throws {
        let second = (0..<2_000).map { "word\($0)" }.joined(separator: " ")
        let head = first + String(repeating: "\t", count: 10_000) + "\n"
        let text = try decoded("Zero\n" + head + second)
        let line = try #require(text.lines.last)
        #expect(text.checkpoints.map(\.text) == text.checkpoints.map(\.text).sorted())
        let start = 5 + head.utf8.count
        for offset in stride(from: 0, to: second.utf8.count, by: 777) {
            let at = line.text.lowerBound + offset
            #expect(text.bytes(of: at..<at + 1) == start + offset..<start + offset + 1)
        }
    }

    @Test func `a range that reaches past the text is cut, and an empty one gives an empty one`() throws {
        let text = try decoded("One\nTwo\n")
        #expect(text.bytes(of: 4..<900) == 4..<7)
        #expect(text.bytes(of: 5..<5) == 5..<5)
        #expect(text.bytes(of: 900..<901).isEmpty)
        #expect(text.bytes(of: 0..<4) == 0..<3)
    }

    @Test(arguments: 0..<8)
    func `the way back holds for whatever bytes come, and nothing stops the process`(seed: Int) throws {
        var random = SeededGenerator(state: UInt64(seed) &* 7919 &+ 11)
        var taken = 0
        for _ in 0..<2_500 {
            let dump = mutated(&random)
            guard let text = try? TextDecoder.decode(dump) else { continue }
            taken += 1
            try check(text, dump, &random)
        }
        #expect(taken > 500, "most mutations should still be texts")
    }

    private static let stories = [
        "Council meets\n\nBy A. Writer\n\n  The board “met” on Tuesday.\r\nÇa va très bien à l’été e\u{301}té.\n",
        "Премьер\u{A0}заявил:\u{2028}«Да».\n\n\n市议会周二开会，讨论了。\n한국 \u{1112}\u{1161}\u{11AB}",
        "\u{1B}[1mBold\u{1B}[0m\ttab \u{200B}zero\u{AD}soft \u{202E}bidi\u{202C} 👨\u{200D}👩\u{85}next",
    ]

    /// A short story, sometimes repeated into a long line, in some encoding, with some bytes changed, cut or doubled.
    private func mutated(_ random: inout SeededGenerator) -> [UInt8] {
        var story = SourceTextTests.stories.randomElement(using: &random) ?? ""
        if Int.random(in: 0..<20, using: &random) == 0 {
            story = String(repeating: story.filter { !$0.isNewline }, count: 60)
        }
        var bytes: [UInt8] =
            switch Int.random(in: 0..<6, using: &random) {
            case 0: utf16(story)
            case 1: utf16(story, bigEndian: true, mark: true)
            case 2: story.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x93 }
            case 3: random.bytes(Int.random(in: 0...64, using: &random))
            default: Array(story.utf8)
            }
        for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: at)
            case 2: bytes.removeSubrange(at...)
            default: bytes.insert(contentsOf: [0xCC, 0x81, 0x20, 0x0D, 0xE2, 0x80, 0x8B].prefix(at % 8), at: at)
            }
        }
        return bytes
    }

    private func check(_ text: SourceText, _ dump: [UInt8], _ random: inout SeededGenerator) throws {
        #expect(String(validating: text.utf8, as: UTF8.self) != nil)
        #expect(text.utf8.last == UInt8(ascii: "\n"))
        #expect(!text.lines.isEmpty)
        var textEnd = 0
        var bytesEnd = 0
        for line in text.lines {
            #expect(line.text.lowerBound >= textEnd && !line.text.isEmpty && line.text.upperBound < text.utf8.count)
            #expect(line.bytes.lowerBound >= bytesEnd && line.bytes.upperBound <= dump.count)
            #expect(text.utf8[line.text.upperBound] == UInt8(ascii: "\n"))
            (textEnd, bytesEnd) = (line.text.upperBound, line.bytes.upperBound)
            let start = Int.random(in: line.text, using: &random)
            let end = Int.random(in: start...line.text.upperBound, using: &random)
            let raw = text.bytes(of: start..<end)
            #expect(raw.lowerBound >= line.bytes.lowerBound && raw.upperBound <= line.bytes.upperBound)
            #expect(raw.isEmpty == (start == end))
            // Every scalar is looked up from the line's start, so a sample of lines has to do.
            if Int.random(in: 0..<6, using: &random) == 0 { try checkPiecewise(text, line) }
        }
    }

    /// Scalar by scalar the ranges of a line follow each other and never overlap.
    private func checkPiecewise(_ text: SourceText, _ line: SourceText.Line) throws {
        var end = line.bytes.lowerBound
        var at = line.text.lowerBound
        while at < min(line.text.upperBound, line.text.lowerBound + 40) {
            let length = UTF8Reader().read(text.utf8.span, at: at).length
            let raw = text.bytes(of: at..<at + length)
            #expect(raw.lowerBound >= end && !raw.isEmpty)
            end = raw.upperBound
            at += length
        }
    }
}
