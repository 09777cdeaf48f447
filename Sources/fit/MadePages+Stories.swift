extension MadePages {
    /// A story with teasers above it or below it: a headline and a short text each.
    mutating func story(_ number: Int) -> GoldPage? {
        let story = stories[random(stories.count)]
        guard story.text.count >= 3 else { return nil }
        let phrases = MadePhrases.all[random(MadePhrases.all.count)]
        var lines: [String] = []
        // The page's title, with the site's name after it.
        if random(3) == 0 { lines.append(story.title + pick([" | ", " - ", " – "]) + pick(MadePhrases.sites)) }
        if random(2) == 0 { lines.append(date(phrases)) }
        let place = random(3)
        var teasers: [GoldPage.Item] = []
        if place != 1 { addTeasers(to: &lines, &teasers) }
        if random(4) == 0 { lines.append(pick(phrases.sections)) }
        lines.append(story.title)
        if random(2) == 0 { lines.append(pick(phrases.kickers) + story.title) }
        // A standfirst, without the full stop that would tell it from a headline.
        if random(3) == 0, let first = stories[random(stories.count)].text.first {
            lines.append(first.split(separator: " ").prefix(8 + random(10)).joined(separator: " "))
        }
        if random(2) == 0 { lines.append(byline(phrases, random(12), date(phrases))) }
        // A picture's alternative text, and the caption that is seen.
        if random(2) == 0, let caption = stories[random(stories.count)].text.first, caption.utf8.count < 500 {
            lines += [caption, caption]
        }
        let text = random(3) == 0 ? parted(story.text) : story.text
        lines += text
        if place != 0 { addTeasers(to: &lines, &teasers) }
        if random(2) == 0 { lines += story.after }
        let item = GoldPage.Item(title: story.title, body: text.joined(separator: "\n\n"))
        var page = made("story \(number)", isStory: true, [item], lines, isSpaced: story.isSpaced)
        page?.teasers = teasers
        return page
    }

    private mutating func date(_ phrases: MadePhrases) -> String {
        day().map { phrases.date(random(MadePhrases.dateForms), $0, minute: random(500)) } ?? ""
    }

    /// A text with a heading above each of its parts, numbered or not.
    mutating func parted(_ text: [String]) -> [String] {
        let isNumbered = random(2) == 0
        let length = 2 + random(2)
        var parts: [String] = []
        for (place, paragraph) in text.enumerated() {
            if place > 0, place % length == 0 {
                let heading = stories[random(stories.count)].title.split(separator: " ").prefix(2 + random(3))
                parts.append((isNumbered ? "\(place / length). " : "") + heading.joined(separator: " "))
            }
            parts.append(paragraph)
        }
        return parts
    }

    mutating func addTeasers(to lines: inout [String], _ teasers: inout [GoldPage.Item]) {
        for _ in 0..<(2 + random(4)) {
            let story = stories[random(stories.count)]
            guard let text = story.text.first else { continue }
            let summary = text.count < 320 ? text : text.prefix(150 + random(150)) + "…"
            lines += [story.title, summary]
            teasers.append(GoldPage.Item(title: story.title, body: summary))
        }
    }
}
