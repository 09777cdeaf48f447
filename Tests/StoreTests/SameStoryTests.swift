import Pages
import Testing

@testable import Store

/// A story known again under another title, date, page or source.
@Suite struct SameStoryTests {
    private let goat = Story(1)

    /// The rule by which the last appearance was known again.
    private func rule(_ room: Newsroom) throws -> String? {
        try room.ask(
            """
            SELECT coalesce((SELECT value ->> '$.rule' FROM json_each(evidence_json)
                WHERE value ->> '$.field' = 'article'), '') FROM appearance ORDER BY rowid DESC LIMIT 1
            """
        ).first
    }

    @Test func `a corrected title is a revision of the article, known by its words`() throws {
        let room = try Newsroom()
        try room.tell(goat)
        let types = try room.tell(goat.with { $0.title = "Goat takes her seat after all" })
        #expect(types == ["article.revised"])
        #expect(try rule(room) == "same-text")
        #expect(
            try room.ask("SELECT title, revision, appearances FROM articles", columns: 3)
                == ["Goat takes her seat after all|2|2"]
        )
        #expect(try room.ask("SELECT nature FROM revisions ORDER BY revision") == ["first", "material"])
        try room.expectSound()
    }

    @Test func `the id of a later title leads to the article, and nothing else is filed under it`() throws {
        let room = try Newsroom()
        try room.tell(goat)
        let later = goat.with { $0.title = "Goat takes her seat after all" }
        try room.tell(later)
        let id = Identity.article(source: goat.source, title: later.title, publishedOn: goat.on, body: goat.body)
        #expect(
            try room.ask("SELECT a.id FROM alias i JOIN article a ON a.key = i.article WHERE i.id = '\(id)'")
                == (try room.ask("SELECT id FROM articles"))
        )
        #expect(try room.store.ids(startingWith: String(id.prefix(12))) == (try room.ask("SELECT id FROM articles")))
    }

    @Test func `a date read otherwise makes no second article`() throws {
        let room = try Newsroom()
        try room.tell(goat)
        #expect(try room.tell(goat.with { $0.on = "2026-03-05" }) == ["article.seen"])
        #expect(try room.tell(goat.with { $0.on = nil }) == ["article.seen"])
        #expect(try room.tell(goat.with { $0.on = "2025-07-01" }) == ["article.seen"])
        #expect(try room.ask("SELECT revisions, appearances FROM articles", columns: 2) == ["1|4"])
        try room.expectSound()
    }

    @Test func `a page with one story whose title and half of whose words changed is known by its page`() throws {
        let room = try Newsroom()
        let first = goat.with { $0.page = "7c1e90b4d35fa268" }
        try room.tell(first)
        var later = first.rewritten(every: 6)
        later.title = "What became of the vote"
        #expect(try room.tell(later) == ["article.revised"])
        #expect(try rule(room) == "same-page")
        try room.expectSound()
    }

    @Test func `columns of one title and letters of one day stay articles of their own`() throws {
        let room = try Newsroom()
        for week in 1...4 {
            var column = Story(UInt64(10 + week)).with { $0.title = "From the pulpit" }
            column.on = "2026-03-0\(week)"
            #expect(try room.tell(column) == ["article.created"])
        }
        #expect(
            try room.tell(
                Story(20).with { $0.title = "From the pulpit" },
                Story(21).with { $0.title = "From the pulpit" }
            )
                == ["article.created", "article.created"]
        )
        #expect(try room.articles == 6)
        try room.expectSound()
    }

    @Test func `posts made from one template stay articles of their own`() throws {
        let room = try Newsroom()
        let form = Story(30)
        for month in 1...5 {
            var post = form.rewritten(every: 3, as: "month\(month)")
            post.title = "Harvest report \(month)"
            post.on = "2026-0\(month)-01"
            #expect(try room.tell(post) == ["article.created"])
        }
        try room.expectSound()
    }

    @Test func `a story without a source is that of the site that tells it, whichever comes first`() throws {
        for order in [[goat, goat.at(nil)], [goat.at(nil), goat]] {
            let room = try Newsroom()
            for story in order { try room.tell(story.with { $0.lines = ["\(story.source ?? "nobody")"] }) }
            #expect(try room.articles == 1)
            #expect(try room.ask("SELECT source FROM article") == ["tin whistle gazette"])
            try room.expectSound()
        }
    }

    @Test func `a story on a second site is an article of its own, in one group with the first`() throws {
        let room = try Newsroom()
        try room.tell(goat)
        #expect(try room.tell(goat.at("The Ferry Times")) == ["article.created", "group.changed"])
        #expect(try room.articles == 2)
        try room.expectSound()
    }

    @Test func `a text of unknown source goes with the source that comes first, and moves when that comes later`()
        throws
    {
        let stories = [goat.at("Ferry Times"), goat.at("Harbour Post"), goat.at(nil)]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let room = try Newsroom()
            for index in order { try room.tell(stories[index]) }
            #expect(
                try room.ask("SELECT source, appearances FROM article WHERE merged_into IS NULL ORDER BY 1", columns: 2)
                    == ["ferry times|2", "harbour post|1"],
                "\(order)"
            )
            #expect(try room.groupParts().map(\.count) == [3])
            try room.expectSound()
        }
    }

    @Test func `a text that was held to the letter is a sighting, whatever else is like it`() throws {
        let room = try Newsroom()
        try room.tell(goat)
        try room.tell(goat.rewritten(every: 40))
        #expect(try room.tell(goat.with { $0.lines = ["Another week"] }) == ["article.seen"])
        #expect(try room.ask("SELECT revision, revisions, appearances FROM articles", columns: 3) == ["2|2|3"])
        #expect(try room.ask("SELECT revision FROM appearances ORDER BY dump_name") == ["1", "2", "1"])
        try room.expectSound()
    }
}
