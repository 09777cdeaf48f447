import Testing

@testable import Pages

@Suite struct FileKindTests {
    static let signed: [(bytes: [UInt8], reason: Refusal.Reason)] = [
        ([0x1F, 0x8B, 8, 0] as [UInt8], Refusal.Reason.compressed), (Array("BZh91AY&SY".utf8), .compressed),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .compressed), ([0x28, 0xB5, 0x2F, 0xFD, 1], .compressed),
        ([0x50, 0x4B, 3, 4, 20], .compressed), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .compressed),
        (Array("Rar!\u{1A}\u{7}\u{1}\0".utf8), .compressed), (Array("%PDF-1.7\n".utf8), .pdf),
        ([0x7F, 0x45, 0x4C, 0x46, 2], .program), (Array("SQLite format 3\0".utf8), .database),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .media), ([0xFF, 0xD8, 0xFF, 0xE0], .media),
        (Array("GIF89a".utf8) + [1, 0, 1, 0], .media), (Array("RIFF\u{1}\0\0\0WEBPVP8 ".utf8), .media),
        (Array("RIFF\u{1}\0\0\0WAVEfmt ".utf8), .media), ([0x49, 0x49, 0x2A, 0, 8], .media),
        (Array("BM\u{40}\u{1}\0\0\0\0\0\0".utf8), .media), (Array("ID3\u{3}\0".utf8), .media),
        (Array("OggS\0".utf8), .media), (Array("\0\0\0\u{18}ftypmp42".utf8), .media),
        (Array("{\\rtf1\\ansi".utf8), .notText),
    ]

    @Test(arguments: FileKindTests.signed)
    func `a file's kind is told by its signature`(bytes: [UInt8], expected: Refusal.Reason) {
        #expect(reason(bytes) == expected)
    }

    static let documents: [(text: String, reason: Refusal.Reason)] = [
        ("<!DOCTYPE html>\n<html><body>Hi</body></html>", Refusal.Reason.html),
        ("\n <!-- saved -->\n<HTML lang=en><head>", .html),
        ("<div class=a><p>One</p><p>Two</p></div>", .html),
        ("<?xml version=\"1.0\"?><!DOCTYPE html><html><head></head></html>", .html),
        ("<?xml version=\"1.0\"?>\n<rss><channel/></rss>", .xml), ("<feed xmlns=\"x\"><entry/></feed>\n", .xml),
        ("{\"title\": \"One\"}", .json), ("[\n  {\n \"a\" : 1 } ]", .json), ("[1, 2.5, \"three\", null]", .json),
        ("[[1,2],[3,4]]", .json), ("{}", .json),
        ("From: a@example.org\nSubject: One\n Two\n\nBody\n", .mail),
        ("Received: from x\n\tby y\nX-Other: 1\nDate: Tue\n\nBody", .mail),
        ("From a@example.org Sat Nov 21 19:20:31 2026\nReturn-Path: <x>\n\nBody", .mail),
    ]

    @Test(arguments: FileKindTests.documents)
    func `a file's kind is told by how its text begins`(text: String, expected: Refusal.Reason) {
        #expect(reason(text) == expected)
        #expect(reason(utf16(text, mark: true)) == expected)
    }

    static let ordinary: [String] = [
        "[Photo] The harbour at dawn\n\nThe board met.", "[1] See the note below.", "[\"Quoted\"] headline",
        "{Editor's note} The board met.", "<b>Breaking</b> The board met on Tuesday.",
        "<html> is the tag that starts a page, writes our columnist.",
        "The page began with <!doctype html> and <html><body><p><div>, said the engineer.",
        "From our correspondent in the harbour\n\nThe board met.", "From: the editor\n\nThe board met.",
        "Date: 12 May\nThe board met on Tuesday.\nSubject: harbour", "BM announces new ferries", "MZ wins the cup",
        "ID3 tags explained", "GIF89a is a format of 1989, the archive explains", "RIFF raff in the harbour",
        "PK is not amused", "%PDF is how such files begin", "Rar! said the lion", "OggS was here",
        "< back to the front page\n\nThe board met.", "<3 from the harbour",
    ]

    @Test(arguments: FileKindTests.ordinary)
    func `no kind is seen in a page's text that looks a little like one`(text: String) {
        #expect(reason(text) == nil)
    }

    @Test func `a refused kind comes with a sentence that names it and a way out`() {
        let kinds: [FileKind] = [
            .compressed("gzip"), .pdf, .program("an ELF program"), .database, .media("PNG"), .document("RTF"), .binary,
            .html, .xml, .json, .mail,
        ]
        for kind in kinds {
            #expect(kind.refusal.detail.hasSuffix("."))
            #expect(kind.refusal.detail.contains("save") || kind.refusal.detail.contains("drop"))
        }
    }
}
