import Pages

/// Makes lists of posts, and stories among teasers, from story pages, because few such pages with gold were found.
///
/// The texts are those of the stories. How a post is laid out (where its date stands, who signs it, how much of its
/// text is shown, what closes it) is drawn at random for each page from the ways of news sites, blogs and their
/// converters. Only stories of the pages that are learned from are used.
struct MadePages {
    private var seed: UInt64
    let stories: [Story]

    struct Line {
        let text: String
        /// Whether it belongs to the story's text; a caption or a notice within does not.
        let isText: Bool
    }

    /// The parts of a story page.
    struct Story {
        let title: String
        /// The paragraphs of the text.
        let text: [String]
        /// All that stands from the text's first line to its last.
        let lines: [Line]
        let before: [String]
        let after: [String]
        let isSpaced: Bool
    }

    /// - Parameters:
    ///   - pages: The pages whose stories are used.
    ///   - draw: Seeds the random numbers: the same number makes the same pages.
    init(_ pages: [GoldPage], draw: Int) {
        seed = 42 + UInt64(truncatingIfNeeded: draw)
        stories = pages.filter(\.isStory).compactMap(MadePages.story)
    }

    private static func story(_ page: GoldPage) -> Story? {
        let observations = Observations(BlockList(page.text).withoutInterjection(), nil)
        let list = observations.list
        let labels = GoldLabels(page, observations).allowed
        let text = GoldLabels.bits(.paragraph, .subheading, .quote, .list)
        let isText = labels.map { $0 != 0 && $0 & ~text == 0 }
        guard let title = labels.firstIndex(of: GoldLabels.bits(.headline)),
            let first = isText[title...].firstIndex(of: true),
            let last = isText.lastIndex(of: true)
        else { return nil }
        func line(_ index: Int) -> String { String(decoding: list.text(index), as: UTF8.self) }
        return Story(
            title: line(title),
            text: (first...last).filter { isText[$0] && observations.shapes[$0].isProse }.map(line),
            lines: (first...last).map { Line(text: line($0), isText: isText[$0]) },
            before: (0..<title).suffix(40).map(line),
            after: (min(last + 1, list.count)..<list.count).prefix(40).map(line),
            isSpaced: list.blocks.count { $0.isSeparate } * 2 > list.count
        )
    }

    mutating func random(_ bound: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(seed >> 33) % max(1, bound)
    }

    mutating func pick(_ list: [String]) -> String { list[random(list.count)] }

    /// Makes `count` lists, and two thirds as many stories among teasers.
    mutating func pages(_ count: Int) -> [GoldPage] {
        guard stories.count >= 20 else { return [] }
        return (0..<count).compactMap { list($0) } + (0..<count * 2 / 3).compactMap { story($0) }
    }

    func made(
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
}
