// A list treats all its posts alike. The label model sees each block with its neighbours only, so a habit of the page
// reaches it as a bias at most (`PageHabits`). These rules enforce the habits that are plain.
extension PageDecision {
    /// With this share of the running text in short blocks below headlines, there is no room for posts of another form.
    private static let nearlyAll = 0.95

    /// The labels of a list, with those changed that break the page's habits.
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

    /// Where nearly all text stands in pairs of a headline and a text, makes each headline of a pair open a post.
    private static func keepPairs(_ states: inout [PageState], _ observations: Observations) {
        for index in states.indices where observations.isPair(index) {
            states[index] = PageState(part: .list, label: .headline)
            if !states[index + 1].label.isText { states[index + 1] = PageState(part: .list, label: .paragraph) }
        }
    }

    /// Gives each date right above a headline to the post below it, or to the one above it, as the page does with most.
    private static func keepDates(
        _ states: inout [PageState],
        _ observations: Observations,
        _ place: Observations.DatePlace
    ) {
        for index in states.indices.dropLast() where observations.shapes[index] == .date {
            if place == .above, observations.anchors[index + 1] == .headline || states[index + 1].label == .headline {
                states[index] = PageState(part: .list, label: .above)
                states[index + 1] = PageState(part: .list, label: .headline)
            } else if place == .below, states[index].label == .above, states[index + 1].label == .headline {
                states[index] = PageState(part: .list, label: .footer)
            }
        }
    }

    /// The fewest repeats of posts' own days that show a habit; fewer are more likely days of other posts.
    private static let leastAgain = 2

    /// Where a post's own day stands again after its text, below one more line, makes both a part of that post.
    ///
    /// The page has to do so more than once, because a second post of the same day without text looks the same.
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

    /// The fewest posts with a date or a name at their head that show a habit of the page.
    private static let leastWithFacts = 3

    /// Where at least two thirds of the posts have a date or a name at their head, makes a headline without either a
    /// subheading of the post above it.
    ///
    /// After the last post with a date or a name, such a headline may also open what stands below the list. There it
    /// belongs to the post only where no menu or boilerplate stands right before it.
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
