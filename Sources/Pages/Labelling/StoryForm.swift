/// Forms of a story that look like a list of items: an interview, a live page, short paragraphs of Japanese or Chinese.
///
/// The network learned from few such pages. Each form here has a sign that no list of stories has, so where it shows, the
/// page is one story from its headline to the last block that the form reaches.
struct StoryForm {
    /// The forms, by what people are told of them.
    enum Kind: String, Sendable {
        case interview = "an interview"
        case live = "a live page"
        case unspaced = "short paragraphs of Japanese or Chinese"
    }

    let kind: Kind
    /// The page's headline.
    let head: Int
    /// The blocks below the headline that are its text.
    let body: Range<Int>

    /// Nil where the page has no such form.
    ///
    /// - Parameters:
    ///   - observations: what is known of the page's blocks.
    ///   - headline: the page's first block that is labelled as a headline; nil where none is.
    init?(_ observations: Observations, headline: Int?) {
        guard !observations.hasListMark, let head = StoryForm.head(observations, headline) else { return nil }
        self.head = head
        let top = StoryForm.top(observations, below: head)
        guard let (kind, last) = StoryForm.found(observations, from: top) else { return nil }
        self.kind = kind
        body = top..<StoryForm.end(observations, after: last)
        // A day below the text is another item's: then the page may be a list of which one item has the form.
        guard !(body.upperBound..<observations.shapes.count).contains(where: { observations.bylines.hasDate($0) })
        else { return nil }
    }

    /// A page's labels, with all that the form reaches as the text of its one story.
    func labels(_ labels: [BlockLabel], _ observations: Observations) -> [BlockLabel] {
        labels.indices.map { index in
            if index < head || index >= body.upperBound { return .outside }
            if index == head { return .headline }
            guard body.contains(index) else { return .facts }
            switch observations.shapes[index] {
            case .caption, .notice: return .aside
            case .byline, .name: return labels[index].isText ? .paragraph : .facts
            default: return .paragraph
            }
        }
    }

    /// The form of the text from a block on, and the last block that shows it.
    private static func found(_ observations: Observations, from top: Int) -> (Kind, Int)? {
        if let last = interview(observations, from: top) { return (.interview, last) }
        if let last = live(observations, from: top) { return (.live, last) }
        return unspaced(observations, from: top).map { (.unspaced, $0) }
    }

    /// How many blocks may stand above the headline: a site's name, the line of the title element, a section.
    private static let mostAbove = 3
    /// How many blocks a headline's bylines, dates and summary take at most.
    static let mostTop = 6

    /// The page's headline: the one that the network found, or the first line that may be one.
    ///
    /// The first is right where text stands between the two, or where the network took a question or the author's name.
    private static func head(_ observations: Observations, _ headline: Int?) -> Int? {
        guard let first = first(observations), let headline, headline > first else {
            return headline ?? first(observations)
        }
        let isWithin =
            isQuestion(observations, headline) || speaker(observations, headline) != nil
            || BylineNames.areBareNames(observations.list.text(headline))
        return isWithin || (first..<headline).contains { observations.shapes[$0].isProse } ? first : headline
    }

    /// The page's first line that may be a headline; nil where it is not among the first blocks.
    static func first(_ observations: Observations) -> Int? {
        let first = observations.shapes.prefix(mostAbove + 1)
        // The site's name has no byline or date right below it, so a line that has one is preferred.
        let heads = first.indices.filter { isHeadline(observations, $0) }
        return heads.first { $0 + 1 < observations.shapes.count && observations.tells($0 + 1) } ?? heads.first
    }

    static func isHeadline(_ observations: Observations, _ index: Int) -> Bool {
        switch observations.shapes[index] {
        case .headline, .shortHeadline, .heading: true
        case .scrap:
            observations.list.statistics[index].words <= 30 && observations.list.statistics[index].letters >= 10
        default: false
        }
    }

    /// The first block below the headline's bylines and dates.
    static func top(_ observations: Observations, below head: Int) -> Int {
        var index = head + 1
        while index < observations.shapes.count, index <= head + mostTop, isTop(observations, index) { index += 1 }
        return index
    }

    private static func isTop(_ observations: Observations, _ index: Int) -> Bool {
        observations.tells(index) || observations.shapes[index] == .name
            || isAgain(observations, index)
            || observations.list.statistics[index].words <= 4 && BylineNames.areBareNames(observations.list.text(index))
    }

    /// Whether a block is the headline of the line above it, which has the text of the title element.
    static func isAgain(_ observations: Observations, _ index: Int) -> Bool {
        observations.signs[index].contains(.beginsTitleLine) && index > 0
            && observations.list.statistics[index].letters < observations.list.statistics[index - 1].letters
            && !observations.shapes[index].isProse
    }

    /// The end of a text that surely reaches to a block: text and lines go on until a notice, or what opens comments
    /// or other stories.
    private static func end(_ observations: Observations, after last: Int) -> Int {
        var index = last + 1
        while index < observations.shapes.count, observations.shapes[index].isProse, isOwn(observations, index) {
            index += 1
        }
        return index
    }

    /// Whether a block shows nothing of other stories: no date of a day, no invitation to read on, no notice.
    static func isOwn(_ observations: Observations, _ index: Int) -> Bool {
        let signs = observations.signs[index]
        return signs.isDisjoint(with: [.closing, .continuation, .belowComments, .tags])
            && observations.shapes[index] != .notice && observations.shapes[index] != .cut
            && !observations.bylines.hasDate(index) && !isRight(observations, index)
    }

    /// Whether a block is a sentence about rights, as stands below the stories of Japanese and Chinese papers.
    static func isRight(_ observations: Observations, _ index: Int) -> Bool {
        // Each of the phrases has letters beyond ASCII.
        let statistics = observations.list.statistics[index]
        return !statistics.isASCII && statistics.width <= 80
            && rights.occur(in: observations.list.text(index), from: 0)
    }

    private static let rights = BlockPhrases([
        "転載を禁", "転載することを禁", "無断転載", "不得转载", "不得轉載", "版权所有", "版權所有", "무단전재", "무단 전재",
    ])
}
