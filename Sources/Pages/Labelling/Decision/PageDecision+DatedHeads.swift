// Where a list prints each post's date right below its headline, the dates tell where the posts begin.
extension PageDecision {
    /// The most words of a block above a date that may be a headline.
    private static let longestDatedHead = 40
    /// The fewest dates below headlines that show a habit of the page.
    private static let leastDated = 4

    /// Corrects the lines around dates on a list where most dates stand right below a headline.
    ///
    /// The line above each other date becomes a headline. Where most posts have text below the date, the line below
    /// each date becomes text. The label model makes two mistakes here: a headline that ends like a sentence looks like
    /// the last text of the post above, and a text of one short line looks like a headline.
    static func keepDatedHeads(_ states: inout [PageState], _ observations: Observations) {
        let dates = states.indices.dropFirst().filter { observations.shapes[$0] == .date }
        let below = dates.filter { states[$0 - 1].label == .headline && states[$0].label == .byline }
        // A date between two lines that look like headlines may belong to either, so it does not count.
        let either = dates.count { states[$0].label == .above && isHeadline(observations.shapes[$0 - 1]) }
        guard below.count >= leastDated, below.count * 2 > dates.count - either else { return }
        for date in dates where isDatedHead(date - 1, states, observations) {
            if states[date].label == .above, date + 1 < states.count, states[date + 1].label == .headline {
                states[date + 1] = PageState(part: .list, label: .paragraph)
            }
            states[date - 1] = PageState(part: .list, label: .headline)
            states[date] = PageState(part: .list, label: .byline)
        }
        let haveText = below.count { $0 + 1 < states.count && states[$0 + 1].label.isText }
        guard haveText * 2 > below.count else { return }
        for date in dates where states[date].label == .byline && isDatedText(date + 1, states, observations) {
            states[date + 1] = PageState(part: .list, label: .paragraph)
        }
    }

    /// Whether a line above a date that is not labelled as a headline may be one.
    private static func isDatedHead(_ index: Int, _ states: [PageState], _ observations: Observations) -> Bool {
        guard states[index].label != .headline else { return false }
        // Below a headline there is no second one. But a "headline" right below another date may be that post's one
        // line of text.
        guard index < 2 || states[index - 1].label != .headline || observations.shapes[index - 2] == .date else {
            return false
        }
        return switch observations.shapes[index] {
        case .prose, .longProse, .cut: observations.list.statistics[index].words <= longestDatedHead
        default: isHeadline(observations.shapes[index])
        }
    }

    /// Whether a line below a date that is not labelled as text may be text: it must not be a headline with its own
    /// date below it.
    private static func isDatedText(_ index: Int, _ states: [PageState], _ observations: Observations) -> Bool {
        guard index + 1 < states.count, !states[index].label.isText, states[index + 1].label != .byline,
            states[index].label != .headline || states[index + 1].label == .headline
        else { return false }
        return switch observations.shapes[index] {
        case .scrap, .prose, .longProse, .cut: true
        default: isHeadline(observations.shapes[index])
        }
    }

    private static func isHeadline(_ shape: BlockShape) -> Bool {
        [.headline, .shortHeadline, .heading].contains(shape)
    }
}
