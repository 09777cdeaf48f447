/// What speaks for a page as a list of items rather than one story, told from its best reading as either.
///
/// The scores of the two readings add up the evidence of every block as if each stood for itself, so on a long page
/// they are far too sure; what the readings look like as a whole says more.
package struct PageKind: Sendable {
    package static let names = [
        "always", "score", "score-by-length", "items", "dated-items", "largest-item", "story-text", "story-share",
        "facts-in-story", "continuations", "heads-in-story", "teasers", "anchors", "headline-first",
        "short-items", "headlines-in-story", "headlines-per-paragraph", "pairs",
    ]

    /// What settles a page's kind whatever else speaks for it; nil where nothing does.
    ///
    /// All text in short blocks, each below a headline of its own, is a list of teasers; lines that are numbered head
    /// the parts of one story.
    package let settled: Bool?

    /// The values, in the order of their names; each within a few units of zero.
    package let values: [Double]

    package init(_ labelling: Labelling, _ evidence: LabelEvidence) {
        let list = evidence.list
        let difference = Double(labelling.list.score - labelling.story.score) / LabelWeights.unit
        let items = PageKind.items(labelling.list.states, evidence)
        let words = items.map(\.words)
        let all = words.reduce(0, +)
        let story = labelling.story.states
        let text = story.indices.filter { story[$0].part == .story && story[$0].label.isText }
        let storyWords = text.reduce(0) { $0 + list.features[$1].words }
        let prose = evidence.prose(0, list.count)
        let inside = text.first.map { first in (first + 2)..<max(first + 2, (text.last ?? first) + 1) } ?? 0..<0
        let facts = inside.count { evidence.shapes[$0] == .byline || evidence.shapes[$0] == .date }
        let heads = inside.count { evidence.anchors[$0] == .headline }
        let headlines = inside.count {
            let shape = evidence.shapes[$0]
            return (shape == .headline || shape == .heading) && list.features[$0].words >= 5
        }
        let short = items.count { (1...60).contains($0.words) }
        let continuations = evidence.signs.count { $0.contains(.continuation) }
        let teasers = story.count { $0.label == .teaser }
        let numbered = labelling.list.states.indices.count {
            labelling.list.states[$0].label == .headline && evidence.signs[$0].contains(.numbered)
        }
        let pairs = PageKind.pairs(evidence)
        settled = items.count >= 3 && numbered * 3 >= items.count * 2 ? false : pairs >= 1.9 ? true : nil
        values = [
            1, max(-4, min(4, difference / 4)), max(-3, min(3, difference / Double(max(1, list.count)).squareRoot())),
            PageKind.size(items.count), PageKind.size(items.count(where: \.isDated)),
            all == 0 ? 1 : Double(words.max() ?? 0) / Double(all), PageKind.size(storyWords) / 4,
            prose == 0 ? 0 : min(1, Double(storyWords) / Double(prose)), PageKind.size(facts),
            PageKind.size(continuations),
            PageKind.size(heads), PageKind.size(teasers), PageKind.size(evidence.anchorCount),
            story.first.map { $0.label == .headline ? 1 : 0 } ?? 0,
            items.isEmpty ? 0 : PageKind.size(short) * Double(short) / Double(items.count), PageKind.size(headlines),
            text.isEmpty ? 0 : min(1, Double(headlines) / Double(text.count)), pairs,
        ]
    }

    /// The share of the running text that stands in short blocks, each below a headline of its own.
    ///
    /// Four or more of them are teasers: a story's parts have more text to a heading, or a number.
    private static func pairs(_ evidence: LabelEvidence) -> Double {
        let list = evidence.list
        var words = 0
        var pairs = 0
        for index in list.indices.dropLast() {
            guard isPair(index, evidence) else { continue }
            pairs += 1
            words += list.features[index + 1].words
        }
        let all = evidence.prose(0, list.count)
        return pairs < 4 || all == 0 ? 0 : 2 * Double(words) / Double(all)
    }

    /// Whether a headline stands at a block, and one short block of text below it.
    static func isPair(_ index: Int, _ evidence: LabelEvidence) -> Bool {
        let list = evidence.list
        guard index + 1 < list.count, [.headline, .heading].contains(evidence.shapes[index]) else { return false }
        return list.features[index].words >= 4 && !evidence.signs[index].contains(.numbered)
            && evidence.shapes[index + 1].isProse && list.features[index + 1].words <= 60
            && (index + 2 >= list.count || !evidence.shapes[index + 2].isProse)
    }

    /// A number's size: its logarithm to the base of two.
    private static func size(_ number: Int) -> Double {
        Double(Int.bitWidth - (number + 1).leadingZeroBitCount - 1)
    }

    /// The items of a reading as a list: the words of their text, and whether a date or a name stands by them.
    private static func items(_ states: [PageState], _ evidence: LabelEvidence) -> [(words: Int, isDated: Bool)] {
        var items: [(words: Int, isDated: Bool)] = []
        for index in states.indices {
            let label = states[index].label
            if label == .headline { items.append((0, index > 0 && states[index - 1].label == .above)) }
            guard !items.isEmpty else { continue }
            if label.isText { items[items.count - 1].words += evidence.list.features[index].words }
            if label == .byline { items[items.count - 1].isDated = true }
        }
        return items
    }
}
