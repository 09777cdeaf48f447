import Foundation
import Pages
import Testing

@testable import Store

/// Texts cut for their columns.
@Suite struct TextFormTests {
    @Test(arguments: ["a", "é", "short and sweet", "\u{1F99C}"])
    func `a text that fits stays as it is`(text: String) {
        #expect(TextForm.cut(text, to: 30) == text)
    }

    @Test func `an empty text is unknown`() {
        #expect(TextForm.cut("", to: 30) == nil)
        #expect(TextForm.cut(nil, to: 30) == nil)
    }

    @Test(arguments: ["a", "\"", "\\", "é", "\u{1F99C}", "\u{1}", "\u{7F}", "e\u{301}", "👩‍👩‍👧‍👦"])
    func `what is left takes no more than the limit inside a JSON string, an ellipsis aside`(unit: String) throws {
        for count in [1, 14, 15, 16, 29, 30, 31, 100] {
            let cut = try #require(TextForm.cut(String(repeating: unit, count: count), to: 30))
            #expect(JSON.writtenSize(of: cut) <= 30 + "…".utf8.count, "\(count) times")
        }
    }

    @Test func `a cut text ends in an ellipsis and is a beginning of the whole`() throws {
        let whole = String(repeating: "aé語\u{1F99C}", count: 50)
        let cut = try #require(TextForm.cut(whole, to: 40))
        #expect(cut.hasSuffix("…"))
        #expect(whole.hasPrefix(cut.dropLast()))
    }

    @Test func `a text is cut between two characters, at the last place that leaves it short enough`() throws {
        let units = [
            "a", "\"", "é", "e\u{301}", "語", "👩‍👩‍👧‍👦", "🇮🇸", "\r\n", "\u{1112}\u{1161}\u{11AB}", "\u{1}", "\u{200D}",
        ]
        var dice = SystemRandomNumberGenerator()
        for limit in [20, 60, 200] {
            for _ in 0..<300 {
                let text = (0..<limit).map { _ in units.randomElement(using: &dice) ?? "" }.joined()
                let ends = [text.startIndex] + text.indices.map { text.index(after: $0) }
                let end = try #require(ends.last { JSON.writtenSize(of: String(text[..<$0])) <= limit })
                #expect(TextForm.cut(text, to: limit) == text[..<end] + "…", "\(text.debugDescription)")
            }
        }
    }

    @Test func `a list is cut between its values and stays JSON`() throws {
        let values = (0..<1000).map { "Author \"\($0)\"" }
        let text = try #require(TextForm.list(values))
        #expect(text.utf8.count <= 1500)
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String])
        #expect(read.count > 50)
        #expect(values.starts(with: read))
    }

    @Test func `an empty list is NULL`() {
        #expect(TextForm.list([]) == nil)
    }
}
