import Pages

/// Makes lists of posts, and stories among teasers, out of story pages, since such pages whose gold is known are few.
///
/// The texts are those of the stories; how a post is laid out – where its date stands, who signs it, how much of its
/// text is shown, what closes it – is drawn for each page from the ways in which news sites, blogs and their
/// converters are known to do it. Only stories of the pages that are learned from are used.
struct MadePages {
    private var seed: UInt64 = 42
    private let stories: [Story]

    private struct Story {
        let title: String
        let text: [String]
        let before: [String]
        let behind: [String]
        let isSpaced: Bool
    }

    /// How all posts of one page are laid out.
    private struct Plan {
        let order: String
        let date: Int
        let byline: Int
        let paragraphs: Int
        let cut: String
        let closing: Int
    }

    init(_ pages: [GoldPage]) {
        stories = pages.filter(\.isStory).compactMap(MadePages.story)
    }

    private static func story(_ page: GoldPage) -> Story? {
        let evidence = LabelEvidence(BlockList(page.text), nil)
        let list = evidence.list
        let labels = GoldLabels(page, evidence).allowed
        let text = GoldLabels.bits(.paragraph, .subheading, .quote, .list)
        let isText = labels.map { $0 != 0 && $0 & ~text == 0 }
        guard let title = labels.firstIndex(of: GoldLabels.bits(.headline)),
            let first = isText[title...].firstIndex(of: true),
            let last = isText.lastIndex(of: true)
        else { return nil }
        func line(_ index: Int) -> String { String(decoding: list.text(index), as: UTF8.self) }
        return Story(
            title: line(title),
            text: (first...last).filter { isText[$0] && evidence.shapes[$0].isProse }.map(line),
            before: (0..<title).suffix(40).map(line),
            behind: (min(last + 1, list.count)..<list.count).prefix(40).map(line),
            isSpaced: list.blocks.count { $0.isSeparate } * 2 > list.count
        )
    }

    private mutating func random(_ bound: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(seed >> 33) % max(1, bound)
    }

    private mutating func pick(_ list: [String]) -> String { list[random(list.count)] }

    // T title, D date, B byline, K kicker, C caption, X text, M invitation to read more.
    private static let orders = [
        "TBX", "TBXM", "TBX", "DTX", "DTXM", "DTX", "DKTX", "KTDX", "KTX", "TXB", "TXBM", "TXD", "TX", "TX", "TXM",
        "TB", "TBM",
        "TD", "DT", "CTXD", "CTBX", "TDXM", "TDBX", "TDX", "KTXD", "TXDM", "CTX", "KTBX", "T", "TX", "TX",
    ]
    private static let people = [
        "Ada Marsh", "Jonas Weber", "Luis Ortega", "Mary-Ann O'Dell", "Petra Kovac", "Tom Ng", "Marie Dubois",
        "Ивана Петрова",
    ]
    private static let kickers = [
        "Politics", "World", "Business", "Local news", "OPINION", "Sport", "Kultur", "Économie", "Tech",
    ]
    private static let closings = [
        "", "", "", "Leave a comment", "3 Comments", "Tags: harbour, council", "Filed under: News", "Share", "0",
        "Comments Off",
        "Posted in News | No Comments »",
    ]
    private static let invitations = [
        "Read more", "Continue reading →", "Read more »", "… [Read more...]", "Weiterlesen", "Подробнее",
    ]

    private mutating func date(_ form: Int) -> String {
        let day = 1 + random(28)
        let month = random(12)
        let year = 2009 + random(17)
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let padded = day < 10 ? "0\(day)" : "\(day)"
        let figures = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return switch form {
        case 0: "\(names[month]) \(day), \(year)"
        case 1: "\(day) \(names[month]) \(year)"
        case 2: "\(names[month].prefix(3)) \(day), \(year)"
        case 3: "\(padded).\(figures).\(year)"
        case 4: "\(year)-\(figures)-\(padded)"
        case 5: "\(padded)/\(figures)/\(year)"
        case 6: "\(names[month]) \(day), \(year) \(1 + random(12)):\(10 + random(49)) pm"
        default: "\(day)/\(month + 1)/\(year)"
        }
    }

    private mutating func byline(_ form: Int, _ date: String) -> String {
        let name = pick(MadePages.people)
        return switch form {
        case 0: "By \(name)"
        case 1: "Posted on \(date) by \(name)"
        case 2: "\(date) by \(name)"
        case 3: "By \(name) | \(date)"
        case 4: "\(name) - \(date)"
        case 5: "Posted by \(name) on \(date) | \(random(30)) Comments"
        default: "by \(name) \(random(9)) Comments / \(date)"
        }
    }

    /// Makes so many lists, and two thirds as many stories among teasers.
    mutating func pages(_ count: Int) -> [GoldPage] {
        guard stories.count >= 20 else { return [] }
        return (0..<count).compactMap { list($0) } + (0..<count * 2 / 3).compactMap { story($0) }
    }

    /// A story with teasers above it or below it: a headline and a short text each.
    private mutating func story(_ number: Int) -> GoldPage? {
        let story = stories[random(stories.count)]
        guard story.text.count >= 3 else { return nil }
        var lines: [String] = []
        // The page's title, with the site's name behind it.
        if random(3) == 0 { lines.append(story.title + pick([" | ", " - ", " – "]) + pick(MadePages.sites)) }
        if random(2) == 0 { lines.append(date(random(8))) }
        let place = random(3)
        var teasers: [GoldPage.Item] = []
        if place != 1 { addTeasers(to: &lines, &teasers) }
        if random(4) == 0 { lines.append(pick(MadePages.sections)) }
        lines.append(story.title)
        if random(2) == 0 { lines.append(pick(MadePages.kickers) + story.title) }
        // A standfirst, without the full stop that would tell it from a headline.
        if random(3) == 0, let first = stories[random(stories.count)].text.first {
            lines.append(first.split(separator: " ").prefix(8 + random(10)).joined(separator: " "))
        }
        if random(2) == 0 { lines.append(byline(random(7), date(random(8)))) }
        // A picture's alternative text, and the caption that is seen.
        if random(2) == 0, let caption = stories[random(stories.count)].text.first, caption.utf8.count < 500 {
            lines += [caption, caption]
        }
        let text = random(3) == 0 ? parted(story.text) : story.text
        lines += text
        if place != 0 { addTeasers(to: &lines, &teasers) }
        if random(2) == 0 { lines += story.behind }
        let item = GoldPage.Item(title: story.title, body: text.joined(separator: "\n\n"))
        var page = made("story \(number)", isStory: true, [item], lines, isSpaced: story.isSpaced)
        page?.teasers = teasers
        return page
    }

    /// A text with a heading above each of its parts, numbered or not.
    private mutating func parted(_ text: [String]) -> [String] {
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

    private static let sites = ["The Lamp", "Harbour Post", "Nordkurier am Morgen", "La Gaceta", "News of the Day"]
    private static let sections = [
        "All about the town", "Business news", "Aus aller Welt", "Top stories today", "In depth",
    ]

    private mutating func addTeasers(to lines: inout [String], _ teasers: inout [GoldPage.Item]) {
        for _ in 0..<(2 + random(4)) {
            let story = stories[random(stories.count)]
            guard let text = story.text.first else { continue }
            let summary = text.count < 320 ? text : text.prefix(150 + random(150)) + "…"
            lines += [story.title, summary]
            teasers.append(GoldPage.Item(title: story.title, body: summary))
        }
    }

    private func made(
        _ name: String,
        isStory: Bool,
        _ items: [GoldPage.Item],
        _ lines: [String],
        isSpaced: Bool
    ) -> GoldPage? {
        let bytes = Array(lines.joined(separator: isSpaced ? "\n\n" : "\n").utf8)
        guard let text = try? TextDecoder.decode(bytes) else { return nil }
        return GoldPage(dump: "made \(name)", site: "", isStory: isStory, items: items, text: text)
    }

    private mutating func list(_ number: Int) -> GoldPage? {
        let frame = stories[random(stories.count)]
        let plan = Plan(
            order: pick(MadePages.orders),
            date: random(8),
            byline: random(7),
            paragraphs: [0, 0, 1, 1, 1, 2, 3, 12][random(8)],
            cut: ["", "", "…", " […]", "..."][random(5)],
            closing: random(MadePages.closings.count)
        )
        var lines = random(4) == 0 ? [] : frame.before
        if random(3) == 0 { lines.append("Category: \(pick(MadePages.kickers))") }
        var items: [GoldPage.Item] = []
        for _ in 0..<(3 + random(15)) { items.append(post(plan, &lines)) }
        lines += [[], ["Older posts"], ["1", "2", "3", "Next"], frame.behind, frame.behind][random(5)]
        return made("list \(number)", isStory: false, items, lines, isSpaced: frame.isSpaced)
    }

    private mutating func post(_ plan: Plan, _ lines: inout [String]) -> GoldPage.Item {
        let story = stories[random(stories.count)]
        var text = Array(story.text.prefix(max(1, plan.paragraphs)))
        // The first sentence alone, or as much as a teaser has.
        if plan.paragraphs == 0, let first = text.first {
            let words = first.split(separator: " ").prefix(6 + random(16))
            let sentence = words.joined(separator: " ")
            text = [sentence.last == "," || sentence.last == "." ? sentence.dropLast() + "." : sentence + "."]
        }
        if !plan.cut.isEmpty, let last = text.last, (1..<12).contains(plan.paragraphs) {
            text[text.count - 1] = last.prefix(120 + random(200)) + plan.cut
        }
        for part in plan.order {
            switch part {
            case "T": lines.append(story.title)
            case "D": lines.append(date(plan.date))
            case "B": lines.append(byline(plan.byline, date(plan.date)))
            case "K": lines.append(pick(MadePages.kickers))
            case "C": lines.append(random(2) == 0 ? story.title : pick(["image", "photo of a harbour", "IMG_2041"]))
            case "M": lines.append(MadePages.invitations[plan.closing % MadePages.invitations.count])
            default: lines += text
            }
        }
        let closing = MadePages.closings[plan.closing]
        if !closing.isEmpty { lines.append(closing) }
        return GoldPage.Item(title: story.title, body: plan.order.contains("X") ? text.joined(separator: "\n\n") : "")
    }
}
