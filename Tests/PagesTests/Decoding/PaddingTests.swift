import Testing

@testable import Pages

/// NULs that fill a file or end its lines, beside those of files that are no text.
@Suite struct PaddingTests {
    private static let story =
        "Möwe löst Fehlalarm aus\n\nEine Möwe hat am Montag einen Alarm ausgelöst.\nNiemand kam zu Schaden.\n"

    @Test(arguments: [1, 3, 64, 511, 4096, 70_000])
    func `NULs after the text are padding, however many they are`(count: Int) throws {
        let text = try TextDecoder.decode(Array(PaddingTests.story.utf8) + [UInt8](repeating: 0, count: count))
        #expect(String(decoding: text.utf8, as: UTF8.self) == PaddingTests.story)
        #expect(text.encoding == .utf8)
        #expect(text.undecodable == 0)
    }

    @Test(arguments: ["\0\n", "\0\0\0\0\n", "\n\0", "\0\r\n"])
    func `NULs at either end of a line are padding`(end: String) throws {
        let dump = PaddingTests.story.replacing("\n", with: end)
        #expect(try house(dump) == PaddingTests.story)
    }

    @Test func `a line's rest of NULs in fixed records is padding`() throws {
        let lines = PaddingTests.story.split(separator: "\n").map { line in
            Array(line.utf8) + [UInt8](repeating: 0, count: 128 - line.utf8.count) + [0x0A]
        }
        let text = try TextDecoder.decode(Array(lines.joined()))
        #expect(text.lines.map(text.string) == PaddingTests.story.split(separator: "\n").map(String.init))
        #expect(text.lines.map(\.bytes.lowerBound) == [0, 129, 258])
    }

    @Test(arguments: [Encoding.windows1252, .latin1])
    func `padding is none of the text in an older encoding either`(encoding: Encoding) throws {
        let page = DamagedStories.encoded(PaddingTests.story, encoding)
        let text = try TextDecoder.decode(page + [UInt8](repeating: 0, count: 4096))
        #expect(String(decoding: text.utf8, as: UTF8.self) == PaddingTests.story)
    }

    @Test(arguments: [false, true], [2, 3, 512, 4095])
    func `UTF-16 is known without a mark before NULs too`(bigEndian: Bool, count: Int) throws {
        let page = utf16(PaddingTests.story, bigEndian: bigEndian) + [UInt8](repeating: 0, count: count)
        let text = try TextDecoder.decode(page)
        #expect(text.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
        #expect(String(decoding: text.utf8, as: UTF8.self).hasPrefix(PaddingTests.story.dropLast()))
    }

    // What must not change: NULs among the text are a sign of a binary file.
    @Test func `NULs between words, and other controls anywhere, are no padding`() {
        let words = PaddingTests.story.replacing(" ", with: "\0\0")
        #expect(reason(words) == .notText)
        #expect(reason(PaddingTests.story.replacing("\n", with: "\u{1}\u{2}\u{3}\n\u{1}\u{2}\u{3}")) == .notText)
        #expect(reason([UInt8](repeating: 0, count: 5000)) == .empty)
    }
}
