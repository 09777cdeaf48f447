import Testing

@testable import Pages

/// Rules for pages that no layout describes, each on a page made up for it.
@Suite struct UnseenPagesTests {
    private let headline = "Ferry timetable is printed upside down again"

    @Test func `a byline cut into a line for each link is read as one`() throws {
        let page = try Reading.page(
            "\(headline)\nPosted on\n3 March 2026\nby\nAda Marsh\n" + Sample.paragraph(0) + "\n" + Sample.paragraph(1)
                + "\n" + Sample.paragraph(2)
        )
        #expect(page.items.first?.title == headline)
        #expect(page.items.first?.publishedOn == "2026-03-03")
        #expect(page.items.first?.authors == ["Ada Marsh"])
    }

    @Test func `dates above their headlines belong to the headlines below`() throws {
        let posts = (1...4).map { "\($0) March 2026\n\nThe gate of basin \($0) stays shut\n\n" + Sample.paragraphs(2) }
        let page = try Reading.page(posts.joined(separator: "\n\n"))
        #expect(page.items.count == 4)
        #expect(page.items.last?.publishedOn == "2026-03-04")
        #expect(page.items.last?.title == "The gate of basin 4 stays shut")
    }

    @Test func `dates below their posts belong to the posts above`() throws {
        let posts = (1...4).map {
            "The gate of basin \($0) stays shut\n\n" + Sample.paragraphs(2) + "\n\n\($0) March 2026"
        }
        let page = try Reading.page(posts.joined(separator: "\n\n"))
        #expect(page.items.map(\.publishedOn) == ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"])
    }

    @Test func `a post of which only headline and date are shown is an item, however short its headline`() throws {
        let posts = (1...5).map {
            "Basin \($0)\n\nPosted on \($0) March 2026 by Ada Marsh\n\n"
                + ($0 == 3 ? "" : Sample.paragraph($0) + "\n\n")
                + "Continue reading →"
        }
        let page = try Reading.page(posts.joined(separator: "\n\n"))
        #expect(page.items.map(\.title) == ["Basin 1", "Basin 2", "Basin 3", "Basin 4", "Basin 5"])
    }

    @Test func `a post's date again at its end opens no other post`() throws {
        let posts = (1...3).map {
            "The gate of basin \($0) stays shut\n\nPosted on \($0) March 2026 by Ada Marsh\n\n" + Sample.paragraphs(2)
                + "\n\nMud and gates\n\n\($0) March 2026"
        }
        let page = try Reading.page(posts.joined(separator: "\n\n"))
        #expect(page.items.count == 3)
    }

    @Test func `a date above the headline of a lone story is the story's`() throws {
        let page = try Reading.page("3 March 2026, 14:20\n\n\(headline)\n\n" + Sample.paragraphs(4))
        #expect(page.items.first?.publishedOn == "2026-03-03")
    }

    @Test func `where posts begin with a date, a headline without one is a heading in its post`() throws {
        let posts = (1...4).map {
            "The gate of basin \($0) stays shut\n\n\($0) March 2026\n\n" + Sample.paragraphs(2)
                + ($0 == 3 ? "\n\nWhat the Harbour Board Has Said Before\n\n" + Sample.paragraphs(3) : "")
        }
        let page = try Reading.page(posts.joined(separator: "\n\n"))
        withKnownIssue("The network takes a long heading for a post.") {
            #expect(page.items.map(\.publishedOn) == ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"])
            #expect(page.items[2].body.contains("Harbour Board Has Said"))
        }
    }

    @Test func `a headline with a path of sections before it is taken without, where the page prints both`() throws {
        let page = try Reading.page(
            "Home News Harbour \(headline)\n\n\(headline)\n\n3 March 2026\n\n" + Sample.paragraphs(4)
        )
        withKnownIssue("The network takes the line with the path for the headline.") {
            #expect(page.items.map(\.title) == [headline])
            #expect(page.items.first?.publishedOn == "2026-03-03")
            #expect(page.items.first?.body.contains(headline) == false)
        }
    }

    @Test func `readers' comments are no part of a story, however long they are`() throws {
        let comments = (1...6).map { "\($0). I have said so for years.\n\n" + Sample.paragraphs(2) }
        let page = try Reading.page(
            "\(headline)\n\nBy Ada Marsh, 3 March 2026\n\n" + Sample.paragraphs(3)
                + "\n\n6 responses to “\(headline)”\n\n"
                + comments.joined(separator: "\n\n")
        )
        #expect(page.items.map(\.title) == [headline])
        #expect(page.items.first?.body.contains("I have said so") == false)
        #expect(page.items.first?.body.contains("responses to") == false)
    }

    @Test func `the headline wins over the standfirst below it`() throws {
        let page = try Reading.page(
            "\(headline)\n\nThe office says that nobody had looked at the proofs\n\nBy Ada Marsh\n\n"
                + Sample.paragraphs(4)
        )
        withKnownIssue("The network takes the line right above the byline for the headline.") {
            #expect(page.items.first?.title == headline)
        }
    }

    @Test func `a headline that the page's title line repeats wins over a section's name`() throws {
        let page = try Reading.page(
            "\(headline) | The Lamp\n\nHarbour and coast\n\n\(headline)\n\nAll about the quay\n\n"
                + Sample.paragraphs(4)
        )
        #expect(page.items.first?.title == headline)
    }

    @Test func `a picture's alternative text and its longer caption are no text`() throws {
        let page = try Reading.page(
            "\(headline)\n\nA clerk holds the timetable\nA clerk holds the timetable in the hall. Ada Marsh\n\n"
                + Sample.paragraphs(4)
        )
        let body = try #require(page.items.first?.body)
        #expect(!body.contains("A clerk holds"))
    }

    @Test func `what readers are asked below a story ends it`() throws {
        let page = try Reading.page(
            "\(headline)\n\n" + Sample.paragraphs(5)
                + "\n\nJoin the conversation\n\nComments are read by two volunteers before they appear on this page."
        )
        let body = try #require(page.items.first?.body)
        #expect(!body.contains("volunteers"))
    }

    @Test(arguments: ["Tag: Mud", "Archives for March 2026", "Category: Ferries"])
    func `the heading of a list of posts is no post`(heading: String) throws {
        let posts = (1...3).map {
            "The gate of basin \($0) stays shut\n\nPosted on \($0) March 2026 by Ada Marsh\n\n" + Sample.paragraphs(1)
        }
        let page = try Reading.page(heading + "\n\n" + posts.joined(separator: "\n\n"))
        #expect(page.items.map(\.title) == (1...3).map { "The gate of basin \($0) stays shut" })
    }
}
