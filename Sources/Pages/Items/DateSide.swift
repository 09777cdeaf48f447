/// Gives the lines with dates that stand between two items all to the item above, or all to the item below.
///
/// Between two items a line may belong to either, and a page has one template for all of its items. Where some of these
/// lines are labelled as the one's and some as the other's, the page as a whole decides: what stands above the first
/// headline and below the last text, and what most lines are labelled as.
struct DateSide {
    /// The fewest items that show a template, and how far from the first and the last item a date is looked for.
    private static let fewestItems = 3
    private static let reach = 4

    private let bylines: BylineList
    private let scores: LabelPass.Scores
    private var labels: [BlockLabel]
    /// Where each item's headline or opening stands, and the last block of its headline and text.
    private var items: [(start: Int, end: Int)] = []

    /// The labels with these lines given to one side.
    static func aligned(_ labels: [BlockLabel], _ bylines: BylineList, _ scores: LabelPass.Scores) -> [BlockLabel] {
        var side = DateSide(labels, bylines, scores)
        side.align()
        return side.labels
    }

    private init(_ labels: [BlockLabel], _ bylines: BylineList, _ scores: LabelPass.Scores) {
        self.labels = labels
        self.bylines = bylines
        self.scores = scores
        for index in labels.indices {
            switch labels[index] {
            case .headline, .opening: items.append((index, index))
            case .continued, .paragraph, .summary: if !items.isEmpty { items[items.count - 1].end = index }
            default: continue
            }
        }
    }

    private func isDate(_ index: Int) -> Bool {
        guard scores.date[index] >= BylineList.leastOdds, let byline = bylines[index] else { return false }
        return byline.date != nil && !byline.isUpdate
    }

    private mutating func align() {
        guard items.count >= DateSide.fewestItems, let first = items.first, let last = items.last else { return }
        let own = items.count { item in (item.start..<item.end).contains(where: isDate) }
        guard own * 2 < items.count else { return }
        // The one line with a date between each two items.
        var lines: [(line: Int, end: Int, start: Int)] = []
        for (item, next) in zip(items, items.dropFirst()) {
            let found = (item.end + 1..<next.start).filter(isDate)
            guard found.count == 1, labels[found[0]] == .above || labels[found[0]] == .footer else { continue }
            lines.append((found[0], item.end, next.start))
        }
        let above = lines.count { labels[$0.line] == .above }
        let isBefore = (max(0, first.start - DateSide.reach)..<first.start).contains(where: isDate)
        let isAfter = (last.end + 1..<min(labels.count, last.end + 1 + DateSide.reach)).contains(where: isDate)
        var votes = 2 * above - lines.count
        // A date above the first item or below the last one counts as much as all lines between.
        if isBefore != isAfter { votes += (isBefore ? 1 : -1) * max(2, lines.count) }
        guard votes != 0, lines.count >= 2 else { return }
        for (line, end, start) in lines {
            if votes > 0 {
                for index in line..<start { labels[index] = .above }
            } else {
                for index in end + 1...line where labels[index] == .above { labels[index] = .footer }
            }
        }
        guard votes > 0, let heading = (max(0, first.start - DateSide.reach)..<first.start).last(where: isDate) else {
            return
        }
        for index in heading..<first.start { labels[index] = .above }
    }
}
