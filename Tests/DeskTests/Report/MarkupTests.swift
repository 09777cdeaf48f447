import Pages
import Testing

@testable import copydesk

/// Text as a page has it, and numbers as people read them.
@Suite struct MarkupTests {
    @Test func `what is interpolated is text, and what stands in a literal is markup`() {
        let hostile = "</script><img src=x onerror=\"alert('1')\"> & co"
        let markup: Markup = "<p title=\"\(hostile)\">\(hostile)</p>"
        let text = "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co"
        #expect(markup.html == "<p title=\"\(text)\">\(text)</p>")
        let inner: Markup = "<b>\(1234567)</b>\(raw: 1234567)"
        #expect(("<p>\(inner)\([inner, inner])</p>" as Markup).html.components(of: "<b>1,234,567</b>1234567") == 3)
    }

    @Test func `what no page may hold is replaced, and no text turns the direction of its surroundings`() throws {
        let forbidden: [UInt32] = [
            0x0, 0x7, 0x1B, 0x7F, 0x85, 0x61C, 0x200E, 0x2028, 0x202E, 0x2066, 0x2069, 0xFDD0, 0xFFFE, 0x1FFFF,
            0x10FFFF,
        ]
        for value in forbidden {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(Markup.escaped("a\(scalar)b") == "a\u{FFFD}b", "\(value)")
        }
        #expect(Markup.escaped("a\nb\tc\rd") == "a b c d")
        for kept in ["a\u{200D}b", "👩‍👩‍👧", "صحيفة", "港口晚报", "e\u{301}", "\u{2027}"] {
            #expect(Markup.escaped(kept) == kept)
        }
        #expect(Markup.said("<i>").html == "<bdi>&lt;i&gt;</bdi>")
    }

    @Test func `a long text is cut`() {
        #expect(Markup.cut("abc", to: 3) == "abc" && Markup.cut("abcd", to: 3) == "abc…" && Markup.cut("", to: 3) == "")
        #expect(Markup.said(String(repeating: "W", count: 100_000)).html.utf8.count < 300)
    }

    @Test func `numbers have their thousands apart`() {
        #expect(
            [0, 7, 999, 1000, 1_234_567, -1000].map(FigureText.number) == [
                "0", "7", "999", "1,000", "1,234,567", "-1,000",
            ]
        )
        #expect(FigureText.count(1, "story", "stories") == "1 story" && FigureText.count(0, "file") == "0 files")
        #expect(
            FigureText.decimal(0.125, 2) == "0.13" && FigureText.decimal(3, 1) == "3.0"
                && FigureText.decimal(2.6, 0) == "3"
        )
        #expect(FigureText.decimal(.nan, 2) == "0.00" && FigureText.decimal(.infinity, 1) == "0.0")
    }

    @Test func `a share that is not nothing is not told as nothing, and one that is not all not as all`() {
        #expect(FigureText.percent(0, of: 0) == "–" && FigureText.percent(0, of: 9) == "0 %")
        #expect(FigureText.percent(1, of: 1000) == "< 1 %" && FigureText.percent(999, of: 1000) == "> 99 %")
        #expect(FigureText.percent(1, of: 3) == "33 %" && FigureText.percent(3, of: 3) == "100 %")
    }

    @Test func `a moment is told in words, and what is none as it is`() {
        #expect(FigureText.moment("2026-11-21T19:20:31.123Z") == "21 November 2026, 19:20")
        #expect(FigureText.moment("") == "" && FigureText.moment("soon") == "soon")
    }

    @Test func `a rule is told by its name`() {
        #expect(
            ["posted-by:21", "label.date", "byline.by", "byline", "headline", "body"].map(ReportPage.kind(of:)) == [
                0, 1, 2, 2, 3, 3,
            ]
        )
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        var (count, rest) = (0, self[...])
        while let found = rest.firstRange(of: part) { (count, rest) = (count + 1, rest[found.upperBound...]) }
        return count
    }
}
