import Testing

@testable import Answers
@testable import Desk
@testable import Home

@Suite struct IgnoredNamesTests {
    @Test(arguments: [
        ".hidden", ".", "a.part", "a.tmp", "a.partial", "a.filepart", "a.crdownload", "a.txt~", "~", ".part",
        "README.md", "notes1.txt", "draft-of-a-page",
    ])
    func `a name that is hidden, of an unfinished file, or matches a pattern is never taken`(name: String) {
        #expect(IgnoredNames(["README.md", "notes?.txt", "draft*page"]).contains(Array(name.utf8)))
    }

    @Test(arguments: [
        "a.txt", "part", "tmp", "a.part.txt", "a~b", "a.PART", "readme.md", "README.md.txt", "notes.txt",
        "notes12.txt", "draft-of-a-page.txt", "\u{1F99C}",
    ])
    func `a name that only resembles an ignored one is taken`(name: String) {
        #expect(!IgnoredNames(["README.md", "notes?.txt", "draft*page"]).contains(Array(name.utf8)))
    }

    @Test(arguments: [
        ("*", "", true), ("*", "anything", true), ("?", "", false), ("?", "a", true), ("?", "ab", false),
        ("a*", "a", true), ("*a", "ba", true), ("*a", "ab", false), ("a*b*c", "a1b2c", true),
        ("a*b*c", "acb", false), ("**", "x", true), ("*.*", "a", false), ("*.*", "a.b", true), ("", "", true),
        ("", "a", false), ("a?c*e", "abcde", true), ("*abc", "ababc", true), ("a*a", "a", false),
    ])
    func `a pattern matches the whole name`(pattern: String, name: String, matches: Bool) {
        #expect(IgnoredNames.matches(Array(name.utf8), Array(pattern.utf8)) == matches)
    }

    @Test func `a hostile pattern and name take no more than length times length`() {
        let pattern = Array(String(repeating: "a*", count: 120).utf8) + [UInt8(ascii: "b")]
        #expect(!IgnoredNames.matches(Array(repeating: UInt8(ascii: "a"), count: 255), pattern))
    }
}
