/// A state of the label model: where in its page a block stands (before, in or after the story, or in a list), and its
/// label.
///
/// A page has one story, perhaps with teasers around it, or is a list of items. The states of the two kinds are two
/// separate chains: no transition leads from one to the other, so each kind has its own best path.
package struct PageState: Hashable, Sendable {
    package enum Part: UInt8, Sendable {
        case beforeStory
        case story
        case afterStory
        case list
    }

    package let part: Part
    package let label: BlockLabel

    /// All 34 states: 4 before the story, 12 in it, 4 after it, and 14 of a list.
    package static let all: [PageState] = {
        let around: [BlockLabel] = [.navigation, .boilerplate, .teaser, .summary]
        let item: [BlockLabel] = [
            .above, .headline, .repeated, .byline, .caption, .aside, .paragraph, .subheading, .quote, .list, .note,
            .footer,
        ]
        return around.map { PageState(part: .beforeStory, label: $0) }
            + item.map { PageState(part: .story, label: $0) }
            + around.map { PageState(part: .afterStory, label: $0) }
            + (around.prefix(2) + item).map { PageState(part: .list, label: $0) }
    }()

    package static let count = 34

    /// Its name in the table of weights.
    package var name: String { "\(part).\(label)" }

    /// Its place among the 32 weights of a feature: the 16 labels of a story page, then those of a list.
    package var row: Int { Int(label.rawValue) + (part == .list ? BlockLabel.allCases.count : 0) }

    /// Whether a page may start in this state.
    package var mayStart: Bool {
        switch part {
        case .beforeStory: label != .summary
        case .story: [.above, .headline, .paragraph, .list, .quote].contains(label)
        case .afterStory: false
        case .list: [.navigation, .boilerplate, .above, .headline].contains(label)
        }
    }

    /// Whether the block after one in this state may be in another state.
    func mayPrecede(_ next: PageState) -> Bool {
        switch (part, next.part) {
        case (.beforeStory, .beforeStory), (.afterStory, .afterStory):
            return next.label != .summary || label == .teaser
        case (.beforeStory, .story):
            return [.above, .headline, .paragraph, .list, .quote].contains(next.label)
        case (.story, .story), (.list, .list):
            return mayFollowInItem(next)
        case (.story, .afterStory):
            return next.label != .summary && label != .above
        default:
            return false
        }
    }

    private func mayFollowInItem(_ next: PageState) -> Bool {
        let isInside = !label.isOutside && label != .above
        switch next.label {
        case .navigation, .boilerplate: return part == .list && label != .above
        // A story page has one headline; in a list each headline opens an item.
        case .above: return label == .above || part == .list
        case .headline: return label == .above || part == .list
        case .paragraph where part == .story: return true
        default: return isInside
        }
    }

    /// For each state the states that may come right before it, by number.
    package static let predecessors: [[UInt8]] = all.map { next in
        all.indices.filter { all[$0].mayPrecede(next) }.map(UInt8.init)
    }
}
