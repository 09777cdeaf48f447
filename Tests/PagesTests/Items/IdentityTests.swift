import Testing

@testable import Pages

@Suite struct IdentityTests {
    @Test func `ids stay what they are: a change here gives every desk's articles other ids`() {
        let id = Identity.article(
            source: "The Harbour Post",
            title: "Ferries to run again",
            publishedOn: "2026-01-27",
            body: ""
        )
        #expect(id == "art_pwgni57ab7f2j5nwcgl3ds5pbh")
        let teaser = Identity.teaser(site: "The Harbour Post", title: "Ferries to run again", summary: "From May.")
        #expect(teaser == "tea_dm7gwyewsuumw7ccqqnrbsx4k3")
        #expect(Identity.unlike(id, body: "Another text.") == "art_2cya4jfer2gac3bcfxakzboz3i")
    }

    @Test func `an id has a prefix and 26 digits of lower-case base32`() {
        let id = Identity.article(source: nil, title: nil, publishedOn: nil, body: "Text")
        #expect(id.hasPrefix("art_"))
        #expect(id.count == 30)
        #expect(id.dropFirst(4).allSatisfy { "abcdefghijklmnopqrstuvwxyz234567".contains($0) })
    }

    @Test(arguments: ["Été à Łódź — “now”", "ete a lodz: 'NOW'", "Ete\u{301} a Łodz now!"])
    func `ids are the same however the title is set`(title: String) {
        let plain = Identity.article(source: "Post", title: "ete a lodz now", publishedOn: nil, body: "One")
        #expect(Identity.article(source: "POST", title: title, publishedOn: nil, body: "Two") == plain)
    }

    @Test func `ids differ by source, title and date, and never by where one field ends and the next begins`() {
        let ids: Set = [
            Identity.article(source: "a", title: "b", publishedOn: "2026-01-01", body: ""),
            Identity.article(source: "a", title: "b", publishedOn: "2026-01-02", body: ""),
            Identity.article(source: "a", title: "b", publishedOn: nil, body: ""),
            Identity.article(source: "ab", title: "c", publishedOn: nil, body: ""),
            Identity.article(source: "a", title: "bc", publishedOn: nil, body: ""),
            Identity.article(source: nil, title: "b", publishedOn: nil, body: ""),
        ]
        #expect(ids.count == 6)
    }

    @Test(arguments: [nil, "", " — ", "***"])
    func `an id comes from the body where the title is missing or holds no word`(title: String?) {
        let one = Identity.article(source: "a", title: title, publishedOn: nil, body: "One story")
        #expect(one == Identity.article(source: "a", title: nil, publishedOn: nil, body: "one  story."))
        #expect(one != Identity.article(source: "a", title: title, publishedOn: nil, body: "Another story"))
    }

    @Test func `the id of an article that shares its base id comes from the base and its body`() {
        let base = Identity.article(source: "a", title: "Letters", publishedOn: nil, body: "One")
        #expect(Identity.unlike(base, body: "Two") != base)
        #expect(Identity.unlike(base, body: "Two") == Identity.unlike(base, body: " two!"))
        #expect(Identity.unlike(base, body: "Two") != Identity.unlike(base, body: "Three"))
    }

    static let foldings: [(text: String, folded: String)] = [
        ("", ""), ("  Hello,   World!  ", "hello world"), ("ÀÉÎÕÜ ñ ç ß Æ œ Ø", "aeiou n c ss ae oe o"),
        ("İstanbul ısı", "istanbul isi"), ("Nguyễn Thị Ậ", "nguyen thi a"), ("ΆΈΉ Σίσυφος", "αεη σισυφοσ"),
        ("Ёлка Йод", "елка иод"), ("don’t don't", "don t don t"), ("a\u{200B}b a\u{AD}b", "ab ab"),
        ("2026–27", "2026 27"), ("市议会，周二", "市议会 周二"), ("हिन्दी", "हिन्दी"), ("ＡＢＣ１", "abc1"), ("ﬁre", "fire"),
        ("\u{1F71}λφα", "αλφα"), ("ǅ Ǆ", "ǆ ǆ"), ("e\u{301}", "e"),
    ]

    @Test(arguments: IdentityTests.foldings)
    func `the folding that ids rest on keeps words and nothing else`(text: String, expected: String) {
        #expect(Array(Identity.folded(text).utf8) == Array(expected.utf8))
    }

    @Test func `every listed letter is folded to letters that fold to themselves`() {
        for (letter, plain) in FoldingTable.plain {
            let once = Identity.folded(String(letter))
            #expect(Array(once.utf8) == plain)
            #expect(Array(Identity.folded(once).utf8) == plain)
        }
    }

    /// The rules of `Folding`, scalar by scalar as Unicode describes them.
    private func foldedByRules(_ text: String) -> String {
        var words: [String] = [""]
        for scalar in text.unicodeScalars {
            let isFullwidth = (0xFF01...0xFF5E).contains(scalar.value)
            let plain = isFullwidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            for lower in plain.properties.lowercaseMapping.unicodeScalars {
                if let letters = FoldingTable.plain[lower] {
                    words[words.count - 1] += String(decoding: letters, as: UTF8.self)
                    continue
                }
                switch lower.properties.generalCategory {
                case _ where (0x300...0x36F).contains(lower.value): break
                case .format: break
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                    .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
                    words[words.count - 1].unicodeScalars.append(lower)
                default: words.append("")
                }
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    @Test func `every scalar folds by the rules, alone and between others`() {
        for scalar in (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init) {
            let text = "\(scalar)\(scalar) A\(scalar)b"
            guard Array(Identity.folded(text).utf8) != Array(foldedByRules(text).utf8) else { continue }
            Issue.record("U+\(String(scalar.value, radix: 16)) folds to another text")
        }
    }

    @Test(arguments: [("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"), ("foobar", "mzxw6ytboi")])
    func `base32 is written as RFC 4648 does, in lower case`(text: String, expected: String) {
        #expect(Base32.text(Array(text.utf8), digits: expected.count) == expected)
    }
}
