extension ItemReader {
    /// After this many words of text, a date or a name more likely belongs to another story or to a reader's comment.
    private static let headWords = 150

    /// Takes the date that is most likely the item's date of publication.
    ///
    /// Where the network read the page, it says how likely each line shows the date; a line that it thinks shows another
    /// is not taken. The date of an update is taken only where there is no other: whoever asks when a story appeared is
    /// served better by it than by nothing, and the evidence says what it is (`byline.updated`).
    func readDate(_ section: SegmenterOutline.Section, into item: inout Item) {
        guard item.publishedOn == nil else { return }
        let posted = item.postedOn.flatMap(CalendarDate.init(text:))
        var best: (index: Int, byline: Byline, day: CalendarDate, odds: Int)?
        for index in section.bylines.sorted() {
            guard let byline = bylines[index], let found = byline.date, !isOtherByLine(above: index, byline, section)
            else { continue }
            let order = dates.order(of: byline.outlet?.value) ?? order(of: item.language)
            let meaning = found.meaning(in: item.language)
            // Where a layout read the page there are no odds; then a date within the text is a link's to another story.
            if scores == nil, byline.sureness != .marked, isInside(section, index) { continue }
            let odds = scores.map { Int($0.date[index]) } ?? byline.sureness.rawValue
            guard let day = DateReader.day(of: meaning, order: order, near: posted, today: pageOn),
                !isAfterVisit(day), byline.isUpdate || odds >= Int(BylineList.leastOdds)
            else { continue }
            if let best, best.byline.isUpdate == byline.isUpdate ? odds <= best.odds : byline.isUpdate { continue }
            best = (index, byline, day, odds)
        }
        guard let best, let found = best.byline.date else { return }
        item.publishedOn = best.day.text
        let rule = best.byline.isUpdate ? "byline.updated" : best.byline.isDateByLabel ? "label.date" : best.byline.rule
        let place = place(of: found.range, in: best.index)
        add("published_on", by: rule, place, to: &item)
        guard let moment = found.at, !best.byline.isUpdate else { return }
        item.publishedAt = moment
        add("published_at", by: rule, place, to: &item)
    }

    /// Takes the date of a story's dateline where no line tells its day, or only the day of an update.
    func takeDatelineDate(_ found: DateReader.Found, in index: Int, into item: inout Item) {
        let isUpdate = item.evidence.contains { $0.field == "published_on" && $0.rule == "byline.updated" }
        guard item.publishedOn == nil || isUpdate else { return }
        let order = dates.order(of: item.outlet) ?? order(of: item.language)
        let posted = item.postedOn.flatMap(CalendarDate.init(text:))
        guard let day = DateReader.day(of: found.meaning, order: order, near: posted), !isAfterVisit(day) else {
            return
        }
        item.evidence.removeAll { $0.field == "published_on" }
        item.publishedOn = day.text
        add("published_on", by: "dateline.date", place(of: found.range, in: index), to: &item)
    }

    /// Whether the line above a date that stands alone says that it is another's: `Next meeting:`, `Offer ends`.
    ///
    /// One of its words must be known, since "Ada Marsh says:" is no label of a date. Without a colon it is two or three
    /// words of which the last is known: "Events" may be the name of a section.
    private func isOtherByLine(above index: Int, _ byline: Byline, _ section: SegmenterOutline.Section) -> Bool {
        guard byline.isDateAlone, byline.sureness == .alone, let date = byline.date, index > 0,
            index - 1 != section.title, bylines[index - 1] == nil, list.blocks[index - 1].headingLevel == 0,
            list.statistics[index - 1].words <= 7, list.statistics[index - 1].digits == 0
        else { return false }
        var text = list.text(index - 1)
        let line = BylineLine(text)
        let words = line.words(in: 0..<text.count)
        guard let last = words.last, text.count <= 80 else { return false }
        if text.last != UInt8(ascii: ":") {
            guard (2...3).contains(words.count), line.meaning(of: last).has(.otherDate) else { return false }
        } else if !BylineWords.otherDateParts.occur(in: line.lower, from: 0) {
            guard words.contains(where: { line.meaning(of: $0).has(.otherDate) }) else { return false }
        }
        text.append(0x20)
        let start = text.count
        text += list.text(index)
        let range = date.range.lowerBound + start..<date.range.upperBound + start
        return OtherDate.labelled(BylineLine(text), range, after: 0) != nil
    }

    /// Whether at least `count` words of an item's text stand above a line.
    private func isAfter(_ count: Int, of section: SegmenterOutline.Section, _ index: Int) -> Bool {
        var words = 0
        for block in section.body {
            guard block < index else { return false }
            words += list.statistics[block].words
            if words >= count { return true }
        }
        return false
    }

    /// Whether a line stands inside an item's text, where links to other stories stand: after its first 150 words and
    /// above its last block.
    func isInside(_ section: SegmenterOutline.Section, _ index: Int) -> Bool {
        guard let last = section.body.last else { return false }
        return isAfter(ItemReader.headWords, of: section, index) && index < last
    }

    /// Whether a day comes after the day on which the page was read; one day later still passes, since clocks differ.
    private func isAfterVisit(_ day: CalendarDate) -> Bool {
        visitedOn.map { day.dayNumber > $0.dayNumber + 1 } ?? false
    }

    /// The order of day and month in which a language writes dates; nil where the language does not tell.
    ///
    /// English is written in both orders; the languages of East Asia put the year first.
    private func order(of language: String?) -> DateReader.Order? {
        switch language {
        case nil, "en", "ja", "zh", "ko": nil
        default: .dayFirst
        }
    }
}
