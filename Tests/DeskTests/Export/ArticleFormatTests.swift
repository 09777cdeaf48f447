import Pages
import Testing

@testable import copydesk

/// The forms of `export`, byte for byte; other tools read them in `CommandTests/ExportReadersTests`.
@Suite struct ArticleFormatTests {
    private static let id = "art_" + String(repeating: "a7", count: 13)

    private static func article(
        _ title: String?,
        _ authors: String?,
        day: String? = "2026-01-27",
        _ body: String = "It is told."
    )
        -> ExportedArticle
    {
        ExportedArticle(row: [
            .init("id", .text(id)), .init("title", .optional(title)),
            .init("authors", authors == nil ? .null : .text("joined")),
            .init("authors_json", authors.map(JSON.written) ?? .null), .init("outlet", .text("The Mill & Post")),
            .init("published_on", .optional(day)), .init("word_count", .integer(3)), .init("body", .text(body)),
        ])
    }

    private static func text(_ name: String, _ articles: ExportedArticle...) throws -> String {
        var format = try #require(ArticleFormats.named(name))
        let bytes = articles.flatMap { format.written($0) }
        return String(decoding: bytes, as: UTF8.self) + format.ending
    }

    @Test func `CSV has a header, quotes round texts, and CRLF after each record`() throws {
        let text = try Self.text(
            "csv",
            Self.article("a \"b\"\"\u{301}", #"["X"]"#),
            Self.article(nil, nil, day: nil, "1\r\n2")
        )
        #expect(
            text == "id,title,authors,authors_json,outlet,published_on,word_count,body\r\n"
                + "\"\(Self.id)\",\"a \"\"b\"\"\"\"\u{301}\",\"joined\",\"[\"\"X\"\"]\",\"The Mill & Post\",\"2026-01-27\",3,"
                + "\"It is told.\"\r\n\"\(Self.id)\",,,,\"The Mill & Post\",,3,\"1\r\n2\"\r\n"
        )
    }

    @Test func `JSON Lines hold lists as arrays and unknown values as null`() throws {
        #expect(
            try Self.text("jsonl", Self.article(nil, #"["X","Y"]"#, day: nil)) == """
                {"id":"\(Self.id)","title":null,"authors":"joined","authors_json":["X","Y"],"outlet":"The Mill & Post",\
                "published_on":null,"word_count":3,"body":"It is told."}

                """
        )
    }

    @Test func `BibTeX writes what TeX would obey so that it is shown`() throws {
        #expect(
            try Self.text("bibtex", Self.article("50 % {off} -- a_b", #"["Ada Quill","Smith, Jr.","Reuters"]"#)) == """
                @article{\(Self.id),
                  title = {{50 \\% \\{off\\} -{}- a\\_b}},
                  author = {Ada Quill and {Smith, Jr.} and {Reuters}},
                  journal = {The Mill \\& Post},
                  date = {2026-01-27},
                  year = {2026},
                  month = jan,
                  day = {27},
                  entrysubtype = {newspaper},
                  note = {copydesk \(Self.id.replacing("_", with: "\\_"))}
                }


                """
        )
        #expect(
            BibTeXFormat.escaped("}{ \\ ~^ `\n") == "\\textbraceright{}\\textbraceleft{} \\textbackslash{} "
                + "\\textasciitilde{}\\textasciicircum{} \\`{} "
        )
    }

    @Test func `CSL JSON is one array, with names as the page gives them`() throws {
        let text = try Self.text("csl", Self.article("A", #"["Ada Quill"]"#), Self.article(nil, nil, day: "2026"))
        #expect(
            text == """
                [
                {"id":"\(Self.id)","type":"article-newspaper","title":"A","author":[{"literal":"Ada Quill"}],\
                "container-title":"The Mill & Post","issued":{"date-parts":[[2026,1,27]]}},
                {"id":"\(Self.id)","type":"article-newspaper","container-title":"The Mill & Post"}
                ]

                """
        )
    }

    @Test func `Markdown shows a text as it is, below fields that YAML reads back`() throws {
        let body = "# no heading\n- no list\n\n    no code\u{1B}\n\n1. no *list*, a_b _c_ <b> &amp; AT&T"
        #expect(
            try Self.text("markdown", Self.article("A \"quoted\" #1\u{85}", #"["X: y"]"#, body))
                == """
                ---
                id: "\(Self.id)"
                title: "A \\"quoted\\" #1\\x85"
                authors: ["X: y"]
                outlet: "The Mill & Post"
                published_on: "2026-01-27"
                word_count: 3
                ---

                # A "quoted" \\#1\u{FFFD}

                \\# no heading\\
                \\- no list

                no code\u{FFFD}

                1\\. no \\*list\\*, a_b \\_c\\_ \\<b> \\&amp; AT&T

                """.replacing("AT&T", with: "AT\\&T")
        )
    }

    @Test(arguments: [
        ("Thursday’s Ferry: a “survey”", "2026-01-27-thursday-s-ferry-a-survey-"),
        ("../../etc/passwd", "2026-01-27-etc-passwd-"),
        (".hidden\u{0}\n", "2026-01-27-hidden-"), ("渔船 火灾", "2026-01-27-渔船-火灾-"), ("\u{202E}--- ", "2026-01-27-"),
        (
            String(repeating: "word ", count: 20),
            "2026-01-27-word-word-word-word-word-word-word-word-word-word-word-word-"
        ),
        (String(repeating: "é", count: 100), "2026-01-27-" + String(repeating: "é", count: 30) + "-"),
    ])
    func `a file's name is safe, whatever the title`(title: String, name: String) {
        #expect(ArticleFileName.name(of: Self.article(title, nil)) == name + Self.id + ".md")
        #expect(ArticleFileName.id(in: name + Self.id + ".md") == Self.id)
    }

    @Test func `a file without title and day is named by the id`() {
        #expect(ArticleFileName.name(of: Self.article(nil, nil, day: nil)) == "undated-\(Self.id).md")
        #expect(ArticleFileName.name(of: Self.article(nil, nil, day: "../..")) == "undated-\(Self.id).md")
    }
}
