extension Segmenter {
    /// How far below and above a headline a line about the item may stand, in blocks.
    private static let below = 10
    private static let above = 4
    /// How far below an item's text a byline may stand, in blocks; the note on the author too, where the page has
    /// several articles.
    private static let afterText = 4
    /// The most words of a line that credits the writer.
    private static let mostCreditWords = 40

    /// Looks for the missing date and author of each article in lines near its headline and its text that no item has
    /// taken.
    ///
    /// Pages put names and dates above a headline, beside a picture, after a row of buttons, or below the text.
    mutating func addNearbyBylines() {
        let starts = outline.sections.map { $0.title ?? $0.body.first ?? 0 }
        let isAlone = outline.sections.count { $0.kind == .article } == 1
        for place in outline.sections.indices where outline.sections[place].kind == .article {
            let next = place + 1 < starts.count ? starts[place + 1] : list.count
            if let title = outline.sections[place].title {
                addBylines(beside: title, of: place, before: next)
            }
            guard let last = outline.sections[place].body.last else { continue }
            let end = min(list.count, isAlone ? list.count : min(max(next, last + 1), last + Segmenter.afterText))
            addBylines(after: last, of: place, before: min(end, last + Segmenter.afterText))
            addNames(to: place)
            addAuthorNote(after: last, of: place, before: end)
        }
    }

    private mutating func addBylines(beside title: Int, of place: Int, before next: Int) {
        let section = outline.sections[place]
        // The head ends at the second block of text.
        let text = section.body.dropFirst().first ?? section.body.first ?? title + 1
        let earlier = place > 0 ? outline.sections[place - 1].blocks.max() ?? 0 : 0
        // An earlier item may have a line below this headline; then no line above the headline is free.
        let lower = min(title, max(0, title - Segmenter.above, earlier))
        let upper = max(title + 1, min(next, max(text, title + 3), title + Segmenter.below, list.count))
        // A date far down in the text may be another story's, so it does not replace one near the headline.
        var isDated = section.bylines.contains { (lower..<upper).contains($0) && tellsDay($0) }
        for index in Array((title + 1)..<upper) + (lower..<title).reversed() {
            guard isFree(index, in: section), let byline = bylines[index], !section.bylines.contains(index),
                !isCaption(index)
            else { continue }
            let tellsDay = tellsDay(index)
            guard tellsDay && !isDated || byline.authors != nil && !hasAuthor(place) else { continue }
            isDated = isDated || tellsDay
            take(index, for: place)
        }
    }

    /// Takes the credit at the end of a text, and a date below the text that a word marks as the date of publication.
    private mutating func addBylines(after last: Int, of place: Int, before end: Int) {
        let section = outline.sections[place]
        if !section.bylines.contains(where: { tellsDay($0) }), last + 1 < end {
            let date = (last + 1..<end).first { index in
                isFree(index, in: section) && tellsDay(index) && bylines[index]?.sureness == .marked
            }
            if let date { take(date, for: place) }
        }
        guard !hasAuthor(place), section.body.count > 3 else { return }
        let tail = section.body.suffix(2) + (last + 1..<max(last + 1, end)).filter { isFree($0, in: section) }
        let credit = tail.first { index in
            bylines[index]?.authors != nil && list.statistics[index].words <= Segmenter.mostCreditWords
        }
        guard let credit else { return }
        outline.sections[place].body.removeAll { $0 == credit }
        take(credit, for: place)
    }

    /// Takes as the author a line next to the item's date that is a person's name and nothing else.
    private mutating func addNames(to place: Int) {
        let section = outline.sections[place]
        guard !hasAuthor(place), let date = section.bylines.first(where: { tellsDay($0) }) else { return }
        let name = [date - 1, date + 1, date - 2].first { index in
            guard list.indices.contains(index), isFree(index, in: section), index != section.title else { return false }
            return shape(index) == .name
                || mayNameAuthor(index) && shape(index) == .heading && BylineNames.areBareNames(list.text(index))
        }
        guard let name else { return }
        outline.sections[place].aside.removeAll { $0 == name }
        outline.sections[place].names.append(name)
        taken[name] = true
    }

    /// Finds the note that tells who wrote the item.
    private mutating func addAuthorNote(after last: Int, of place: Int, before end: Int) {
        let section = outline.sections[place]
        guard !hasAuthor(place), section.body.count >= 3 else { return }
        let lowest = max(section.body[section.body.count - 3], last - 3)
        outline.sections[place].authorNote = (lowest..<max(end, lowest)).first {
            observations.signs[$0].contains(.authorNote)
        }
    }

    private mutating func take(_ index: Int, for place: Int) {
        outline.sections[place].bylines.append(index)
        outline.sections[place].aside.removeAll { $0 == index }
        taken[index] = true
    }

    private func isFree(_ index: Int, in section: SegmenterOutline.Section) -> Bool {
        !taken[index] || section.aside.contains(index)
    }

    private func hasAuthor(_ place: Int) -> Bool {
        let section = outline.sections[place]
        return !section.names.isEmpty || section.bylines.contains { bylines[$0]?.authors != nil }
    }

    private func tellsDay(_ index: Int) -> Bool {
        guard let byline = bylines[index] else { return false }
        return byline.date != nil && !byline.isUpdate
    }
}
