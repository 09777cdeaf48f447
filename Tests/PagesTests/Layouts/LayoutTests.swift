import Foundation
import Testing

@testable import Pages

@Suite struct LayoutTests {
    private func layout(line: String, section: String = "footer") throws -> Layout {
        try LayoutParser.parse("[page]\nneeds = \(section) >= 1\n[\(section)]\nline = \(line)\n", name: "made-up")
    }

    private func captures(_ line: String, in text: String) throws -> [String: String]? {
        let bytes = Array(text.utf8)
        let pattern = try #require(try layout(line: line).lines[.footer]?.first?.pattern)
        guard let found = pattern.match(bytes, dates: DateReader.dates(in: bytes)) else { return nil }
        let pairs = found.map { ($0.field.rawValue, String(decoding: bytes[$0.range], as: UTF8.self)) }
        return Dictionary(pairs) { one, _ in one }
    }

    @Test func `every layout file that is shipped is understood and opens with its description`() throws {
        #expect(try Reading.layouts().count >= 3)
        let files = try FileManager.default.contentsOfDirectory(at: Tree.layouts, includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == "layout" {
            #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("# "))
        }
    }

    static let footer =
        "{posted_on:date} Posted by {*} | {categories:list} | {tag_count:commas-count} | {comment_count:comments-count}"

    @Test(arguments: [
        (
            "January 27, 2026 Posted by | Mud, Eels | , , | Leave a comment",
            [
                "posted_on": "January 27, 2026", "categories": "Mud, Eels", "tag_count": ", ,",
                "comment_count": "Leave a comment",
            ]
        ),
        (
            "January 27, 2026 Posted by ada | Mud | | 2 Comments",
            ["posted_on": "January 27, 2026", "categories": "Mud", "tag_count": "", "comment_count": "2 Comments"]
        ),
        (
            "27.01.2026 posted by |Mud|pots, pans|1 Comment",
            ["posted_on": "27.01.2026", "categories": "Mud", "tag_count": "pots, pans", "comment_count": "1 Comment"]
        ),
    ])
    func `a pattern takes its placeholders from a line`(text: String, wanted: [String: String]) throws {
        #expect(try captures(LayoutTests.footer, in: text) == wanted)
    }

    @Test(arguments: [
        "Posted by | Mud | , | Leave a comment", "January 27, 2026 Posted by | Mud | ,",
        "January 27, 2026 Posted by | Mud | , | Read it again", "On January 27, 2026 Posted by | Mud | | No comments",
        "January 27, 2026 Postedby | Mud | , | Leave a comment", "",
    ])
    func `a line that differs from the pattern does not match`(text: String) throws {
        #expect(try captures(LayoutTests.footer, in: text) == nil)
    }

    @Test func `two braces are one brace of text`() throws {
        #expect(try captures("{{{outlet:words}} said", in: "{Coast Wire} said") == ["outlet": "Coast Wire"])
        #expect(try captures("{{{outlet:words}} said", in: "Coast Wire said") == nil)
    }

    @Test(arguments: [
        ("needs = footer >= 2", 1, "needs"), ("[pages]", 1, "pages"), ("[page", 1, "]"),
        ("[page]\nneed = footer >= 2", 2, "need"), ("[page]\nneeds = footer > 2", 2, "SECTION"),
        ("[page]\nneeds = fotter >= 2", 2, "SECTION"), ("[page]\nneeds = footer >= 0", 2, "SECTION"),
        ("[page]\nneeds = footer >= 1\n[footer]\nlines = x", 4, "lines"),
        ("[page]\nneeds = footer >= 1\n[footer]\nline = x {author:name}", 4, "author"),
        ("[page]\nneeds = footer >= 1\n[footer]\nline = x {authors:nam}", 4, "nam"),
        ("[page]\nneeds = footer >= 1\n[footer]\nline = x {posted_on:words}", 4, "posted_on"),
        ("[page]\nneeds = footer >= 1\n[footer]\nline = x {authors:names", 4, "}"),
        ("[page]\nneeds = footer >= 1\n[footer]\nline = x {*}{authors:names}", 4, "between"),
        ("[page]\nneeds = footer >= 1\n[footer]\nline = {*}", 4, "every line"),
        ("[page]\nneeds = footer >= 1\n[footer]\nline =", 4, "line"),
        ("[page]\nneeds = footer >= 1\n", 3, "footer"), ("[footer]\nline = x\n", 3, "needs"), ("", 1, "needs"),
    ])
    func `a fault names its line and what is wrong`(text: String, line: Int, word: String) throws {
        let fault = #expect(throws: LayoutParser.Fault.self) { try LayoutParser.parse(text, name: "made-up") }
        #expect(fault?.line == line)
        #expect(fault?.message.contains(word) == true)
    }

    @Test func `comments, blank lines and carriage returns mean nothing`() throws {
        let text = "# What it is.\r\n\r\n[page]\r\nneeds = footer >= 2\r\n[footer]\r\n# why\r\nline = Filed {*}\r\n"
        #expect(try LayoutParser.parse(text, name: "made-up").needs == [Layout.Need(section: .footer, count: 2)])
    }

    @Test func `a layout is used only where the page has enough of its lines`() throws {
        let layout = try LayoutParser.parse(
            "[page]\nneeds = footer >= 2\n[footer]\nline = Closed on {posted_on:date}\n",
            name: "closed"
        )
        func layoutName(posts: Int) throws -> String? {
            let post = "A headline of the usual kind\n\n\(Sample.paragraphs(2))\n\nClosed on 3 March 2026\n\n"
            let text = try TextDecoder.decode(Array(String(repeating: post, count: posts).utf8))
            return try Normaliser(layouts: [layout]).read(text).layout
        }
        #expect(try layoutName(posts: 1) == nil)
        #expect(try layoutName(posts: 2) == "closed")
    }

    @Test func `between a layout's footers the rest of a link without words is no headline`() throws {
        let post =
            "](/boats/12)\n\nA headline of the usual kind\n\n\(Sample.paragraphs(2))\n\nFiled under Mud | 2 Comments\n\n"
        let page = try Reading.page("The Mud Lark\n\nNews from the flats\n\n" + post + post)
        #expect(page.layout == "filed-under")
        #expect(page.items.map(\.title) == ["A headline of the usual kind", "A headline of the usual kind"])
    }

    @Test(
        arguments: [
            ("Filed under Mud, Eels | 2 Comments", nil, []),
            ("Posted on 3 March 2026 by Ada Marsh in Mud, Eels | 2 Comments", "2026-03-03", ["Ada Marsh"]),
        ] as [(String, String?, [String])]
    )
    func `posts that end in their categories are read`(footer: String, postedOn: String?, authors: [String]) throws {
        let post = "A headline of the usual kind\n\n\(Sample.paragraphs(2))\n\n\(footer)\n\n"
        let page = try Reading.page("The Mud Lark\n\nNews from the flats\n\n" + post + post)
        #expect(page.layout == "filed-under")
        #expect(page.site == "The Mud Lark")
        #expect(page.tagline == "News from the flats")
        #expect(page.items.count == 2)
        for item in page.items {
            #expect(item.categories == ["Mud", "Eels"])
            #expect(item.commentCount == 2)
            #expect(item.postedOn == postedOn)
            #expect(item.authors == authors)
            #expect(item.body == Sample.paragraphs(2))
        }
    }

    @Test func `posts with a dated line under their headlines are read`() throws {
        let posts = (1...3).map { day in
            "A headline of the usual kind\n\nBy Ada Marsh on March \(day), 2026 in Mud, Eels\n\n\(Sample.paragraphs(3))"
        }
        let page = try Reading.page(posts.joined(separator: "\n\n"))
        #expect(page.layout == "dated-posts")
        #expect(page.items.map(\.publishedOn) == ["2026-03-01", "2026-03-02", "2026-03-03"])
        #expect(page.items.allSatisfy { $0.authors == ["Ada Marsh"] && $0.categories == ["Mud", "Eels"] })
    }

    @Test func `a field says which line of which layout read it`() throws {
        let post =
            "A headline of the usual kind\n\n\(Sample.paragraphs(2))\n\nMarch 3, 2026 Posted by | Mud | , | 1 Comment\n\n"
        let item = try #require(try Reading.page(post + post).items.first)
        let rules = item.evidence.filter { ["posted_on", "tag_count"].contains($0.field) }.map(\.rule)
        #expect(rules.count == 2)
        #expect(rules.allSatisfy { $0.hasPrefix("posted-by:") && Int($0.dropFirst(10)) != nil })
    }

    @Test(.timeLimit(.minutes(1))) func `a hostile line costs no more than its length`() throws {
        let text = String(repeating: "| Posted by | ", count: 40)
        for _ in 0..<200 { #expect(try captures(LayoutTests.footer, in: "January 27, 2026 " + text) == nil) }
    }
}
