import Testing

@testable import Store

/// The same lines read otherwise are no edit; another line, another place and another character are.
@Suite struct ReadingsTests {
    private let story = Story(1, paragraphs: 6).with {
        $0.lines = ["Tin Whistle Gazette", "News from the quay", "Imprint"]
    }

    private func natures(_ later: Story...) throws -> [String] {
        let room = try Newsroom()
        try room.tell(story)
        for story in later { try room.tell(story) }
        #expect(try room.articles == 1)
        try room.expectSound()
        return try room.ask("SELECT nature FROM revisions ORDER BY revision")
    }

    @Test func `a line round the story that is taken for a part of it makes no revision`() throws {
        // Both dumps hold the line: once outside of the story, once as its last paragraph.
        let read = story.with {
            $0.lines = ["Tin Whistle Gazette", "News from the quay"]
            $0.body += "\nImprint"
        }
        #expect(try natures(read) == ["first"])
    }

    @Test func `a paragraph that is taken for a line round the story makes no revision`() throws {
        let read = story.with {
            $0.lines += [$0.paragraphs[5]]
            $0.paragraphs.removeLast()
        }
        #expect(try natures(read) == ["first"])
    }

    @Test func `a title that is taken from another line of the page makes no revision`() throws {
        var read = story
        read.title = "News from the quay"
        read.body = (story.title ?? "") + "\n" + story.body
        #expect(try natures(read) == ["first"])
    }

    @Test func `a reading is kept by its own number, counts as a sighting, and says which revision is shown`() throws {
        let room = try Newsroom()
        try room.tell(story)
        let read = story.with {
            $0.lines = ["Tin Whistle Gazette", "News from the quay", "Printed weekly"]
            $0.body += "\nImprint"
        }
        #expect(try room.tell(read) == ["article.seen"])
        #expect(
            try room.ask("SELECT number, reading_of FROM revision WHERE reading_of IS NOT NULL", columns: 2) == ["-1|1"]
        )
        #expect(try room.ask("SELECT revision FROM appearances") == ["1", "1"])
        #expect(try room.ask("SELECT revisions, appearances, revision FROM articles", columns: 3) == ["1|2|1"])
        #expect(try room.ask("SELECT body FROM articles") == [story.body])
        #expect(
            (try room.records("article.seen").last?.after["appearance"] as? [String: Any])?["revision"] as? Int == 1
        )
        try room.expectSound()
    }

    @Test func `a paragraph removed, added or moved is a material revision`() throws {
        #expect(try natures(story.with { $0.paragraphs.remove(at: 2) }) == ["first", "material"])
        #expect(
            try natures(story.with { $0.paragraphs.insert("The gull had laughed by then.", at: 3) })
                == ["first", "material"]
        )
        #expect(try natures(story.with { $0.paragraphs.swapAt(1, 4) }) == ["first", "material"])
    }

    @Test func `a changed number is a material revision`() throws {
        let one = story.with { $0.paragraphs[1] += " It cost 40 crowns in all that week." }
        let room = try Newsroom()
        try room.tell(one)
        try room.tell(one.with { $0.body = $0.body.replacing("40 crowns", with: "41 crowns") })
        #expect(try room.ask("SELECT nature FROM revisions ORDER BY revision") == ["first", "material"])
        try room.expectSound()
    }

    @Test func `changed punctuation is a cosmetic revision`() throws {
        #expect(try natures(story.with { $0.body = $0.body.replacing(",", with: ";") }) == ["first", "cosmetic"])
        #expect(try natures(story.with { $0.title = ($0.title ?? "") + "!" }) == ["first", "cosmetic"])
    }

    @Test func `a counter that counts on is a cosmetic revision`() throws {
        let counted = story.with { $0.body += "\n14 comments" }
        #expect(try natures(counted) == ["first", "cosmetic"])
        #expect(
            try natures(counted, counted.with { $0.body = $0.body.replacing("14", with: "15") })
                == ["first", "cosmetic", "cosmetic"]
        )
    }

    @Test func `a line of the page's own that joins the story is a cosmetic revision where the other page lacks it`()
        throws
    {
        let read = story.with {
            $0.lines += ["Printed weekly"]
            $0.body += "\nPrinted weekly"
        }
        #expect(try natures(read) == ["first", "cosmetic"])
    }

    @Test func `a text that comes back is no revision, and the newest stays the newest`() throws {
        let edited = story.with { $0.paragraphs[0] += " Nobody clapped." }
        #expect(
            try natures(
                edited,
                story.with { $0.lines += ["A week later"] },
                edited.with { $0.lines += ["Two weeks later"] }
            )
                == ["first", "material"]
        )
    }
}
