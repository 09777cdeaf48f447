import Testing

@testable import Pages

/// What the dates of a list tell of where its posts begin.
@Suite struct DatedHeadsTests {
    private static func observations(_ text: String) throws -> Observations {
        Observations(BlockList(try TextDecoder.decode(Array(text.utf8))), nil)
    }

    private static func states(_ labels: [BlockLabel]) -> [PageState] {
        labels.map { PageState(part: .list, label: $0) }
    }

    /// Posts of a headline, a date and a line of text.
    private static func page(_ posts: [(head: String, text: String)]) -> String {
        posts.enumerated().map { "\($1.head)\n\n\($0 + 1) March 2026\n\n\($1.text)" }.joined(separator: "\n\n")
    }

    private static func posts(_ count: Int) -> [(head: String, text: String)] {
        (1...count).map { ("The gate of basin \($0) stays shut", Sample.paragraph($0)) }
    }

    @Test func `a line above a date is a headline where the others are, though it ends as a sentence does`() throws {
        var posts = Self.posts(6)
        posts[2].head = "The harbour board has nothing to say about mud."
        let observations = try Self.observations(Self.page(posts))
        let post: [BlockLabel] = [.headline, .byline, .paragraph]
        var states = Self.states(post + post + [.paragraph, .footer, .paragraph] + post + post + post)
        PageDecision.keepDatedHeads(&states, observations)
        #expect(states.map(\.label) == (0..<6).flatMap { _ in post })
        #expect(try Reading.page(Self.page(posts)).items.map(\.title) == posts.map(\.head))
    }

    @Test func `one line between a date and the next headline is text, and that headline no part of it`() throws {
        var posts = Self.posts(6)
        posts[2].text = "Mud and gates, said the board"
        posts[3].head = "It is more than anybody wanted to hear."
        let observations = try Self.observations(Self.page(posts))
        let post: [BlockLabel] = [.headline, .byline, .paragraph]
        var states = Self.states(
            post + post + [.headline, .byline, .headline] + [.paragraph, .footer, .paragraph] + post + post
        )
        PageDecision.keepDatedHeads(&states, observations)
        #expect(states.map(\.label) == (0..<6).flatMap { _ in post })
    }

    @Test func `a date taken for the one above the next headline is its own headline's`() throws {
        var posts = Self.posts(6)
        posts[2] = ("It is more than anybody wanted to hear.", "Mud and gates, said the board")
        let observations = try Self.observations(Self.page(posts))
        let post: [BlockLabel] = [.headline, .byline, .paragraph]
        var states = Self.states(post + post + [.paragraph, .above, .headline] + post + post + post)
        PageDecision.keepDatedHeads(&states, observations)
        #expect(states.map(\.label) == (0..<6).flatMap { _ in post })
    }

    @Test func `two posts of one day stay two, though the second has no text`() throws {
        let posts = (1...6).map {
            "The gate of basin \($0) stays shut\n\n\(($0 + 1) / 2) March 2026"
                + ($0 == 4 ? "" : "\n\n" + Sample.paragraph($0))
        }
        let post: [BlockLabel] = [.headline, .byline, .paragraph]
        let states = Self.states(post + post + post + [.headline, .byline] + post + post)
        #expect(try PageDecision.kept(states, Self.observations(posts.joined(separator: "\n\n"))) == states)
    }

    @Test func `a day that each post says again at its end opens no other post`() throws {
        let posts = (1...4).map {
            "The gate of basin \($0) stays shut\n\n\($0) March 2026\n\n" + Sample.paragraphs(2)
                + "\n\nWhat the Board Says of Mud\n\n\($0) March 2026"
        }
        let post: [BlockLabel] = [.headline, .byline, .paragraph, .paragraph]
        let states = Self.states((1...4).flatMap { _ in post + [.headline, .byline] })
        let kept = try PageDecision.kept(states, Self.observations(posts.joined(separator: "\n\n")))
        #expect(kept.map(\.label) == (1...4).flatMap { _ in post + [.aside, .footer] })
    }

    @Test func `few dates below headlines change nothing`() throws {
        let observations = try Self.observations(Self.page(Self.posts(4)))
        let post: [BlockLabel] = [.headline, .byline, .paragraph]
        let misread = Self.states(post + post + post + [.paragraph, .footer, .paragraph])
        var states = misread
        PageDecision.keepDatedHeads(&states, observations)
        #expect(states == misread)
    }

    @Test func `a long paragraph above a date is no headline`() throws {
        var posts = Self.posts(6)
        posts[2].head = Sample.paragraph(7)
        let observations = try Self.observations(Self.page(posts))
        let post: [BlockLabel] = [.headline, .byline, .paragraph]
        let misread = Self.states(post + post + [.paragraph, .footer, .paragraph] + post + post + post)
        var states = misread
        #expect(observations.list.statistics[6].words > 40)
        PageDecision.keepDatedHeads(&states, observations)
        #expect(states == misread)
    }

    @Test func `tags above the date of the next post do not make a comment of it`() throws {
        let posts = (1...5).map {
            "Harbour\n\n\($0) March 2026\n\nThe gate of basin \($0) stays shut\n\n" + Sample.paragraph($0)
        }
        #expect(try Self.observations(posts.joined(separator: "\n\n")).datePlace == .above)
    }

    @Test func `names above dates and short words below are comments`() throws {
        let comments = (1...5).map { "Ada Marsh\n\n\($0) March 2026\n\nThe gate of basin \($0) stays shut" }
        #expect(try Self.observations(comments.joined(separator: "\n\n")).datePlace == nil)
    }

    @Test func `a headline printed again after its text is no text`() throws {
        let posts = Self.posts(4).map { "\($0.head)\n\n\($0.text)\n\n\($0.head)" }
        let observations = try Self.observations(posts.joined(separator: "\n\n"))
        var segmenter = Segmenter(observations, nil)
        segmenter.read(Self.states((1...4).flatMap { _ in [.headline, .paragraph, .paragraph] }))
        #expect(segmenter.outline.sections.map(\.title) == [0, 3, 6, 9])
        #expect(segmenter.outline.sections.map(\.body) == [[1], [4], [7], [10]])
    }

    @Test func `a line printed twice is a picture's text and caption, and no text`() throws {
        let lines = [
            "The gate of basin 1 stays shut", Sample.paragraph(0), "A clerk holds the timetable",
            "A clerk holds the timetable", Sample.paragraph(2), "No, no.", "No, no.",
        ]
        var segmenter = Segmenter(try Self.observations(lines.joined(separator: "\n\n")), nil)
        segmenter.read(Self.states([.headline] + Array(repeating: .paragraph, count: 6)))
        #expect(segmenter.outline.sections.map(\.body) == [[1, 4, 5, 6]])
    }
}
