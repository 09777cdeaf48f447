extension Segmenter {
    /// How far below and above a headline a line about the item may stand.
    private static let below = 10
    private static let above = 4

    /// Gives articles without a date or an author the bylines beside their headlines that no item has taken.
    ///
    /// Pages put names and dates above a headline, beside a picture, or behind a row of buttons.
    mutating func addNearbyBylines() {
        let starts = outline.sections.map { $0.title ?? $0.body.first ?? 0 }
        for place in outline.sections.indices where outline.sections[place].kind == .article {
            let section = outline.sections[place]
            guard let title = section.title else { continue }
            let next = place + 1 < starts.count ? starts[place + 1] : list.count
            // Behind the second block of text the head is over.
            let text = section.body.dropFirst().first ?? section.body.first ?? title + 1
            let earlier = place > 0 ? outline.sections[place - 1].blocks.max() ?? 0 : 0
            // An earlier item may have a line of its own below this headline: then nothing above it is left.
            let lower = min(title, max(0, title - Segmenter.above, earlier))
            let upper = min(next, max(text, title + 3), title + Segmenter.below, list.count)
            let candidates = Array((title + 1)..<max(title + 1, upper)) + (lower..<title).reversed()
            var found = section.bylines
            for index in candidates where bylines[index] != nil && !found.contains(index) {
                guard !taken[index] || section.aside.contains(index), let byline = bylines[index] else { continue }
                let isNews =
                    byline.date != nil && !byline.isUpdate && !found.contains { isDated($0) }
                    || byline.authors != nil && !found.contains { bylines[$0]?.authors != nil }
                guard isNews else { continue }
                found.append(index)
                taken[index] = true
            }
            outline.sections[place].bylines = found
            outline.sections[place].aside.removeAll { found.contains($0) }
        }
    }

    private func isDated(_ index: Int) -> Bool {
        bylines[index]?.date != nil && bylines[index]?.isUpdate == false
    }
}
