// Where a list prints each post's date right below its headline, the dates tell where the posts begin.
extension PageDecision {
    /// Longer blocks above a date are no headlines, in words.
    private static let longestDatedHead = 40
    /// Fewer dates below headlines tell nothing of the others.
    private static let leastDated = 4

    /// Where most dates stand right below a headline, makes a headline of each other line above a date; and text of the
    /// line below it, where most have text there.
    ///
    /// A headline that ends as a sentence does looks like the last text of the post above, and a text of one short line
    /// like a headline.
    static func keepDatedHeads(_ states: inout [PageState], _ observations: Observations) {
        let dates = states.indices.dropFirst().filter { observations.shapes[$0] == .date }
        let below = dates.filter { states[$0 - 1].label == .headline && states[$0].label == .byline }
        // Between two lines that look like headlines a date may be either's, and has no say.
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

    /// Whether a line above a date, which is no headline as yet, may be one.
    private static func isDatedHead(_ index: Int, _ states: [PageState], _ observations: Observations) -> Bool {
        guard states[index].label != .headline else { return false }
        // The one line between two dates' headlines may have been taken for a headline itself.
        guard index < 2 || states[index - 1].label != .headline || observations.shapes[index - 2] == .date else {
            return false
        }
        return switch observations.shapes[index] {
        case .prose, .longProse, .cut: observations.list.statistics[index].words <= longestDatedHead
        default: isHeadline(observations.shapes[index])
        }
    }

    /// Whether a line below a date, which is no text as yet, may be text: it is no headline with its own date below it.
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
