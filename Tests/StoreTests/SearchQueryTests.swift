import TestSupport
import Testing

@testable import Store

/// How a query is read, and what is said of a wrong one.
@Suite struct SearchQueryTests {
    @Test(arguments: [
        ("night ferry", "(\"night\" AND \"ferry\")"), ("night AND ferry", "(\"night\" AND \"ferry\")"),
        ("\"night ferry\"", "\"night ferry\""), ("harb*", "\"harb\"*"), ("\"night fer\"*", "\"night fer\"*"),
        ("a OR b c", "(\"a\" OR (\"b\" AND \"c\"))"), ("a -b -c", "((\"a\") NOT (\"b\" OR \"c\"))"),
        ("a NOT (b OR c)", "((\"a\") NOT ((\"b\" OR \"c\")))"), ("title:a", "title : \"a\""),
        ("title : \"a b\"", "title : \"a b\""), ("title: a", "title : \"a\""),
        ("NEAR(a \"b c\", 3)", "NEAR(\"a\" \"b c\", 3)"), ("NEAR(a b)", "NEAR(\"a\" \"b\", 10)"),
        ("state-of-the-art", "\"state-of-the-art\""), ("don't", "\"don't\""), ("10:30", "\"10:30\""),
        ("https://x.example/a", "\"https://x.example/a\""), ("a, b", "(\"a,\" AND \"b\")"), ("C++ & \\", "\"C++\""),
        ("or not near and", "(\"or\" AND \"not\" AND \"near\" AND \"and\")"), ("a - b", "(\"a\" AND \"b\")"),
        ("^x", "\"^x\""), ("a;b'c", "\"a;b'c\""), ("\"a\"b", "(\"a\" AND \"b\")"),
    ])
    func `it is read as people mean it`(query: String, match: String) throws {
        #expect(try SearchQuery(query).root.match(split: false) == match)
    }

    @Test(arguments: [
        ("", 0, "no word"), ("  & … *", 0, "no word"), ("ferry \"night boat", 6, "quote does not end"),
        ("(ferry OR boat", 0, "does not end"), ("ferry )", 6, "nothing was opened"), ("ferry OR", 6, "both sides"),
        ("OR ferry", 0, "both sides"), ("ferry AND", 6, "both sides"), ("AND ferry", 0, "both sides"),
        ("a AND OR b", 2, "both sides"),
        ("titel:ferry", 0, "no field 'titel'"), ("ferry auther:\"W H\"", 6, "no field 'auther'"),
        ("outlet:", 0, "outlet: is to hold"),
        ("outlet: OR x", 0, "outlet: is to hold"), ("after:yesterday", 6, "no date"), ("after:2026-13", 6, "no date"),
        ("after:2026-02-30", 6, "no date"),
        ("before:2026-3-1", 7, "no date"), ("kind:story", 5, "no kind"), ("a OR (kind:teaser)", 11, "whole query"),
        ("kind:any kind:any", 14, "whole query"), ("-kind:teaser x", 6, "whole query"), ("NEAR(a)", 0, "two words"),
        ("NEAR(a b, x)", 10, "greatest distance"),
        ("NEAR(a b", 0, "does not end"), ("NEAR(a (b))", 7, "words and phrases only"),
        ("outlet:NEAR(a b)", 7, "title and body"),
        ("outlet:title:x", 7, "within another"), ("ferry NOT", 6, "to be excluded"), ("漁船 (火", 3, "does not end"),
    ])
    func `a wrong query is told with its place`(query: String, place: Int, message: String) throws {
        let fault = #expect(throws: SearchFault.self) { try SearchQuery(query) }
        #expect(fault?.place == place)
        #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
    }

    @Test func `no query is too deep, too long or too odd`() throws {
        for query in [
            String(repeating: "(", count: 5000),
            String(repeating: "(", count: 50) + "a" + String(repeating: ")", count: 50),
            String(repeating: "- ", count: 3000), String(repeating: "-(", count: 3000) + "a",
            String(repeating: "NOT ", count: 150) + "a", String(repeating: "a ", count: 5000),
            String(repeating: "\"", count: 9001),
        ] {
            #expect(throws: SearchFault.self) { try SearchQuery(query) }
        }
    }

    @Test func `whatever is typed, SQLite takes what comes out, or it is a wrong query`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([ScratchStore.article("Harbour", "A ferry. 漁船。")]), dump: "1")
        let pieces = [
            "ferry", "\"", "(", ")", "-", "OR", "AND", "NOT", "NEAR(", ",", "3", "title:", "outlet:", "after:2026", "*",
            "a*",
            "漁船", "漁", "kind:any", ":", "'", "\u{0}", "^", "+", "{", "[x", "é", "🙂", " ", "\"a b\"", "lang:en",
            "author:[",
        ]
        var random = StoryWriter(seed: 26)
        var understood = 0
        for _ in 0..<4000 {
            let count = Int.random(in: 1...8, using: &random)
            let query = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            guard let parsed = try? SearchQuery(query) else { continue }
            understood += 1
            let error = storeError { () throws(StoreError) in
                let hits = try scratch.store.search(parsed, limit: 99)
                let count = try scratch.store.count(parsed)
                #expect(hits.count == count, "\(query)")
            }
            #expect(error == nil, "\(query): \(String(describing: error))")
        }
        #expect(understood > 500)
    }
}
