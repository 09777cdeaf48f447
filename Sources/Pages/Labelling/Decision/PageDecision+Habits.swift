// A list does with all its posts what it does with most. Labels are decided from one block to the next, so a page's habit
// reaches them as a leaning only; here it is kept where it is plain.
extension PageDecision {
    /// So much of the running text in short blocks below headlines leaves no room for posts of another shape.
    private static let nearlyAll = 0.95

    /// The labels of a list, with those changed that fall out of the page's habits.
    static func kept(_ states: [PageState], _ observations: Observations) -> [PageState] {
        var states = states
        if observations.pairShare >= nearlyAll { keepPairs(&states, observations) }
        if let place = observations.datePlace {
            keepDates(&states, observations, place)
        } else {
            keepDatedHeads(&states, observations)
        }
        keepOwnDates(&states, observations)
        keepFacts(&states, observations)
        return states
    }

    /// Where all text stands in pairs of a headline and a text, each headline of a pair opens a post.
    private static func keepPairs(_ states: inout [PageState], _ observations: Observations) {
        for index in states.indices where observations.isPair(index) {
            states[index] = PageState(part: .list, label: .headline)
            if !states[index + 1].label.isText { states[index + 1] = PageState(part: .list, label: .paragraph) }
        }
    }

    /// A date right above a headline belongs to the post below it on all of the page, or to the one above.
    private static func keepDates(
        _ states: inout [PageState],
        _ observations: Observations,
        _ place: Observations.DatePlace
    ) {
        for index in states.indices.dropLast() where observations.shapes[index] == .date {
            if place == .above, observations.anchors[index + 1] == .headline || states[index + 1].label == .headline {
                states[index] = PageState(part: .list, label: .above)
                states[index + 1] = PageState(part: .list, label: .headline)
            } else if place == .behind, states[index].label == .above, states[index + 1].label == .headline {
                states[index] = PageState(part: .list, label: .footer)
            }
        }
    }

    /// Days said again fewer times are those of other posts.
    private static let leastAgain = 2

    /// A post's own day, said again behind its text and below a line of its own, opens no other post, where the page
    /// does so more than once: two posts of one day, the second without text, look the same.
    private static func keepOwnDates(_ states: inout [PageState], _ observations: Observations) {
        var own: [String] = []
        var hasText = false
        var again: [Int] = []
        for index in states.indices {
            if states[index].label == .headline {
                if hasText, !own.isEmpty, index + 1 < states.count, observations.bylines[index + 1]?.days == own,
                    index + 2 == states.count || [.headline, .above].contains(states[index + 2].label)
                {
                    again.append(index)
                } else {
                    own = []
                    hasText = false
                }
            }
            hasText = hasText || states[index].label.isText
            if states[index].label == .byline, own.isEmpty { own = observations.bylines[index]?.days ?? [] }
        }
        guard again.count >= leastAgain else { return }
        for index in again {
            states[index] = PageState(part: .list, label: .aside)
            states[index + 1] = PageState(part: .list, label: .footer)
        }
    }

    /// Fewer posts with a date or a name at their head tell nothing of the others.
    private static let leastWithFacts = 3

    /// Where nearly all posts have a date or a name at their head, a headline without is a heading in the post above it.
    ///
    /// Behind the last post it may open what stands beside the list; there it belongs to the post only where nothing
    /// parts the two.
    private static func keepFacts(_ states: inout [PageState], _ observations: Observations) {
        let heads = states.indices.filter { states[$0].label == .headline }
        let haveFacts = heads.map { hasFacts($0, states, observations) }
        let count = haveFacts.count { $0 }
        guard count >= leastWithFacts, count < heads.count, count * 3 >= heads.count * 2,
            let last = haveFacts.lastIndex(of: true), let first = haveFacts.firstIndex(of: true)
        else { return }
        for place in heads.indices.dropFirst(first + 1) where !haveFacts[place] {
            let head = heads[place]
            if place < last || !states[head - 1].label.isOutside {
                states[head] = PageState(part: .list, label: .subheading)
                for index in (heads[place - 1]..<head).reversed() {
                    guard states[index].label.isOutside else { break }
                    states[index] = PageState(part: .list, label: .aside)
                }
            } else {
                let end = place + 1 < heads.count ? heads[place + 1] : states.count
                for index in head..<end {
                    let isProse = observations.shapes[index].isProse
                    states[index] = PageState(part: .list, label: isProse ? .boilerplate : .navigation)
                }
            }
        }
    }

    /// Whether a post's date or names stand right above its headline, or below it before its text.
    private static func hasFacts(_ head: Int, _ states: [PageState], _ observations: Observations) -> Bool {
        if head > 0, states[head - 1].label == .above, observations.isFacts(head - 1) { return true }
        var index = head + 1
        while index < states.count, states[index].label != .headline, !states[index].label.isText {
            if states[index].label == .byline, observations.isFacts(index) { return true }
            index += 1
        }
        return false
    }
}
