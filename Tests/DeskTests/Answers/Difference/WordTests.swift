import Testing

@testable import Answers

/// Where a paragraph is taken apart.
@Suite struct WordTests {
    @Test(arguments: [
        ("It's 12:30, e-mail me.", ["It's", " ", "12:30", ",", " ", "e-mail", " ", "me", "."]),
        ("“Yes” – no", ["“", "Yes", "”", " ", "–", " ", "no"]), ("a  \tb", ["a", "  \t", "b"]),
        ("end.'", ["end", ".", "'"]), ("-a--b", ["-", "a", "-", "-", "b"]),
        ("東京2020", ["東", "京", "2020"]), ("คำนี้", ["ค", "ำ", "นี้"]), ("안녕 하세요", ["안녕", " ", "하세요"]),
        ("cafe\u{301}s", ["cafe\u{301}s"]), ("हिन्दी में", ["हिन्दी", " ", "में"]), ("\u{301}a", ["\u{301}", "a"]), ("", []),
    ])
    func `words, characters of scripts without spaces, spaces and marks are apart`(text: String, words: [String]) {
        let found = Word.words(of: text)
        #expect(found.map { String($0.text) } == words)
        #expect(found.map(\.text).joined() == text)
    }
}
