import Testing

@testable import Pages

@Suite struct OtherScriptNamesTests {
    @Test(arguments: [
        ("संवाददाता: सीमा वर्मा", "सीमा वर्मा"), ("โดย สมชาย ใจดี", "สมชาย ใจดี"), ("كتبت: منى الشاذلي", "منى الشاذلي"),
        ("文：山田花子", "山田花子"), ("লেখক: অনিতা দত্ত", "অনিতা দত্ত"), ("नीचे लेखक: राम कुमार", nil),
    ])
    func `a word for the writer announces names without capitals`(line: String, name: String?) {
        #expect(BylineReader.read(Array(line.utf8))?.authors?.value.first == name)
    }
}
