import Testing

@testable import Answers
@testable import Store
@testable import copydesk

/// How an edit is shown.
@Suite struct EditMarkupTests {
    private func html(_ old: String?, _ new: String?, title: String = "Title") -> String {
        func text(_ number: Int, _ body: String?) -> Store.RevisionText {
            Store.RevisionText(
                number: number,
                seenAt: "2026-11-2\(number)T09:00:00.000Z",
                nature: "material",
                cause: "source",
                title: title,
                body: body,
                bodyBytes: Int64(body?.utf8.count ?? 1_000_000)
            )
        }
        let edit = Store.EditedText(id: "art_x", source: "The <Mill> Post", from: text(1, old), to: text(2, new))
        return EditMarkup(edit: ReportEdit(edit)).markup.html
    }

    private let words = (0..<9000).map { "word\($0)" }

    @Test func `words that went and came stand in their place, and what is the same is left out`() {
        let html = html(
            "One stays.\nThe boat sails at 9 on Monday.\nTwo stays.",
            "One stays.\nThe boat sails at 10 on Monday.\nTwo stays."
        )
        #expect(html.contains("<p dir=\"auto\">The boat sails at <del>9</del><ins>10</ins> on Monday.</p>"))
        #expect(
            html.contains("<p class=\"gap\">2 paragraphs unchanged</p>")
                && html.contains("<p class=\"gap\">1 paragraph unchanged</p>")
        )
        #expect(!html.contains("stays") && html.contains("revision 2: 1 word out, 1 in"))
        #expect(html.contains("The &lt;Mill&gt; Post") && html.contains("<code>copydesk show art_x --diff 1 2</code>"))
        #expect(!html.contains("<details"))
    }

    @Test func `a long passage that did not change keeps its ends, in whole words`() throws {
        let (start, end) = (words[0..<200].joined(separator: " "), words[300..<500].joined(separator: " "))
        let html = html("\(start) old \(end)", "\(start) new \(end)")
        let shown = try #require(html.firstMatch(of: /<p dir="auto">(.*)<\/p>/)).1
        #expect(shown.hasPrefix("… word") && shown.hasSuffix(" …") && shown.count < 400)
        #expect(shown.contains("word199 <del>old</del><ins>new</ins> word300 "))
        let kept = shown.matches(of: /word[0-9]+/).map { String($0.0) }
        #expect(kept.allSatisfy { words.contains($0) } && kept.first?.count == 7)
    }

    @Test func `a long difference is folded, and a very long one is cut`() {
        let old = (0..<60).map { "Paragraph \($0): " + words[($0 * 100)..<($0 * 100 + 60)].joined(separator: " ") }
        let html = html(old.joined(separator: "\n"), old.map { $0 + " And more was said." }.joined(separator: "\n"))
        #expect(html.contains("<details class=\"texts\"><summary>What changed, in 60 paragraphs</summary>"))
        #expect(html.contains("30 more changed paragraphs: the command below shows all"))
        #expect(html.utf8.count < 30_000)
        var changed = words
        for place in stride(from: 0, to: changed.count, by: 3) { changed[place] = "other\(place)" }
        let single = self.html(words.joined(separator: " "), changed.joined(separator: " "))
        #expect(single.utf8.count < 60_000 && single.contains("and more in this paragraph"))
        #expect(single.hasSuffix("</article>\n"))
    }

    @Test func `what is too long, or has nothing before it, says so`() {
        #expect(html(nil, "New.").contains("One of the two texts is longer than 200,000 bytes"))
        let text = Store.RevisionText(
            number: 3,
            seenAt: "2026-11-23T09:00:00.000Z",
            nature: "material",
            cause: "source",
            title: nil,
            body: "x",
            bodyBytes: 1
        )
        let edit = Store.EditedText(id: "art_x", source: nil, from: nil, to: text)
        let html = EditMarkup(edit: ReportEdit(edit)).markup.html
        #expect(
            html.contains("was forgotten") && html.contains("(no headline)")
                && html.contains("<code>copydesk show art_x</code>")
        )
    }
}
