import Pages
import Platform
import Testing

@testable import Answers
@testable import Desk
@testable import Home

@Suite struct LegacyEncodingTests {
    private static func read(_ bytes: [UInt8]) throws -> SourceText {
        try TextDecoder.decode(bytes, converter: SystemEncodings.scalars)
    }

    @Test(arguments: LegacyTexts.samples)
    func `a text in a legacy encoding is read as from UTF-8, and the encoding is named`(sample: LegacyTexts.Sample)
        throws
    {
        let bytes = try sample.bytes()
        try #require(!bytes.isEmpty)
        let text = try LegacyEncodingTests.read(bytes)
        let twin = try TextDecoder.decode(Array(sample.text.utf8))
        #expect(text.encoding.rawValue == sample.encoding)
        #expect(text.undecodable == 0)
        #expect(String(decoding: text.utf8, as: UTF8.self) == String(decoding: twin.utf8, as: UTF8.self))
        #expect(text.digest == twin.digest)
    }

    @Test(arguments: LegacyTexts.samples.filter { 1000...6000 ~= $0.text.utf8.count })
    func `the way from a word back to its bytes is found`(sample: LegacyTexts.Sample) throws {
        // One line without an end has checkpoints within it.
        let line = sample.text.replacing("\n", with: " ")
        let long = String(repeating: line, count: 4)
        for content in [sample.text, long] {
            let twin = LegacyTexts.Sample(
                language: sample.language,
                encoding: sample.encoding,
                codec: sample.codec,
                text: content
            )
            let bytes = try twin.bytes()
            let text = try LegacyEncodingTests.read(bytes)
            try #require(text.encoding.rawValue == sample.encoding)
            var start = 0
            var words = 0
            // Every seventh word, since each look is a piece of the text read again.
            for end in text.utf8.indices where text.utf8[end] <= 0x20 {
                defer { start = end + 1 }
                words += 1
                guard start < end, words % 7 == 0 else { continue }
                let range = text.bytes(of: start..<end)
                let again = try self.again(Array(bytes[range]), sample.codec)
                #expect(again == Array(text.utf8[start..<end]), "word \(words)")
            }
            #expect(words > 14)
        }
    }

    /// The bytes of one word by the system's conversion, another way than the reader's.
    private func again(_ bytes: [UInt8], _ codec: String) throws -> [UInt8] {
        guard let iconv = Iconv(from: codec) else { return [] }
        let scalars = iconv.scalars(bytes).map { Unicode.Scalar($0) ?? "\u{FFFD}" }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return Array(text.utf8)
    }

    @Test(arguments: ["ko", "ja", "zh-Hans", "zh-Hant"])
    func `bytes that mean nothing are counted, and what stands beside them is kept`(language: String) throws {
        let sample = try #require(LegacyTexts.samples.last { $0.language == language })
        let bytes = try sample.bytes()
        let text = try LegacyEncodingTests.read(
            Array("Top ".utf8) + [0xFF, 0x21] + bytes + Array("End ".utf8) + [0xFF]
        )
        #expect(text.encoding.rawValue == sample.encoding)
        #expect(text.undecodable == 2)
        #expect(String(decoding: text.utf8, as: UTF8.self).hasPrefix("Top \u{FFFD}!"))
        #expect(String(decoding: text.utf8, as: UTF8.self).hasSuffix("End \u{FFFD}\n"))
    }

    @Test
    func `text of several bytes a character is refused where no converter is given, as nobody can read it`() throws {
        for encoding in Encoding.multiByte {
            // The second sample is all text, without plain lines between.
            let sample = try #require(LegacyTexts.samples.filter { $0.encoding == encoding.rawValue }.dropFirst().first)
            let bytes = try sample.bytes()
            #expect(throws: Refusal.self) { try TextDecoder.decode(bytes) }
        }
    }

    @Test(arguments: [
        "The café on São Paulo street served Curaçao to Björn and Zoë.",
        "Price: £5, temperature 21°, section §4, © 1999 Naïve Press.",
        "Fiancée, façade, jalapeño, Ångström, smørrebrød, Łuków was left out.",
        "Señor Muñoz lives in Zürich.", "Þór Jónsson, Reykjavík", "Café", "½ price, ¼ mile, ×3",
    ])
    func `a western text with a few marked letters is taken for western`(line: String) throws {
        let bytes = line.unicodeScalars.filter { $0.value < 0x100 }.map { UInt8($0.value) } + [0x0A]
        #expect(try LegacyEncodingTests.read(bytes).encoding == .latin1)
        // Between a hundred plain lines as well.
        let plain = Array(String(repeating: "The harbour board met again on Tuesday.\n", count: 100).utf8)
        #expect(try LegacyEncodingTests.read(plain + bytes + plain).encoding == .latin1)
    }

    @Test(arguments: ["de", "fr", "es", "pt", "is", "cs", "hu", "tr"])
    func `no piece of a text in Latin letters is taken for Chinese, Japanese or Korean`(language: String) throws {
        let sample = try #require(LegacyTexts.samples.filter { $0.language == language }.dropFirst().first)
        let bytes = try sample.bytes()
        for start in stride(from: 0, to: bytes.count - 60, by: 7) {
            for count in [60, 100, 160] {
                let piece = Array(bytes[start..<min(bytes.count, start + count)])
                let encoding = try LegacyEncodingTests.read(piece).encoding
                #expect(!Encoding.multiByte.contains(encoding), "\(count) bytes from \(start)")
            }
        }
    }

    @Test func `a Greek word's first letter is read with its accent, where another page has a quotation mark`() throws {
        let story = "Άλλη μία απόφαση για το λιμάνι δεν υπάρχει. Άνεμοι θα πνέουν και αύριο στην πόλη.\n"
        for (encoding, codec) in [("windows-1253", "CP1253"), ("iso-8859-7", "ISO-8859-7")] {
            let sample = LegacyTexts.Sample(language: "el", encoding: encoding, codec: codec, text: story)
            let text = try LegacyEncodingTests.read(sample.bytes())
            #expect(text.encoding.rawValue == encoding)
            #expect(String(decoding: text.utf8, as: UTF8.self) == story)
        }
    }

    @Test func `characters of one, three and four bytes are read, and the way back to them is found`() throws {
        let cases = [
            ("zh-Hans", "GB18030", " 한국𠮷", 12), ("ja", "EUC-JP-MS", " 丂ｶﾀ", 7), ("ja", "CP932", " ｶﾀｶﾅ", 4),
        ]
        for (language, codec, word, count) in cases {
            let story = try #require(LegacyTexts.stories[language]).joined() + word
            let sample = LegacyTexts.Sample(language: language, encoding: "", codec: codec, text: story)
            let bytes = try sample.bytes()
            let text = try LegacyEncodingTests.read(bytes)
            #expect(String(decoding: text.utf8, as: UTF8.self) == story + "\n")
            let end = text.utf8.count - 1
            #expect(text.bytes(of: end - word.utf8.count + 1..<end) == bytes.count - count..<bytes.count)
        }
    }

    @Test(arguments: Encoding.multiByte)
    func `whatever is left of a text that was cut or spoilt is read, or refused`(encoding: Encoding) throws {
        let sample = try #require(LegacyTexts.samples.filter { $0.encoding == encoding.rawValue }.dropFirst().first)
        let whole = try sample.bytes()
        var state: UInt64 = 11
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var read = 0
        for _ in 0..<300 {
            var bytes = Array(whole[random(whole.count / 2)..<whole.count - random(whole.count / 3)])
            for _ in 0..<random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
            guard let text = try? LegacyEncodingTests.read(bytes) else { continue }
            read += 1
            for line in text.lines {
                let place = text.bytes(of: line.text)
                #expect(0 <= place.lowerBound && place.upperBound <= bytes.count && !place.isEmpty)
            }
        }
        #expect(read > 100)
    }

    @Test func `noise in high bytes is refused`() {
        var state: UInt64 = 7
        let bytes = (0..<3000).map { index -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return index % 9 == 0 ? 0x20 : UInt8(truncatingIfNeeded: state >> 40) | 0x80
        }
        #expect(throws: Refusal.self) { try LegacyEncodingTests.read(bytes) }
    }
}
