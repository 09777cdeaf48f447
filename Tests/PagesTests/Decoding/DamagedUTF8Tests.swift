import Testing

@testable import Pages

/// UTF-8 with something in it that is none, beside pages in older encodings, which must not be taken for it.
@Suite struct DamagedUTF8Tests {
    // MARK: Damages after which a page is still UTF-8

    /// What happened to a page: a name, and what becomes of its bytes.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let apply: @Sendable ([UInt8]) -> [UInt8]

        init(_ name: String, _ apply: @escaping @Sendable ([UInt8]) -> [UInt8]) {
            testDescription = name
            self.apply = apply
        }
    }

    private static let rocket: [UInt8] = [0xED, 0xA0, 0xBD, 0xED, 0xBA, 0x80]

    /// The bytes with something put after each `every`th line end or blank below ASCII's letters.
    private static func strewn(_ page: [UInt8], _ extra: [UInt8], at wanted: UInt8, every: Int = 1) -> [UInt8] {
        var seen = 0
        return page.flatMap { byte -> [UInt8] in
            guard byte == wanted else { return [byte] }
            seen += 1
            return seen % every == 0 ? extra + [byte] : [byte]
        }
    }

    /// Each line cut to so many bytes, wherever that is.
    private static func cut(_ page: [UInt8], to width: Int) -> [UInt8] {
        Array(
            page.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.prefix(width) }.joined(separator: [
                0x0A
            ])
        )
    }

    static let damages: [Damage] = {
        var all = (1...20).map { count in
            Damage("\(count) bytes of windows-1252 in one line") { page in
                let words: [[UInt8]] = [[0x93], [0xE9], [0x96], [0xFC], [0x94], [0xE0], [0x85], [0xF1], [0xBF], [0xDF]]
                return page + (0..<count).flatMap { Array("wort".utf8) + words[$0 % words.count] + [0x20] } + [0x0A]
            }
        }
        all += [1, 2, 3, 4, 8].map { count in
            Damage("\(count) surrogate pairs") { $0 + (0..<count).flatMap { _ in rocket + [0x20] } + [0x0A] }
        }
        all += [20, 33, 41, 60].map { width in Damage("lines cut to \(width) bytes") { cut($0, to: width) } }
        all += [
            Damage("an emoji as two surrogates in every line") { strewn($0, rocket, at: 0x0A) },
            Damage("a lone surrogate") { $0 + [0xED, 0xA0, 0xBD, 0x0A] },
            Damage("NUL in its long form at each line's end") { strewn($0, [0xC0, 0x80], at: 0x0A) },
            Damage("a paragraph in ISO-8859-1") {
                $0 + DamagedStories.encoded("\nÉté à Peñalta: ¿qué pasó? «Größe» ist alles, très bien.\n", .latin1)
            },
            Damage("a paragraph in windows-1251") {
                $0
                    + DamagedStories.encoded(
                        "\n" + (DamagedStories.all["ru"] ?? []).joined(separator: " ") + "\n",
                        .windows1251
                    )
            },
            // 시장은 말했다, 市長は話した, 市长说 over and over.
            Damage("a paragraph in EUC-KR") {
                $0 + Array(repeating: [0xBD, 0xC3, 0xC0, 0xE5, 0xC0, 0xBA, 0x20] as [UInt8], count: 12).joined() + [
                    0x0A
                ]
            },
            Damage("a paragraph in Shift-JIS") {
                $0
                    + Array(
                        repeating: [0x8E, 0x73, 0x92, 0xB7, 0x82, 0xCD, 0x98, 0x62, 0x82, 0xB5] as [UInt8],
                        count: 12
                    ).joined() + [0x0A]
            },
            Damage("a paragraph in GBK") {
                $0 + Array(repeating: [0xCA, 0xD0, 0xB3, 0xA4, 0xCB, 0xB5] as [UInt8], count: 12).joined() + [0x0A]
            },
            Damage("a no-break space of ISO-8859-1 before each tenth blank") {
                strewn($0, [0xA0], at: 0x20, every: 10)
            },
            Damage("half a no-break space at each line's end") { strewn($0, [0xC2], at: 0x0A) },
            Damage("a stray byte at a line's end") { strewn($0, [0xFF], at: 0x0A, every: 3) },
            Damage("the end cut off") { Array($0.dropLast(2)) + [0xE2, 0x80] },
            Damage("a mark before it and four bytes of windows-1252 after it") {
                [0xEF, 0xBB, 0xBF] + $0 + [0x93, 0x20, 0xE9, 0x20, 0x94, 0x20, 0x85, 0x0A]
            },
        ]
        return all
    }()

    @Test(arguments: DamagedStories.languages, DamagedUTF8Tests.damages)
    func `a damaged page is UTF-8 in every language`(language: String, damage: Damage) throws {
        let text = try TextDecoder.decode(damage.apply(DamagedStories.page(language)))
        #expect(text.encoding == .utf8)
        let title = text.lines.first.map(text.string) ?? ""
        let wanted = DamagedStories.title(language)
        if damage.testDescription.hasPrefix("lines cut") {
            #expect(wanted.unicodeScalars.starts(with: title.unicodeScalars.prefix { $0 != "\u{FFFD}" }))
        } else {
            #expect(title.hasPrefix(wanted))
        }
    }

    @Test(arguments: DamagedStories.languages, 1...6)
    func `a short page is UTF-8 too where a few bytes are bad`(language: String, count: Int) throws {
        let head = Array((DamagedStories.all[language] ?? []).prefix(3).joined(separator: "\n").utf8)
        let text = try TextDecoder.decode(
            head + Array("\nFoto:".utf8) + (0..<count).flatMap { _ in [0x20, 0xE9, 0x74] } + [0x0A]
        )
        #expect(text.encoding == .utf8)
        #expect(text.undecodable == count)
    }

    // MARK: What is read and what is counted

    @Test func `two surrogates become the one character, and are not counted`() throws {
        let text = try TextDecoder.decode(Array("Ein Bild ".utf8) + DamagedUTF8Tests.rocket + Array(" ging um.\n".utf8))
        #expect(text.encoding == .utf8)
        #expect(text.undecodable == 0)
        #expect(text.string(of: text.lines[0]) == "Ein Bild 🚀 ging um.")
        #expect(text.bytes(of: 9..<13) == 9..<15)
        #expect(text.bytes(of: 14..<18) == 16..<20)
        let twin = try decoded("Ein Bild 🚀 ging um.\n")
        #expect(text.digest == twin.digest)
    }

    static let lone: [[UInt8]] = [
        [0xED, 0xA0, 0xBD], [0xED, 0xBA, 0x80], [0xED, 0xBA, 0x80, 0xED, 0xA0, 0xBD],
        [0xED, 0xA0, 0xBD, 0xED, 0xA0, 0xBD],
    ]

    @Test(arguments: DamagedUTF8Tests.lone)
    func `each surrogate without its partner becomes one U+FFFD and is counted`(bytes: [UInt8]) throws {
        let text = try TextDecoder.decode(Array("Große Übersicht: ".utf8) + bytes + Array(" Ende\n".utf8))
        let count = bytes.count / 3
        #expect(text.encoding == .utf8)
        #expect(text.undecodable == count)
        #expect(
            text.string(of: text.lines[0]) == "Große Übersicht: " + String(repeating: "\u{FFFD}", count: count)
                + " Ende"
        )
    }

    static let mended: [(bytes: [UInt8], text: String, bad: Int)] = [
        (Array("l".utf8) + [0x92] + Array("aube d".utf8) + [0xE9] + Array("j".utf8) + [0xE0], "l’aube déjà", 3),
        ([0xAB] + Array("Antes se o".utf8) + [0xED] + Array("a".utf8) + [0xBB], "«Antes se oía»", 3),
        ([0xC4] + Array("rger um 12".utf8) + [0xA0, 0x80], "Ärger um 12 €", 3),
        (Array("durch".utf8) + [0xC2] + Array(" Zufall".utf8), "durch  Zufall", 1),
        // What was torn stays so.
        (Array("voil".utf8) + [0xC3] + Array(" tout".utf8), "voil\u{FFFD} tout", 1),
        (Array("dit ".utf8) + [0xE2, 0x80] + Array(" oui".utf8), "dit \u{FFFD} oui", 1),
        (Array("mot ".utf8) + [0xE2] + Array(" fin".utf8), "mot \u{FFFD} fin", 1),
        // Four bad bytes in a row are no western word, and these mean nothing anywhere.
        (
            Array("Stadt ".utf8) + [0xD1, 0xF2, 0xE5, 0xEF] + Array(" heute".utf8),
            "Stadt \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} heute", 4
        ),
        (Array("Tag ".utf8) + [0xFF, 0x81] + Array(" Ende".utf8), "Tag \u{FFFD}\u{FFFD} Ende", 2),
    ]

    @Test(arguments: DamagedUTF8Tests.mended)
    func `in a page of Latin letters a byte of windows-1252 is read as such and counted`(
        bytes: [UInt8],
        wanted: String,
        bad: Int
    ) throws {
        let text = try TextDecoder.decode(DamagedStories.page("fr") + bytes + [0x0A])
        #expect(text.encoding == .utf8)
        #expect(text.lines.last.map(text.string) == wanted)
        #expect(text.undecodable == bad)
    }

    @Test(arguments: DamagedStories.languages.filter { !DamagedStories.latin.contains($0) })
    func `in any other script only a no-break space is`(language: String) throws {
        let words = DamagedStories.title(language)
        let line = Array(words.utf8) + [0xA0] + Array(words.utf8) + [0x20, 0xE9, 0x20]
        let text = try TextDecoder.decode(DamagedStories.page(language) + line + [0x0A])
        #expect(text.lines.last.map(text.string) == "\(words) \(words) \u{FFFD}")
        #expect(text.undecodable == 2)
    }

    @Test(arguments: [15, 24, 31, 40])
    func `the two halves of a character that a line's end tears are not taken for letters`(width: Int) throws {
        var page: [UInt8] = []
        for (index, byte) in (0..<8).flatMap({ _ in Array("Über Äcker ging’s, süß wär’s—öd ".utf8) }).enumerated() {
            if index > 0, index % width == 0 { page.append(0x0A) }
            page.append(byte)
        }
        let text = try TextDecoder.decode(page)
        let letters = Set("Über Äcker ging’s, süß wär’s—öd \u{FFFD}\n".unicodeScalars)
        #expect(text.encoding == .utf8)
        #expect(String(decoding: text.utf8, as: UTF8.self).unicodeScalars.allSatisfy { letters.contains($0) })
    }

    @Test(arguments: DamagedStories.languages, DamagedUTF8Tests.damages)
    func `the way back from each scalar leads to its own bytes`(language: String, damage: Damage) throws {
        let dump = damage.apply(DamagedStories.page(language))
        let text = try TextDecoder.decode(dump)
        for line in text.lines {
            var end = line.bytes.lowerBound
            var at = line.text.lowerBound
            while at < line.text.upperBound {
                let length = UTF8Reader().read(text.utf8.span, at: at).length
                let raw = text.bytes(of: at..<at + length)
                let scalar = Array(text.utf8[at..<at + length])
                #expect(raw.lowerBound >= end && !raw.isEmpty && raw.upperBound <= line.bytes.upperBound)
                // What was sound comes back as it was.
                if String(validating: dump[raw], as: UTF8.self) != nil, dump[raw].first != 0x20, scalar != [0x20] {
                    #expect(Array(dump[raw]) == scalar)
                }
                end = raw.upperBound
                at += length
            }
        }
    }
}
