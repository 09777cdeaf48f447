import Testing

@testable import Pages

@Suite struct LineTextTests {
    @Test(arguments: [
        "HARBOUR Town", "ÄÖÜ ŁÓDŹ “Quoted” — ÇA", "ΟΔΟΣ Άλφα ЁЖ ІЇ", "İstanbul TRƯỚC ẞ \u{212A}elvin", "東京 ＡＢＣ",
        String(repeating: "É", count: 90), String(repeating: "A’", count: 60),
    ])
    func `a line's head is its beginning in lower case`(line: String) throws {
        let list = BlockList(try decoded(line))
        var text = LineText()
        text.fill(0, of: list)
        #expect(text.text == list.text(0))
        #expect(text.head == BlockText.lowercased(BlockText.cut(list.text(0), to: LineText.longestHead)))
        #expect(text.lower == BlockText.lowercased(list.text(0)))
    }

    @Test(arguments: [
        "plain words", "“quoted” — and on", "한글 東京 Čech", "e\u{301}e\u{308}e\u{301}x", "👩‍👩‍👧 👍🏽 family", "a\r\nb\r\nc",
        "\u{1112}\u{1161}\u{11AB}가각", "🇩🇪🇫🇷🇮🇹", "नमस्ते दुनिया",
    ])
    func `a text is cut between characters`(text: String) {
        for limit in 0...text.count + 1 {
            #expect(BlockText.cut(text, toCharacters: limit) == String(text.prefix(limit)))
        }
    }

    @Test(arguments: [
        ("3 March 2026", true), ("24.01.26", true), ("11/20/19", true), ("May 1, 202610:30", true), ("٢٠٢٦", true),
        ("２０２６年", true), ("in 2019", true), ("1,250 of 12 000 in 3 days", false), ("No 7 of 12", false), ("", false),
    ])
    func `lines that cannot hold a year are told`(line: String, wanted: Bool) {
        #expect(DateReader.mayHaveYear(Array(line.utf8)) == wanted)
    }
}
