import Foundation
import Testing

@testable import Pages

@Suite struct TextDecoderTests {
    static let story = """
        The harbour board met on Tuesday — “for the last time”, it said.

            Ferries will run to Évreux and Łódź again.
        Nobody was hurt.

        """

    // MARK: Encodings

    static let encodings: [(bytes: [UInt8], encoding: Encoding)] = [
        (Array(story.utf8), Encoding.utf8),
        ([0xEF, 0xBB, 0xBF] + Array(story.utf8), .utf8),
        (utf16(story, mark: true), .utf16LittleEndian),
        (utf16(story, bigEndian: true, mark: true), .utf16BigEndian),
        (utf16(story), .utf16LittleEndian),
        (utf16(story, bigEndian: true), .utf16BigEndian),
    ]

    @Test(arguments: TextDecoderTests.encodings)
    func `the same text is read out of every Unicode encoding`(bytes: [UInt8], encoding: Encoding) throws {
        let text = try TextDecoder.decode(bytes)
        #expect(text.encoding == encoding)
        #expect(text.undecodable == 0)
        #expect(String(decoding: text.utf8, as: UTF8.self) == TextDecoderTests.story)
        #expect(text.digest == SHA256.digest(of: Array(TextDecoderTests.story.utf8).span))
    }

    @Test(
        arguments: [
            "Премьер-министр заявил, что решение примут завтра.\nВ понедельник суд продолжит работу.\n",
            "市议会周二开会，讨论了新的港口。\n会议持续了三个小时，没有作出决定。\n记者在现场报道。\n",
            "시의회는 화요일에 모여 항구를 논의했다.\n회의는 세 시간 동안 이어졌다.\n",
            "اجتمع مجلس المدينة يوم الثلاثاء لمناقشة الميناء الجديد.\nولم يتخذ أي قرار.\n",
        ],
        [false, true]
    )
    func `UTF-16 without a mark is known in scripts other than Latin`(story: String, bigEndian: Bool) throws {
        let text = try TextDecoder.decode(utf16(story, bigEndian: bigEndian))
        #expect(text.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
        #expect(String(decoding: text.utf8, as: UTF8.self) == story)
    }

    @Test func `windows-1252 is read where a byte of 0x80 to 0x9F stands for a letter or a sign`() throws {
        let text = try TextDecoder.decode(Array("caf".utf8) + [0xE9, 0x20, 0x93, 0x80, 0x94, 0x0A])
        #expect(text.encoding == .windows1252)
        #expect(text.string(of: text.lines[0]) == "café “€”")
    }

    @Test func `ISO-8859-1 is read where only bytes from 0xA0 are used`() throws {
        let text = try TextDecoder.decode(Array("caf".utf8) + [0xE9, 0x0A])
        #expect(text.encoding == .latin1)
        #expect(text.string(of: text.lines[0]) == "café")
    }

    @Test func `the five undefined bytes of windows-1252 are counted as undecodable`() throws {
        let text = try TextDecoder.decode(
            Array("It cost 5 ".utf8) + [0x80, 0x20, 0x81, 0x8D, 0x8F, 0x90, 0x9D] + Array(" in all the shops.".utf8)
        )
        #expect(text.encoding == .windows1252)
        #expect(text.undecodable == 5)
    }

    @Test func `a text stays UTF-8 where few sequences of many are bad, and they are counted`() throws {
        let good = Array(String(repeating: "Ça coûte très cher à l’été. ", count: 20).utf8)
        let text = try TextDecoder.decode(good + [0xFF] + good + [0xE2, 0x80])
        #expect(text.encoding == .utf8)
        #expect(text.undecodable == 2)
        #expect(String(decoding: text.utf8, as: UTF8.self).hasSuffix("\u{FFFD}\n"))
    }

    static let bad: [(bytes: [UInt8], count: Int)] = [
        ([0xC0, 0xAF] as [UInt8], 2), ([0xE0, 0x80, 0xAF], 3), ([0xED, 0xA0, 0x80], 1), ([0xF4, 0x90, 0x80, 0x80], 4),
        ([0xF0, 0x9F, 0x98], 1), ([0xF8], 1),
    ]

    @Test func `a UTF-8 mark is believed whatever follows it`() throws {
        let text = try TextDecoder.decode([0xEF, 0xBB, 0xBF] + Array("One ".utf8) + [0xE9, 0xE9, 0xE9, 0xE9])
        #expect(text.encoding == .utf8)
        #expect(text.undecodable == 4)
    }

    @Test(arguments: TextDecoderTests.bad)
    func `no overlong form, surrogate or number past U+10FFFF is taken for a scalar`(bytes: [UInt8], count: Int) throws
    {
        let good = Array(String(repeating: "Été. ", count: 2000).utf8)
        let text = try TextDecoder.decode(good + bytes + good)
        #expect(text.encoding == .utf8)
        #expect(text.undecodable == count)
    }

    @Test func `a lone surrogate and a cut unit of UTF-16 are counted`() throws {
        let text = try TextDecoder.decode(
            utf16("Good day", mark: true) + [0x00, 0xD8] + utf16(" and 😀 good night") + [0x41]
        )
        #expect(text.undecodable == 2)
        #expect(text.string(of: text.lines[0]) == "Good day\u{FFFD} and 😀 good night\u{FFFD}")
    }

    // MARK: House form

    @Test(arguments: ["\n", "\r", "\r\n", "\r\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}"])
    func `every line end is taken for one`(end: String) throws {
        #expect(try house("One é\(end)Two\(end)") == "One é\nTwo\n")
    }

    @Test(arguments: ["\t", "\u{A0}", "\u{202F}", "\u{2007}", "\u{2003}", "\u{3000}", "\u{205F}", "\u{1680}"])
    func `every space is taken for one`(space: String) throws {
        #expect(try house("One\(space)two\(space)\(space)three\(space)\n") == "One two  three\n")
    }

    @Test(arguments: [
        "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\0", "\u{7}", "\u{7F}", "\u{96}", "\u{202A}", "\u{202E}",
        "\u{2066}", "\u{2069}", "\u{200E}", "\u{1B}[31m", "\u{1B}[0;1;38;5;12m", "\u{1B}(B", "\u{1B}",
    ])
    func `what shows nothing is left out`(text: String) throws {
        #expect(try house("The cap\(text)tain of the harbour spoke.\n") == "The captain of the harbour spoke.\n")
    }

    @Test func `the joiners that change letters, indentation and inner spaces are kept`() throws {
        let text = "  نمی\u{200C}خواهم   👨\u{200D}👩\n"
        #expect(try house(text) == text)
    }

    @Test func `blank lines at both ends are dropped, and several are made one`() throws {
        let text = try decoded("\n \n\u{200B}\nOne\n\n\t\n\nTwo\nThree\n\n\n")
        #expect(String(decoding: text.utf8, as: UTF8.self) == "One\n\nTwo\nThree\n")
        #expect(text.lines.map(\.blankBefore) == [3, 3, 0])
    }

    static let joins: [(text: String, joined: String)] = [
        ("e\u{301}", "é"), ("a\u{323}\u{302}", "ậ"), ("и\u{306}", "й"), ("か\u{3099}", "が"), ("ㅇ", "ㅇ"),
        ("\u{1112}\u{1161}\u{11AB}", "한"), ("x\u{323}\u{323}", "x\u{323}\u{323}"), ("\u{301}", "\u{301}"),
    ]

    @Test(arguments: TextDecoderTests.joins)
    func `letters and marks are joined, so that both normal forms are one text`(text: String, expected: String) throws {
        // Bytes are compared, since equal normal forms make equal Strings.
        #expect(try Array(house("Ab \(text) cd").utf8) == Array("Ab \(expected) cd\n".utf8))
    }

    @Test func `house form comes out the same when it is read again`() throws {
        let once = try TextDecoder.decode(Array("\u{FEFF}\r\n A\u{A0}e\u{301}\tb \r\r\n\r\n\r\n\u{1B}[1mC\0".utf8))
        #expect(try TextDecoder.decode(once.utf8).utf8 == once.utf8)
    }

    /// Pairs of dumps that hold one text in other bytes; they belong to others and lie beside the repository.
    static let shared = Tree.shared.appending(path: "eval/dedup")

    // Skipped where the pairs are not at hand: the tests above say the same about texts of our own.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: shared.appending(path: "pairs.jsonl").path)))
    func `dumps that differ in their bytes only have one text digest`() throws {
        struct Pair: Decodable {
            let id: String
            let a: String
            let b: String
            let label: String
        }
        let folder = TextDecoderTests.shared
        let lines = try Data(contentsOf: folder.appending(path: "pairs.jsonl")).split(separator: UInt8(ascii: "\n"))
        let pairs = try lines.map { try JSONDecoder().decode(Pair.self, from: $0) }
        #expect(pairs.contains { $0.label == "same_normalised_text" })
        for pair in pairs {
            let a = try TextDecoder.decode(Array(Data(contentsOf: folder.appending(path: pair.a))))
            let b = try TextDecoder.decode(Array(Data(contentsOf: folder.appending(path: pair.b))))
            switch pair.label {
            case "exact", "same_normalised_text": #expect(a.digest == b.digest, "\(pair.id)")
            case "revision", "distinct": #expect(a.digest != b.digest, "\(pair.id)")
            default: break
            }
        }
    }

    // MARK: Refusals

    @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}", "\0\0\0\0\0\0"])
    func `what holds nothing to see is refused as empty`(text: String) {
        #expect(reason(text) == .empty)
    }

    @Test func `noise and UTF-32 are refused as no text`() {
        var random = SeededGenerator(state: 3)
        #expect(reason([0x42] + random.bytes(4000)) == .notText)
        #expect(reason([0xFF, 0xFE, 0, 0] + "Hello".utf8.flatMap { [$0, 0, 0, 0] }) == .notText)
        #expect(reason("Some words" + String(repeating: "\u{1}", count: 20)) == .notText)
    }

    @Test func `another script's code page is refused instead of filed as gibberish`() {
        // Cyrillic in windows-1251: most letters have the high bit.
        let words = (0..<400).map { UInt8(0xE0 + $0 % 32) }
        #expect(reason(Array("- ".utf8) + words + [0x0A]) == .notText)
    }

    @Test func `a few stray NULs are forgiven`() throws {
        #expect(try house("The harbour board met on Tuesday.\n\0\0") == "The harbour board met on Tuesday.\n")
    }

    @Test func `more lines than a page can have are refused`() {
        func refusal(_ lines: Int) -> Refusal.Reason? {
            do throws(Refusal) {
                _ = try TextDecoder.decode(Array(String(repeating: "a\n\n", count: lines).utf8), maximalLineCount: 10)
                return nil
            } catch {
                return error.reason
            }
        }
        #expect(refusal(10) == nil)
        #expect(refusal(11) == .tooLarge)
    }
}
