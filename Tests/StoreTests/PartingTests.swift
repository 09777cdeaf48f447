import Foundation
import Testing

@testable import Store

/// Texts of unknown source that leave the source they were filed with.
@Suite struct PartingTests {
    private let story = Story(1)

    /// The Harbour Post's story, its copy without a source in a text of its own, and then the Ferry Times's.
    private func parted() throws -> Newsroom {
        let room = try Newsroom()
        try room.tell(story.at("Harbour Post"))
        try room.tell(unknown)
        #expect(try room.articles == 1)
        try room.tell(story.at("Ferry Times"))
        return room
    }

    private var unknown: Story { story.at(nil).rewritten(every: 50, as: "quagga") }

    private func article(_ source: String, _ room: Newsroom) throws -> String {
        try room.ask("SELECT id FROM article WHERE source = '\(source)' AND merged_into IS NULL")[0]
    }

    @Test func `the text goes to the source that comes first in the alphabet, with where it appeared`() throws {
        let room = try parted()
        let (ferry, harbour) = (try article("ferry times", room), try article("harbour post", room))
        #expect(
            try room.ask("SELECT id, appearances, revisions FROM articles ORDER BY site", columns: 3)
                == ["\(ferry)|2|2", "\(harbour)|1|1"]
        )
        #expect(try room.ask("SELECT article_id FROM appearances ORDER BY dump_name") == [harbour, ferry, ferry])
        #expect(try room.ask("SELECT body FROM articles WHERE id = '\(harbour)'") == [story.body])
        try room.expectSound()
    }

    @Test func `both articles have a record of what they gave and took`() throws {
        let room = try parted()
        let records = try room.records("article.revised").suffix(2)
        #expect(records.map { $0.text("id") } == [try article("ferry times", room), try article("harbour post", room)])
        for record in records {
            #expect(record.text("cause") == "rule")
            #expect(record.after["id"] as? String == record.text("id"))
        }
        let given = try #require(records.last)
        #expect(given.before?["appearances"] as? Int == 2 && given.after["appearances"] as? Int == 1)
        #expect(given.after["body"] as? String == story.body)
    }

    @Test func `search finds the words under the article that took them, if they are its newest`() throws {
        let room = try parted()
        let newest = try room.ask("SELECT id FROM articles WHERE body LIKE '%quagga%'")
        #expect(try room.store.find("quagga").map(\.id) == newest)
        try room.expectSound()
    }

    @Test func `the same text again is a sighting of the article that took it`() throws {
        let room = try parted()
        #expect(try room.tell(unknown.with { $0.lines = ["Again"] }) == ["article.seen"])
        #expect(try room.ask("SELECT appearances FROM articles ORDER BY site") == ["3", "1"])
        try room.expectSound()
    }

    @Test func `a text equal to the giver's own leaves it its own`() throws {
        let room = try Newsroom()
        try room.tell(story.at("Harbour Post"))
        try room.tell(story.at(nil))
        try room.tell(story.at("Ferry Times"))
        #expect(
            try room.ask("SELECT site, appearances, revisions FROM articles ORDER BY site", columns: 3)
                == ["Ferry Times|2|1", "Harbour Post|1|1"]
        )
        try room.expectSound()
    }

    @Test func `when the unknown came first, the giver keeps the text that its own was a reading of`() throws {
        let room = try Newsroom()
        try room.tell(story.at(nil))
        try room.tell(story.at("Harbour Post"))
        #expect(try room.articles == 1)
        try room.tell(story.at("Ferry Times"))
        #expect(
            try room.ask(
                "SELECT source, appearances FROM article WHERE merged_into IS NULL ORDER BY source",
                columns: 2
            )
                == ["ferry times|2", "harbour post|1"]
        )
        #expect(
            try room.ask("SELECT body FROM articles WHERE site IS 'Harbour Post' OR site IS NULL").allSatisfy {
                $0 == story.body
            }
        )
        try room.expectSound()
    }

    @Test func `the giver's own page that tells the text that left is a revision, and no reading of what left`() throws
    {
        let room = try Newsroom()
        try room.tell(story.at(nil))
        try room.tell(unknown.at("Harbour Post"))
        try room.tell(story.at("Ferry Times"))
        #expect(try room.ask("SELECT appearances FROM articles WHERE body LIKE '%quagga%'") == ["1"])
        #expect(try room.tell(story.at("Harbour Post")) == ["article.revised"])
        try room.expectSound()
    }

    @Test func `an article parted twice gives each time`() throws {
        let room = try Newsroom()
        try room.tell(story.at("Quay Mirror"))
        try room.tell(unknown)
        try room.tell(story.at("Harbour Post"))
        try room.tell(story.at("Ferry Times"))
        #expect(
            try room.ask(
                "SELECT source, appearances FROM article WHERE merged_into IS NULL ORDER BY source",
                columns: 2
            )
                == ["ferry times|2", "harbour post|1", "quay mirror|1"]
        )
        try room.expectSound()
    }

    @Test func `articles of unknown source that went into the giver leave it too`() throws {
        let room = try Newsroom()
        let other = story.at(nil).with {
            $0.body += "\n" + Story(2).body; $0.title = "What the clerk said"
        }
        try room.tell(other)
        try room.tell(story.at("Harbour Post").with { $0.body += "\n" + Story(2).body })
        try room.tell(unknown)
        try room.expectSound()
        try room.tell(story.at("Ferry Times").with { $0.body += "\n" + Story(2).body })
        try room.tell(story.at("Ferry Times"))
        try room.expectSound()
        #expect(
            try room.ask("SELECT DISTINCT source FROM article WHERE merged_into IS NULL ORDER BY 1")
                == ["ferry times", "harbour post"]
        )
    }
}
