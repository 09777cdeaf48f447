extension Observations {
    /// A block's part in the head of an item: the headline, its facts (a date or byline), or a block between the two.
    enum Anchor: UInt8 {
        case headline
        case facts
        case between
    }

    /// Where a page prints the dates that stand between its posts: above the post they belong to, or below its text.
    enum DatePlace {
        case above
        case below
    }

    /// How many words a standfirst between headline and facts may have.
    private static let longestStandfirst = 60

    /// Finds headlines that have a byline or a date of their own, which is the surest sign of an item.
    ///
    /// A date above its headline stands right after the previous post; a date below its headline stands right after
    /// that headline. A page keeps to one of the two.
    mutating func findAnchors() {
        for index in shapes.indices.dropFirst() {
            let pair = Observations.group(shapes[index - 1]) * LabelFeature.groups.count
            pairs[pair + Observations.group(shapes[index])] += 1
        }
        datePlace = placeOfDates()
        if isDatedAbove {
            for index in shapes.indices.dropLast() where shapes[index] == .date && isHeadlike(index + 1) {
                anchors[index] = .facts
                anchors[index + 1] = .headline
                anchorCount += 1
            }
            return
        }
        var index = 0
        while index < shapes.count {
            guard isHeadlike(index), let facts = facts(below: index) else {
                index += 1
                continue
            }
            anchors[index] = .headline
            for between in (index + 1)..<facts { anchors[between] = .between }
            anchors[facts] = .facts
            anchorCount += 1
            index = facts + 1
        }
    }

    private func isHeadlike(_ index: Int) -> Bool {
        switch shapes[index] {
        case .headline, .heading, .shortHeadline: true
        default: false
        }
    }

    /// Finds the facts that belong to a headline: right below it, or below its repeat or its standfirst.
    private func facts(below title: Int) -> Int? {
        var standfirsts = 0
        for index in (title + 1)..<max(title + 1, min(shapes.count, title + 4)) {
            switch shapes[index] {
            case .byline, .date: return index
            case .prose, .cut, .longProse:
                guard standfirsts == 0, list.statistics[index].words <= Observations.longestStandfirst else {
                    return nil
                }
                standfirsts += 1
            case .headline, .shortHeadline, .heading:
                guard signs[index].contains(.repeatsPrevious) else { return nil }
            case .caption, .notice: continue
            default: return nil
            }
        }
        return nil
    }

    /// Decides from all dates that stand between two posts on which side of their posts they are; nil where few dates
    /// do.
    private func placeOfDates() -> DatePlace? {
        var between = 0
        var below = 0
        var signed = 0
        var first: Int?
        for index in shapes.indices.dropLast() where shapes[index] == .date {
            let previous = index > 0 ? shapes[index - 1] : .edge
            let follows = index > 0 && isHeadlike(index - 1)
            // Below a date that opens a post stand its headline and its text.
            let isOpening = isHeadlike(index + 1) && index + 2 < shapes.count && shapes[index + 2].isProse
            // A reader's comment has its writer's name above its date.
            let isSigned = previous == .name || previous == .scrap && list.statistics[index - 1].letters > 0
            if isSigned, !isOpening { signed += 1 }
            if isHeadlike(index + 1) {
                first = first ?? index
                if !follows { between += 1 }
            }
            if follows, !isOpening { below += 1 }
        }
        guard let first, between >= 3, between > below * 2, between > signed * 2 else { return nil }
        // Right above the page's first such date stands the text that it belongs to, if dates stand below their posts.
        return shapes[max(0, first - 3)..<first].contains { $0.isProse } ? .below : .above
    }
}
