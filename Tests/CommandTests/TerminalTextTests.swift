import Testing

@testable import copydesk

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("short", 10, "short"), ("exactly ten", 11, "exactly ten"), ("one too many", 11, "one too ma…"),
        ("물레방아가 다시", 9, "물레방아…"), ("e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}e\u{301}"), ("", 5, ""),
    ])
    func `a text is cut to the columns it may take`(text: String, columns: Int, cut: String) {
        #expect(TerminalText.cut(text, to: columns) == cut)
        #expect(TerminalText.width(TerminalText.cut(text, to: columns)) <= columns)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("", 7, [""]),
        ("incomprehensible", 7, ["incompr", "ehensib", "le"]),
        ("a incomprehensible", 7, ["a", "incompr", "ehensib", "le"]),
    ])
    func `a text is broken between words`(text: String, columns: Int, lines: [String]) {
        #expect(TerminalText.wrapped(text, to: columns) == lines)
    }

    @Test func `what a terminal would obey is not printed`() {
        #expect(TerminalText.line("a\u{1B}[2Jb\nc\td\u{7}") == "a\u{FFFD}[2Jb c d\u{FFFD}")
    }
}
