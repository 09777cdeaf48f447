import Platform
import Testing

@Suite struct PathTests {
    @Test func `a composed and a decomposed name are two paths`() {
        #expect(Path("\u{E9}.txt") != Path("e\u{301}.txt"))
        #expect(Path("a") == Path("a"))
    }

    @Test(arguments: [[], [0], [97, 0, 98]] as [[UInt8]])
    func `bytes that hold a NUL or nothing are no path`(bytes: [UInt8]) {
        #expect(Path(bytes: bytes) == nil)
    }

    @Test func `bytes in no encoding are kept as they are`() {
        #expect(Path(bytes: [0xFF, 0xFE])?.bytes == [0xFF, 0xFE])
    }

    @Test func `a NUL in a string names nothing instead of what stands before it`() {
        #expect(Path("a\0b").bytes == Array("a\u{FFFD}b".utf8))
        #expect(Path("").bytes == Array(".".utf8))
    }

    @Test(arguments: [
        ("/", "/", "/"), ("/a", "/", "a"), ("/a/b", "/a", "b"), ("/a/b/", "/a", "b"), ("a", ".", "a"),
        ("a/b", "a", "b"), ("a//b//", "a", "b"), ("//a", "/", "a"), ("///", "/", "/"),
    ])
    func `the parent and the last component are found in the text`(path: String, parent: String, last: String) {
        #expect(Path(path).parent == Path(parent))
        #expect(Path(path).lastComponent == Array(last.utf8))
    }

    @Test func `appending puts one slash between`() {
        #expect(Path("/a").appending("b") == Path("/a/b"))
        #expect(Path("/").appending("b") == Path("/b"))
        #expect(Path("a/").appending([0xFF]).bytes == Array("a/".utf8) + [0xFF])
    }

    @Test func `a relative path is made absolute from the current directory`() throws {
        #expect(try Path.current.isAbsolute)
        #expect(try Path("x/y").absolute == Path.current.appending("x/y"))
        #expect(Path("/x").absolute == Path("/x"))
    }

    @Test(arguments: [
        ("plain name-1.txt", "plain name-1.txt"),
        ("naïve 東京 🗞.txt", "naïve 東京 🗞.txt"),
        ("back\\slash", "back\\\\slash"),
        ("a\nb\tc\rd", "a\\x0ab\\x09c\\x0dd"),
        ("\u{1B}[31mred\u{7F}", "\\x1b[31mred\\x7f"),
        ("c1\u{85}\u{9B}", "c1\\xc2\\x85\\xc2\\x9b"),
        ("\u{2028}\u{2029}", "\\xe2\\x80\\xa8\\xe2\\x80\\xa9"),
        ("zero\u{200B}width\u{FEFF}", "zero\\xe2\\x80\\x8bwidth\\xef\\xbb\\xbf"),
        ("gpj.\u{202E}txt", "gpj.\\xe2\\x80\\xaetxt"),
        ("\u{2066}x\u{2069}", "\\xe2\\x81\\xa6x\\xe2\\x81\\xa9"),
        ("soft\u{AD}hyphen", "soft\\xc2\\xadhyphen"),
        ("", ""),
    ])
    func `a displayed name is printable, on one line and unambiguous`(name: String, shown: String) {
        #expect(Path.display(Array(name.utf8)) == shown)
        #expect(Path.bytes(displayedAs: shown) == Array(name.utf8))
    }

    @Test(
        arguments: [
            ([0xFF], "\\xff"), ([0x61, 0xC3], "a\\xc3"), ([0xC3, 0x28], "\\xc3("), ([0xC0, 0xAF], "\\xc0\\xaf"),
            ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"), ([0xF4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"),
            ([0xE2, 0x82], "\\xe2\\x82"), ([0xE2, 0x82, 0x41], "\\xe2\\x82A"), ([0x80], "\\x80"),
            ([0xF0, 0x9F, 0x97, 0x9E, 0xF5], "🗞\\xf5"), ([0xE0, 0x80, 0xAF], "\\xe0\\x80\\xaf"),
        ] as [([UInt8], String)]
    )
    func `bytes that are no UTF-8 are displayed one by one`(bytes: [UInt8], shown: String) {
        #expect(Path.display(bytes) == shown)
        #expect(Path(bytes: bytes)?.description == shown)
        #expect(Path.bytes(displayedAs: shown) == bytes)
    }

    @Test(arguments: ["\\", "a\\", "\\x", "\\x1", "\\x+1", "\\xzz", "\\n"])
    func `what no name is displayed as stands for no bytes`(text: String) {
        #expect(Path.bytes(displayedAs: text) == nil)
    }
}
