extension ItemReader {
    /// Behind so many words of text a date or a name is more likely another story's or a reader's.
    private static let headWords = 150
    /// Before so many words of text the line under the headline stands, below a summary too.
    private static let topWords = 50

    /// Takes the date that is most surely the item's.
    ///
    /// A date beside names or a word of publication is surer than a date alone, one in the head surer than one behind
    /// text, one below the headline surer than one above it. A change's date is taken only where no other is left: whoever
    /// asks when a story appeared is served better by it than by nothing, and the evidence tells what it is.
    func readDate(_ section: SegmenterOutline.Section, into item: inout Item) {
        guard item.publishedOn == nil else { return }
        let posted = item.postedOn.flatMap(CalendarDate.init(text:))
        var best: (index: Int, byline: Byline, day: CalendarDate, score: Int)?
        for index in section.bylines.sorted() {
            guard let byline = bylines[index], let found = byline.date else { continue }
            let order = dates.order(of: byline.outlet?.value) ?? order(of: item.language)
            guard let day = DateReader.day(of: found.reading, order: order, near: posted, today: pageOn),
                !isAfterVisit(day)
            else { continue }
            let score = score(byline, at: index, in: section)
            guard score >= 0, score > best?.score ?? -1 else { continue }
            best = (index, byline, day, score)
        }
        guard let best, let found = best.byline.date else { return }
        item.publishedOn = best.day.text
        let rule = best.byline.isUpdate ? "byline.updated" : best.byline.rule
        let place = place(of: found.range, in: best.index)
        add("published_on", rule, place, to: &item)
        guard let moment = found.at, !best.byline.isUpdate else { return }
        item.publishedAt = moment
        add("published_at", rule, place, to: &item)
    }

    /// How surely a line's date is the item's; below zero it is not taken.
    private func score(_ byline: Byline, at index: Int, in section: SegmenterOutline.Section) -> Int {
        var score =
            switch byline.sureness {
            case .amongWords: 2
            case .alone: 4
            case .named, .marked: 6
            }
        if isAfter(ItemReader.headWords, of: section, index) {
            score -= 3
        } else if isAfter(ItemReader.topWords, of: section, index) {
            score -= 2
        }
        if isInside(section, index) { score -= byline.sureness == .marked ? 0 : 4 }
        if let title = section.title, index < title { score -= 1 }
        if byline.isUpdate { score -= 4 }
        return score
    }

    /// Whether a line stands behind so many words of an item's text.
    private func isAfter(_ count: Int, of section: SegmenterOutline.Section, _ index: Int) -> Bool {
        var words = 0
        for block in section.body {
            guard block < index else { return false }
            words += list.statistics[block].words
            if words >= count { return true }
        }
        return false
    }

    /// Whether a line stands in the midst of an item's text, where links to other stories stand.
    func isInside(_ section: SegmenterOutline.Section, _ index: Int) -> Bool {
        guard let last = section.body.last else { return false }
        return isAfter(ItemReader.headWords, of: section, index) && index < last
    }

    /// Whether a day lies after the day on which the page was read, a day's difference of the clocks allowed.
    private func isAfterVisit(_ day: CalendarDate) -> Bool {
        visitedOn.map { day.dayNumber > $0.dayNumber + 1 } ?? false
    }

    /// The order of figures that a language is written in, whoever writes it.
    ///
    /// English is written in both; the languages of East Asia put the year first.
    private func order(of language: String?) -> DateReader.Order? {
        switch language {
        case nil, "en", "ja", "zh", "ko": nil
        default: .dayFirst
        }
    }
}
