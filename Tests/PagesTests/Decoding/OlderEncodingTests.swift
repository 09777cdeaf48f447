import Testing

@testable import Pages

/// Pages in older encodings, which stay so however much in them happens to be valid UTF-8.
@Suite struct OlderEncodingTests {
    static let homes: [(language: String, encoding: Encoding)] = [
        ("de", Encoding.windows1252), ("de", .latin1), ("fr", .windows1252), ("fr", .latin1), ("es", .windows1252),
        ("es", .latin1), ("ru", .windows1251), ("ru", .koi8Russian), ("ru", .cyrillic), ("el", .windows1253),
        ("el", .greek), ("ar", .windows1256),
    ]

    /// What may stand in such a page and be valid UTF-8 by chance, or because it was converted twice.
    static let chance: [[UInt8]] = [
        [], [0xC3, 0xA9], [0xDF, 0x93], [0xE2, 0x80, 0x99], [0xC2, 0xA0], [0xE9, 0xA0, 0xBB], [0xC0, 0x80],
        [0xED, 0xA0, 0xBD, 0xED, 0xBA, 0x80],
    ]

    @Test(arguments: OlderEncodingTests.homes, OlderEncodingTests.chance)
    func `a page in an older encoding stays so, a stray well-formed sequence or not`(
        home: (language: String, encoding: Encoding),
        extra: [UInt8]
    ) throws {
        let story = (DamagedStories.all[home.language] ?? []).joined(separator: "\n\n")
        let page = DamagedStories.encoded(story, home.encoding)
        for dump in [page + [0x20] + extra + [0x0A], extra + [0x20] + page, page + [0x0A] + extra + [0x0A]] {
            #expect(try TextDecoder.decode(dump).encoding != .utf8)
        }
    }

    @Test(arguments: OlderEncodingTests.homes)
    func `every line of such a page stays so by itself`(home: (language: String, encoding: Encoding)) throws {
        for line in DamagedStories.all[home.language] ?? [] {
            let bytes = DamagedStories.encoded(line, home.encoding)
            guard bytes.contains(where: { $0 >= 0x80 }) else { continue }
            // A headline alone may be refused, since nothing shows the code page of a few letters; UTF-8 it is not.
            guard let text = try? TextDecoder.decode(bytes) else { continue }
            #expect(text.encoding != .utf8, "\(line)")
        }
    }

    static let lines: [(text: String, encoding: Encoding)] = [
        ("„Das macht Spaß“, sagte er.", Encoding.windows1252), ("« Été\u{A0}» à l’école, a-t-il dit.", .windows1252),
        ("NAÏVE CAFÉ» was shut…", .windows1252), ("Ещё моё", .koi8Russian), ("café", .latin1), ("Grüße", .latin1),
    ]

    @Test(arguments: OlderEncodingTests.lines)
    func `a line with a well-formed sequence by chance is read in its code page`(text: String, encoding: Encoding)
        throws
    {
        let bytes = DamagedStories.encoded(text, encoding)
        guard let read = try? TextDecoder.decode(bytes) else { return }
        #expect(read.encoding != .utf8)
    }

    @Test func `one stray byte in a page without other high bytes is a letter of a code page`() throws {
        let text = try TextDecoder.decode(Array("The caf".utf8) + [0xE9] + Array(" is shut.\nNobody minds.\n".utf8))
        #expect(text.encoding == .latin1)
        #expect(text.string(of: text.lines[0]) == "The café is shut.")
    }
}
