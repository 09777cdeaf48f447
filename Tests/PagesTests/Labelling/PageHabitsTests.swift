import Testing

@testable import Pages

/// What a list's other posts tell of one that looks unlike them.
@Suite struct PageHabitsTests {
    private static func observations(_ text: String) throws -> Observations {
        Observations(BlockList(try TextDecoder.decode(Array(text.utf8))), nil)
    }

    private static func state(_ label: BlockLabel) -> PageState { PageState(part: .list, label: label) }

    /// Posts of a headline, a date and a text, the headline of the third misread with what is below it.
    private static let posts = (1...5).map {
        "The gate of basin \($0) stays shut\n\n\($0) March 2026\n\n" + Sample.paragraph($0)
    }
    private static let misread: [BlockLabel] = [
        .headline, .byline, .paragraph, .headline, .byline, .paragraph, .aside, .footer, .navigation,
        .headline, .byline, .paragraph, .headline, .byline, .paragraph,
    ]

    private static func habits() throws -> PageHabits {
        PageHabits(misread.map(state), try observations(posts.joined(separator: "\n\n")))
    }

    @Test func `a block is likely what the others in its surroundings are`() throws {
        let habits = try Self.habits()
        #expect(habits.areAny)
        let headline = habits.leaning(6)
        #expect(headline[Int(BlockLabel.headline.rawValue)] > 400)
        #expect(headline[Int(BlockLabel.aside.rawValue)] == 0)
        #expect(habits.leaning(7)[Int(BlockLabel.byline.rawValue)] > 400)
        #expect(habits.leaning(8)[Int(BlockLabel.paragraph.rawValue)] > 200)
    }

    @Test func `the post that was misread is read like the others`() throws {
        let observations = try Self.observations(Self.posts.joined(separator: "\n\n"))
        let states = Labelling(LabelScores(observations, LabelWeights()), LabelWeights(), try Self.habits()).list.states
        #expect(
            states.map(\.label).prefix(9) == [
                .headline, .byline, .paragraph, .headline, .byline, .paragraph,
                .headline, .byline, .paragraph,
            ]
        )
    }

    @Test func `headlines and texts without a template's line say nothing`() throws {
        let text = (1...5).map { "The gate of basin \($0) stays shut\n\n" + Sample.paragraph($0) }
        let states = (1...5).flatMap { _ in [Self.state(.headline), Self.state(.paragraph)] }
        let habits = PageHabits(states, try Self.observations(text.joined(separator: "\n\n")))
        #expect(!habits.areAny)
        #expect((0..<10).allSatisfy { habits.leaning($0) == .zero })
    }

    @Test func `a short line that all posts print is no headline`() throws {
        let posts = (1...4).map { "The gate of basin \($0) stays shut\n\nHarbour log\n\n" + Sample.paragraph($0) }
        let states = (1...4).flatMap { _ in [Self.state(.aside), Self.state(.headline), Self.state(.paragraph)] }
        let habits = PageHabits(states, try Self.observations(posts.joined(separator: "\n\n")))
        let own = habits.leaning(1)[Int(BlockLabel.headline.rawValue)]
        #expect(habits.leaning(4)[Int(BlockLabel.headline.rawValue)] == own)
        #expect(own < habits.leaning(0)[Int(BlockLabel.aside.rawValue)])
    }

    @Test func `a reason names the habit`() throws {
        let list = Self.posts.joined(separator: "\n\n")
        let explanation = try Normaliser(layouts: [], weights: .shipped).explain(TextDecoder.decode(Array(list.utf8)))
        #expect(explanation.kind?.isList == true)
        let reasons = (0..<explanation.count).compactMap(explanation.block).flatMap(\.reasons)
        #expect(reasons.contains { $0.name == "as elsewhere on the page" && $0.weight ?? 0 > 0 })
    }
}
