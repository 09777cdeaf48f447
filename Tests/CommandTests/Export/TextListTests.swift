import Testing

@testable import copydesk

@Suite struct TextListTests {
    @Test(arguments: [
        ("[]", []), (" [ ] ", []), (#"["a"]"#, ["a"]), (#"["a", "b,]\"c"]"#, ["a", "b,]\"c"]),
        (#"["\\\/\b\f\n\r\t"]"#, ["\\/\u{8}\u{C}\n\r\t"]), (#"["\u00e9\uD83D\udc0B"]"#, ["é🐋"]),
        (#"["👩‍👩‍👧", "שלום"]"#, ["👩‍👩‍👧", "שלום"]),
        (#"["a\#u{301}\"\#u{301}"]"#, ["a\u{301}\"\u{301}"]),
    ])
    func `the strings of an array are read`(json: String, texts: [String]) {
        #expect(TextList.read(json) == texts)
    }

    @Test(arguments: [
        "", "[", #"["a"#, #"["a""#, #"["a","#, #"["a",]"#, #"["a" "b"]"#, "[1]", #"{"a":1}"#, "null", #"["\x"]"#,
        #"["\u12"]"#,
        #"["\ud83d"]"#, #"["\ud83dx"]"#, #"["\udc00"]"#, #"["\uD83D\uD83D"]"#, #"["\uff１1"]"#,
    ])
    func `what is no array of strings is an empty list`(json: String) {
        #expect(TextList.read(json).isEmpty)
    }
}
