import Foundation
import Pages
import Testing

@testable import Store

/// Near-identical stories of several sources.
@Suite struct GroupTests {
    private let story = Story(1)

    private func changes(_ room: Newsroom) throws -> [(op: String, row: [String: Any])] {
        try room.records("group.changed").map {
            ($0.text("op") ?? "", $0.text("op") == "d" ? $0.before ?? [:] : $0.after)
        }
    }

    private func id(_ source: String, _ room: Newsroom) throws -> String {
        try room.ask("SELECT id FROM articles WHERE site = '\(source)'")[0]
    }

    @Test func `two sources make a group, named after the one that published first`() throws {
        let room = try Newsroom()
        try room.tell(story.at("Ferry Times").with { $0.on = "2026-03-06" })
        #expect(try room.ask("SELECT group_id FROM articles WHERE group_id IS NOT NULL") == [])
        try room.tell(story.at("Harbour Post").with { $0.on = "2026-03-04" })
        let origin = try id("Harbour Post", room)
        let group = Identity.group(origin: origin)
        #expect(try room.ask("SELECT * FROM groups", columns: 5) == ["\(group)|2|2|2026-03-04|\(origin)"])
        #expect(try room.ask("SELECT DISTINCT group_id FROM articles") == [group])
        let record = try #require(try room.records("group.changed").first)
        #expect(record.text("op") == "c" && record.text("id") == group && record.text("kind") == "group")
        #expect(record.object["before"] is NSNull && record.text("cause") == "rule")
        #expect(Set(record.after.keys) == Set(PublicView.all[7].columns + ["added", "removed"]))
        #expect(Set(record.after["added"] as? [String] ?? []) == Set(try room.ask("SELECT id FROM articles")))
        #expect(record.after["removed"] as? [String] == [])
        try room.expectSound()
    }

    @Test func `a third source grows the group`() throws {
        let room = try Newsroom()
        for source in ["Ferry Times", "Harbour Post", "Quay Mirror"] { try room.tell(story.at(source)) }
        let changes = try changes(room)
        #expect(changes.map(\.op) == ["c", "u"])
        #expect(changes[1].row["added"] as? [String] == [try id("Quay Mirror", room)])
        #expect(changes[1].row["articles"] as? Int == 3)
        #expect(try room.ask("SELECT articles, outlets FROM groups", columns: 2) == ["3|3"])
        try room.expectSound()
    }

    @Test func `an earlier date renames the group, and the record tells the old name`() throws {
        let room = try Newsroom()
        try room.tell(story.at("Ferry Times"))
        try room.tell(story.at("Harbour Post").with { $0.on = "2026-03-05" })
        let old = Identity.group(origin: try id("Ferry Times", room))
        #expect(try room.ask("SELECT group_id FROM groups") == [old])
        try room.tell(story.at("Quay Mirror").with { $0.on = "2026-03-02" })
        let new = Identity.group(origin: try id("Quay Mirror", room))
        #expect(try room.ask("SELECT group_id, first_published_on FROM groups", columns: 2) == ["\(new)|2026-03-02"])
        let record = try #require(try room.records("group.changed").last)
        #expect(record.text("op") == "u" && record.text("id") == new)
        #expect(record.before?["group_id"] as? String == old && record.after["group_id"] as? String == new)
        try room.expectSound()
    }

    @Test func `the source that the others credit is the likely origin, whenever it published`() throws {
        let room = try Newsroom()
        try room.tell(story.at("Ferry Times").with { $0.body += "\nThe Coast Wire told this first." })
        try room.tell(story.at("Harbour Post").with { $0.on = "2026-03-01" })
        #expect(try room.ask("SELECT likely_origin_id FROM groups") == [try id("Harbour Post", room)])
        try room.tell(story.at("Coast Wire").with { $0.on = "2026-03-09" })
        #expect(try room.ask("SELECT likely_origin_id FROM groups") == [try id("Coast Wire", room)])
        try room.expectSound()
    }

    @Test func `a text that joins two groups makes them one`() throws {
        let room = try Newsroom()
        let (one, other) = (story, Story(2))
        for source in ["Ferry Times", "Harbour Post"] {
            try room.tell(one.at(source))
            try room.tell(other.at(source))
        }
        #expect(try room.ask("SELECT count(*) FROM groups") == ["2"])
        let both = one.at("Quay Mirror").with { $0.body += "\n" + other.body }
        try room.tell(both)
        #expect(try room.ask("SELECT articles FROM groups") == ["5"])
        let last = try changes(room).suffix(2)
        #expect(last.map(\.op) == ["d", "u"])
        #expect((last.last?.row["added"] as? [String])?.count == 3)
        try room.expectSound()
    }

    @Test func `a group whose articles become one is dissolved`() throws {
        let room = try Newsroom()
        let (one, other) = (Story(3, paragraphs: 5), Story(4, paragraphs: 5).with { $0.title = "What the clerk said" })
        // One source in two names; the second page of it tells no name at first.
        try room.tell(one.at("Ferry Times"))
        try room.tell(one.at("Harbour Post"))
        try room.tell(other.at("Harbour Post"))
        #expect(try room.ask("SELECT articles FROM groups") == ["2"])
        try room.expectSound()
        try room.tell(one.at("Harbour Post").with { $0.body += "\n" + other.body })
        try room.tell(other.at("Harbour Post").with { $0.body = one.body + "\n" + other.body })
        #expect(try room.ask("SELECT count(*) FROM articles") == ["2"])
        #expect(try room.ask("SELECT articles FROM groups") == ["2"])
        try room.expectSound()
    }

    @Test func `an article that takes in one with a copy is in the copy's group`() throws {
        let room = try Newsroom()
        let (one, other) = (Story(5).with { $0.title = "Letters" }, Story(6).with { $0.title = "Letters" })
        try room.tell(one)
        try room.tell(other)
        try room.tell(other.at("Ferry Times"))
        #expect(try room.articles == 3)
        // It has a quarter of each letter: enough to be both, too little to be a copy.
        let both = one.with { $0.paragraphs = [one.paragraphs[0], other.paragraphs[0]] + Story(7).paragraphs[..<2] }
        try room.tell(both)
        #expect(try room.articles == 2)
        #expect(try room.ask("SELECT articles FROM groups") == ["2"])
        try room.expectSound()
    }

    @Test func `a group that a merge leaves without what joined it is split`() throws {
        let room = try Newsroom()
        for source in ["Ferry Times", "Harbour Post", "Quay Mirror", "Reed Herald"] { try room.tell(story.at(source)) }
        let keys = try room.ask("SELECT key FROM article ORDER BY source").compactMap { Int64($0) }
        // As where copies were filed by chains, and a link of the chain goes.
        try room.store.connection.script(
            """
            DELETE FROM copy;
            INSERT INTO copy VALUES (\(keys[0]), \(keys[1]), 1), (\(keys[2]), \(keys[3]), 1);
            """,
            doing: "break the chain"
        )
        let group = try #require(try room.store.article(key: keys[0])?.group?.key)
        try room.store.inTransaction(at: room.scratch.now()) { () throws(StoreError) in
            try room.store.splitGroup(
                group,
                at: Sighting(dump: 1, delivery: 1, ordinal: 1, at: "2026-11-21T12:00:00.000Z")
            )
        }
        #expect(try room.ask("SELECT articles FROM groups ORDER BY group_id") == ["2", "2"])
        let types = try room.store.records(after: 0, limit: 1000).filter { $0.type == "group.changed" }
        let split = try types.suffix(2).map { try ParsedRecord(String(decoding: $0.line, as: UTF8.self)) }
        #expect(split.map { $0.text("op") } == ["u", "c"])
        #expect((split[0].after["removed"] as? [String])?.count == 2)
        #expect((split[1].after["added"] as? [String])?.count == 2)
    }

    @Test func `a parting leaves each group with what its copies join`() throws {
        let room = try Newsroom()
        try room.tell(story.at("Harbour Post"))
        try room.tell(story.at(nil).rewritten(every: 30))
        try room.tell(story.at("Quay Mirror").rewritten(every: 30, as: "herrings"))
        try room.expectSound()
        try room.tell(story.at("Ferry Times"))
        #expect(try room.ask("SELECT articles FROM groups") == ["3"])
        try room.expectSound()
    }
}
