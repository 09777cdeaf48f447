import Pages

/// The labels that each block of a gold page may have, as a set of bits by the label's raw value.
///
/// The gold tells titles and texts. The other labels follow from where a block stands and what it looks like.
struct GoldLabels {
    private(set) var allowed: [UInt16]
    private let observations: Observations
    private let page: GoldPage
    private let blocks: [[String]]

    init(_ page: GoldPage, _ observations: Observations) {
        self.page = page
        self.observations = observations
        let list = observations.list
        blocks = list.indices.map { GoldText.words(String(decoding: list.text($0), as: UTF8.self)) }
        allowed = [UInt16](repeating: 0, count: list.count)
        guard !page.isStory || page.items.contains(where: { !$0.body.isEmpty }) else {
            labelByPassages()
            return
        }
        let owners = owners()
        var titles = [Int?](repeating: nil, count: page.items.count)
        var lower = 0
        for place in page.items.indices {
            titles[place] = title(of: place, owners, from: lower)
            lower = max(lower, titles[place].map { $0 + 1 } ?? 0, owners.lastIndex(of: place).map { $0 + 1 } ?? 0)
        }
        for place in page.items.indices { label(place, titles[place], owners) }
        for place in page.items.indices where !owners.contains(place) {
            if let title = titles[place] { labelFacts(below: title) }
        }
        for teaser in page.teasers { label(teaser) }
        labelRest()
        if !page.isStory { labelDates(titles) }
    }

    /// Decides which item each date between two items belongs to, where the days of the items differ.
    private mutating func labelDates(_ titles: [Int?]) {
        let outside = GoldLabels.bits(.above, .footer)
        var place = -1
        for index in allowed.indices {
            if let next = titles.firstIndex(of: index) { place = next }
            guard allowed[index] & outside == outside, let days = observations.bylines[index]?.days else { continue }
            let isLast = place >= 0 && page.items[place].day.map(days.contains) == true
            let isNext = place + 1 < page.items.count && page.items[place + 1].day.map(days.contains) == true
            if isLast != isNext { allowed[index] = isLast ? GoldLabels.bits(.footer) : GoldLabels.bits(.above) }
        }
    }

    /// Labels a teaser whose headline and text stand right below each other.
    private mutating func label(_ teaser: GoldPage.Item) {
        let title = GoldText.words(teaser.title ?? "")
        let text = GoldText.words(teaser.body)
        for index in allowed.indices.dropLast()
        where allowed[index] == 0 && blocks[index] == title && blocks[index + 1] == text {
            allowed[index] = GoldLabels.bits(.teaser)
            allowed[index + 1] = GoldLabels.bits(.summary)
        }
    }

    /// Whether the gold was found in the dump at all.
    var isUsable: Bool {
        allowed.contains { $0 != 0 && $0 & GoldLabels.text == $0 || $0 == GoldLabels.bits(.headline) }
    }

    private static let text = bits(.paragraph, .subheading, .quote, .list)
    private static let anything = UInt16.max

    static func bits(_ labels: BlockLabel...) -> UInt16 { labels.reduce(0) { $0 | 1 << UInt16($1.rawValue) } }

    /// Labels a story of whose text only some passages are known; other blocks keep nearly all labels.
    private mutating func labelByPassages() {
        guard let item = page.items.first else { return }
        let text = GoldLabels.text
        let inside = text | GoldLabels.bits(.byline, .caption, .aside, .repeated, .note, .footer)
        let outside = GoldLabels.bits(.navigation, .boilerplate, .teaser, .summary, .above)
        let folded = blocks.map { " " + $0.joined(separator: " ") + " " }
        func isOf(_ passages: [String], _ index: Int) -> Bool {
            passages.contains { passage in
                let words = GoldText.words(passage)
                return words.count >= 3 && folded[index].contains(" " + words.joined(separator: " ") + " ")
            }
        }
        let title = item.title.map(GoldText.words) ?? []
        let known = blocks.indices.filter { isOf(item.passages, $0) }
        guard let first = known.first else { return }
        let exact = blocks.indices.filter { blocks[$0] == title && !title.isEmpty && $0 < first }
        let same = exact.isEmpty ? blocks.indices.filter { holds(title, in: blocks[$0]) && $0 < first } : exact
        let headline = same.last.flatMap { last in same.first { last - $0 <= 8 } }
        for index in blocks.indices {
            if index == headline {
                allowed[index] = GoldLabels.bits(.headline)
            } else if known.contains(index) {
                allowed[index] = text
            } else if index < headline ?? 0 {
                allowed[index] = outside
            } else if isOf(item.others, index) {
                allowed[index] = (outside | inside) & ~text
            } else {
                allowed[index] =
                    index < first && headline == nil ? outside | inside | GoldLabels.bits(.headline) : outside | inside
            }
        }
    }

    /// The item in whose text each block stands; nil where it stands in none.
    private func owners() -> [Int?] {
        let texts = page.items.map { GoldText($0.body) }
        var owners = blocks.map { block -> Int? in
            guard !block.isEmpty else { return nil }
            let shares = texts.map { $0.share(of: block) }
            guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }) else { return nil }
            return shares[best] >= 0.5 ? best : nil
        }
        // A short line may occur in a text by chance, so it belongs to it only between two blocks of that text.
        for index in owners.indices where blocks[index].count < 4 {
            guard let owner = owners[index] else { continue }
            let before = owners[..<index].indices.last { !blocks[$0].isEmpty }
            let ahead = owners.indices[(index + 1)...].first { blocks[$0].count >= 4 }
            let isInside =
                before.map { owners[$0] == owner } ?? false
                && ahead.map { $0 <= index + 3 && owners[$0] == owner } ?? false
            if !isInside { owners[index] = nil }
        }
        return owners
    }

    /// The block of an item's headline: the first match in the ten blocks above its text, else the last match above it.
    ///
    /// An item without text has the first match from `lower` on.
    private func title(of place: Int, _ owners: [Int?], from lower: Int) -> Int? {
        guard let title = page.items[place].title.map(GoldText.words), !title.isEmpty else { return nil }
        let text = owners.firstIndex(of: place)
        for isExact in [true, false] {
            let same = blocks.indices.filter {
                (isExact ? blocks[$0] == title : holds(title, in: blocks[$0])) && (owners[$0] != place || !page.isStory)
            }
            guard let text else {
                if let first = same.first(where: { $0 >= lower }) { return first }
                continue
            }
            let above = same.filter { $0 < text }
            let near = above.filter { text - $0 <= 10 && $0 >= lower }
            if let found = near.first ?? above.last ?? same.first(where: { $0 == text }) { return found }
        }
        return nil
    }

    /// Whether a block is a headline with the name of a section or a site before or after it.
    private func holds(_ title: [String], in block: [String]) -> Bool {
        guard title.count >= 4, block.count <= title.count + 8 else { return false }
        return block.starts(with: title) || block.suffix(title.count).elementsEqual(title)
    }

    private mutating func label(_ place: Int, _ title: Int?, _ owners: [Int?]) {
        let text = owners.indices.filter { owners[$0] == place }
        if let title { allowed[title] = GoldLabels.bits(.headline) }
        // What stands above its own headline, as a standfirst may, is not read as text.
        for index in text where index > title ?? -1 { allowed[index] = textLabel(index) }
        guard let last = text.last, let first = title ?? text.first, first <= last else { return }
        // Where the gold names no headline, it may be any of the lines above the text.
        if title == nil, page.isStory {
            for index in max(0, first - 12)..<first { allowed[index] = GoldLabels.anything & ~GoldLabels.text }
        }
        for index in first...last where allowed[index] == 0 { allowed[index] = insideLabel(index, title) }
    }

    /// Labels the facts below a headline that has no text below it.
    private mutating func labelFacts(below title: Int) {
        for index in (title + 1)..<max(title + 1, min(allowed.count, title + 4)) where allowed[index] == 0 {
            guard [.byline, .date, .name].contains(observations.shapes[index]) else { return }
            allowed[index] = GoldLabels.bits(.byline)
        }
    }

    private func textLabel(_ index: Int) -> UInt16 {
        let block = observations.list.blocks[index]
        let statistics = observations.list.statistics[index]
        let signs = observations.signs[index]
        if block.headingLevel > 0 { return GoldLabels.bits(.subheading) }
        if block.isListed || signs.contains(.numbered) { return GoldLabels.bits(.list) }
        if signs.contains(.quoted) { return GoldLabels.bits(.quote, .paragraph) }
        if !observations.shapes[index].isProse, statistics.words <= 14, !statistics.endsSentence {
            return GoldLabels.bits(.subheading, .paragraph)
        }
        return GoldLabels.bits(.paragraph)
    }

    private func insideLabel(_ index: Int, _ title: Int?) -> UInt16 {
        switch observations.shapes[index] {
        case .byline, .date, .name: return GoldLabels.bits(.byline)
        case .caption: return GoldLabels.bits(.caption)
        default: break
        }
        if let title, index > title, index - title < 8, blocks[index].count >= blocks[title].count,
            blocks[index].suffix(blocks[title].count).elementsEqual(blocks[title])
        {
            return GoldLabels.bits(.repeated)
        }
        let signs = observations.signs[index]
        if signs.contains(.repeatsPrevious) || signs.contains(.repeatedByNext) { return GoldLabels.bits(.caption) }
        return GoldLabels.bits(.aside)
    }

    /// Labels the blocks that belong to no item's headline or text.
    private mutating func labelRest() {
        let count = allowed.count
        var index = 0
        while index < count {
            guard allowed[index] == 0 else {
                index += 1
                continue
            }
            if page.isStory, isPair(index),
                isPair(index + 2) || index >= 2 && allowed[index - 2] == GoldLabels.bits(.teaser)
            {
                allowed[index] = GoldLabels.bits(.teaser)
                allowed[index + 1] = GoldLabels.bits(.summary)
                index += 2
                continue
            }
            let statistics = observations.list.statistics[index]
            let shape = observations.shapes[index]
            var labels =
                statistics.words >= 12 || shape.isProse ? GoldLabels.bits(.boilerplate) : GoldLabels.bits(.navigation)
            if shape == .byline || shape == .date || shape == .name { labels |= GoldLabels.bits(.above, .footer) }
            // After a post stand its tags and counts, before the next post begins.
            if !page.isStory { labels |= GoldLabels.bits(.footer, .aside) }
            if observations.signs[index].contains(.authorNote) { labels |= GoldLabels.bits(.note) }
            allowed[index] = labels
            index += 1
        }
    }

    /// Whether a headline with a short text below it stands here, as in teasers beside a story.
    private func isPair(_ index: Int) -> Bool {
        index + 1 < allowed.count && allowed[index] == 0 && allowed[index + 1] == 0 && observations.isPair(index)
    }
}
