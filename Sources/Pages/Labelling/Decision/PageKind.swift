/// The values from which a page's kind is decided, a list or one story, taken from the best path of either kind.
///
/// The score of a path adds up the scores of all blocks as if they were independent, so on a long page it is far too
/// certain. What the two readings look like as a whole tells more.
package struct PageKind: Sendable {
    package static let names = [
        "always", "score-by-length", "story-text", "heads-in-story", "text-apart", "pairs", "facts-in-step",
        "dated-in-step", "size", "two-dated-stories", "short-items", "items-with-text", "list-mark",
    ]

    /// One value for each name, in the order of `names`; each is within a few units of zero.
    package let values: [Double]

    /// One item of the page, read as a list.
    private struct Item {
        let headline: Int
        var words = 0
        /// How many blocks below the headline the date or byline stands; -1 where it stands above, nil where there is
        /// none.
        var facts: Int?
    }

    package init(_ labelling: Labelling, _ observations: Observations) {
        let count = observations.list.count
        let difference = Double(labelling.list.score - labelling.story.score) / LabelWeights.unit
        let items = PageKind.items(labelling.list.states, observations)
        var places: [Int: Int] = [:]
        for item in items { places[item.facts ?? .max, default: 0] += 1 }
        let dated = items.count { $0.facts != nil }
        let commonest = places.values.max() ?? 0
        let commonestDated = places.filter { $0.key != .max }.values.max() ?? 0
        let share = 1 / Double(max(1, items.count))
        // A single item is always like all items, which says nothing: a story of two paragraphs is read as one item.
        let enough = min(1, Double(items.count) / 3)
        let short = items.count { (1...60).contains($0.words) }
        let long = items.count { $0.facts != nil && $0.words >= 60 }
        let story = PageKind.story(labelling.story.states, observations)
        values = [
            1, max(-3, min(3, difference / Double(max(1, count)).squareRoot())), PageKind.size(story.words) / 4,
            PageKind.size(story.heads), items.count >= 3 ? story.apart : 0, observations.pairShare,
            Double(commonest) * share * enough,
            dated >= 2 ? Double(commonestDated) * share : 0, PageKind.size(count) / 4, long >= 2 ? 1 : 0,
            PageKind.size(short) * Double(short) * share, Double(items.count { $0.words >= 8 }) * share * enough,
            observations.hasListMark ? 1 : 0,
        ]
    }

    /// The items of the page, read as a list.
    private static func items(_ states: [PageState], _ observations: Observations) -> [Item] {
        var items: [Item] = []
        for index in states.indices {
            let label = states[index].label
            if label == .headline {
                let isAbove = index > 0 && states[index - 1].label == .above
                items.append(Item(headline: index, facts: isAbove ? -1 : nil))
            }
            guard let last = items.indices.last else { continue }
            if label.isText { items[last].words += observations.list.statistics[index].words }
            if label == .byline, items[last].facts == nil { items[last].facts = index - items[last].headline }
        }
        return items
    }

    /// The text of the page, read as one story.
    struct Story {
        var words = 0
        /// How many headlines with a date or a byline of their own stand within it.
        var heads = 0
        /// The size of its number of blocks where most of them have no text right before or after them, else 0.
        ///
        /// The paragraphs of a story follow one another; the texts of a list have headlines between them.
        var apart = 0.0
    }

    static func story(_ states: [PageState], _ observations: Observations) -> Story {
        let text = states.indices.filter { states[$0].part == .story && states[$0].label.isText }
        guard let first = text.first, let last = text.last else { return Story() }
        var story = Story()
        var lone = 0
        for (place, index) in text.enumerated() {
            story.words += observations.list.statistics[index].words
            let follows = place > 0 && text[place - 1] == index - 1
            let isFollowed = place + 1 < text.count && text[place + 1] == index + 1
            if !follows, !isFollowed { lone += 1 }
        }
        story.heads = (first + 2..<max(first + 2, last + 1)).count { observations.anchors[$0] == .headline }
        if lone * 2 > text.count { story.apart = PageKind.size(text.count) }
        return story
    }

    /// The size of a number: the logarithm to base 2 of the number plus one, rounded down.
    private static func size(_ number: Int) -> Double {
        Double(Int.bitWidth - (number + 1).leadingZeroBitCount - 1)
    }
}
