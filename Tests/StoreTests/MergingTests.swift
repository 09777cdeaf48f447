import Foundation
import Pages
import Testing

@testable import Store

/// Two articles that turn out to be one.
@Suite struct MergingTests {
    /// Two halves of one report, which nothing joins until the whole is seen.
    private let older: Story
    private let younger: Story
    private let whole: Story

    init() {
        let halves = [Story(41, paragraphs: 5), Story(42, paragraphs: 5)]
        older = halves[0].with { $0.title = "Goat elected by a show of hooves" }
        younger = halves[1].with { $0.title = "Goat elected by a show of hooves: what the clerk said" }
        whole = older.with { $0.body += "\n" + halves[1].body }
    }

    private func merged() throws -> (room: Newsroom, olderID: String, youngerID: String, types: [String]) {
        let room = try Newsroom()
        try room.tell(older)
        let olderID = try room.ask("SELECT id FROM articles")[0]
        try room.tell(younger)
        try room.tell(younger.with { $0.lines = ["Seen again"] })
        let youngerID = try room.ask("SELECT id FROM articles WHERE id <> '\(olderID)'")[0]
        return (room, olderID, youngerID, try room.tell(whole))
    }

    @Test func `the younger article goes into the older one`() throws {
        let (room, olderID, _, types) = try merged()
        #expect(types == ["article.merged", "article.revised", "article.revised"])
        #expect(try room.ask("SELECT id, revisions, appearances FROM articles", columns: 3) == ["\(olderID)|3|4"])
        #expect(
            try room.ask("SELECT revision, nature, body FROM revisions ORDER BY revision", columns: 3) == [
                "1|first|\(older.body)", "2|material|\(younger.body)", "3|material|\(whole.body)",
            ]
        )
        #expect(try room.ask("SELECT body FROM articles") == [whole.body])
        try room.expectSound()
    }

    @Test func `article.merged has the whole row that goes, and says where it went`() throws {
        let (room, olderID, youngerID, _) = try merged()
        let record = try #require(try room.records("article.merged").first)
        #expect(record.text("op") == "d" && record.text("id") == youngerID && record.text("cause") == "rule")
        #expect(record.text("reason") == "merged into \(olderID)")
        #expect(record.object["after"] is NSNull)
        let before = try #require(record.before)
        #expect(Set(before.keys).isSuperset(of: PublicView.all[0].columns))
        #expect(before["body"] as? String == younger.body && before["id"] as? String == youngerID)
        #expect(before["appearances"] as? Int == 2 && before["revision"] as? Int == 1)
    }

    @Test func `the changes view tells the merge and its reason`() throws {
        let (room, olderID, youngerID, _) = try merged()
        #expect(
            try room.ask("SELECT op, id, reason FROM changes WHERE type = 'article.merged'", columns: 3)
                == ["d|\(youngerID)|merged into \(olderID)"]
        )
    }

    @Test func `the survivor's records say what it got`() throws {
        let (room, olderID, _, _) = try merged()
        let records = try room.records("article.revised")
        #expect(records.map { $0.text("id") } == [olderID, olderID])
        #expect(records[0].text("cause") == "rule" && records[1].text("cause") == "source")
        #expect(records[0].after["body"] as? String == younger.body)
        #expect(records[0].before?["body"] as? String == older.body)
        #expect(records[0].after["appearances"] as? Int == 3 && records[0].before?["appearances"] as? Int == 1)
        #expect(records[1].after["body"] as? String == whole.body)
        #expect(records[1].before?["body"] as? String == younger.body)
        #expect(records[1].after["appearances"] as? Int == 4)
    }

    @Test func `every id of the merged article leads to the survivor`() throws {
        let (room, olderID, youngerID, _) = try merged()
        #expect(try room.store.ids(startingWith: youngerID) == [olderID])
        #expect(try room.store.article(youngerID)?.target.id == olderID)
        #expect(try room.ask("SELECT count(*) FROM articles WHERE id = '\(youngerID)'") == ["0"])
        #expect(try room.ask("SELECT DISTINCT article_id FROM appearances") == [olderID])
        // What it told is known again, as a sighting of the survivor.
        #expect(try room.tell(younger.with { $0.lines = ["Once more"] }) == ["article.seen"])
        #expect(try room.articles == 1)
        try room.expectSound()
    }

    @Test func `search finds the newest text of the survivor and nothing of the merged article alone`() throws {
        let room = try Newsroom()
        try room.tell(older.with { $0.body += "\nThe zither was not consulted." })
        try room.tell(younger.with { $0.body += "\nA quagga looked on." })
        #expect(try room.store.find("quagga").count == 1)
        try room.tell(whole)
        #expect(try room.articles == 1)
        #expect(try room.store.find("quagga").isEmpty)
        #expect(try room.store.find("zither").isEmpty)
        let last = whole.body.split(separator: " ").suffix(3).map(String.init)
        #expect(try room.store.find(last.joined(separator: " ")).count == 1)
        try room.expectSound()
    }

    @Test func `an article into which others went can go into another one itself`() throws {
        let room = try Newsroom()
        let parts = (51...53).map { Story($0, paragraphs: 6) }
        let titles = (1...3).map { "The long report of the goat committee, part \($0)" }
        for (part, title) in zip(parts, titles) { try room.tell(part.with { $0.title = title }) }
        #expect(try room.articles == 3)
        try room.tell(
            parts[1].with {
                $0.body += "\n" + parts[2].body; $0.title = titles[1]
            }
        )
        try room.tell(
            parts[1].with {
                $0.body += "\n" + parts[2].body; $0.title = titles[2]
            }
        )
        #expect(try room.articles == 2)
        try room.expectSound()
        try room.tell(
            parts[0].with {
                $0.body += "\n" + parts[2].body; $0.title = titles[0]
            }
        )
        try room.tell(
            parts[0].with {
                $0.body += "\n" + parts[2].body; $0.title = titles[2]
            }
        )
        #expect(try room.articles == 1)
        #expect(try room.ask("SELECT count(*) FROM article WHERE merged_into = 1") == ["2"])
        #expect(try room.records("article.merged").count == 2)
        try room.expectSound()
    }

    @Test func `articles that have a text in common keep it once`() throws {
        let room = try Newsroom()
        try room.tell(older.at("Ferry Times"))
        try room.tell(younger.at("Ferry Times"))
        // The older one gets the younger one's text by a page of unknown source, and then they are found to be one.
        try room.tell(whole.at("Ferry Times"))
        try room.tell(whole.at("Ferry Times").with { $0.lines = ["Again"] })
        #expect(try room.ask("SELECT revisions FROM articles") == ["3"])
        try room.expectSound()
    }
}
