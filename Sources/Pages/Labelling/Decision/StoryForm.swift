/// Forms of a story that look like a list of items: an interview, a live page, short paragraphs of Japanese or Chinese.
///
/// The label model learned from pages whose paragraphs are long and whose short lines are headlines. Each form here has
/// a sign that no list of stories has, so where it shows, the page is one story from its headline to the last block
/// that the form reaches.
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
    ///   - headline: the headline of the page where it is read as a story; nil where none was found.
    init?(_ observations: Observations, headline: Int?) {
        guard !observations.hasListMark, let head = StoryForm.head(observations, headline) else { return nil }
        self.head = head
        let top = StoryForm.top(observations, below: head)
        guard let (kind, last) = StoryForm.found(observations, from: top) else { return nil }
        self.kind = kind
        body = top..<StoryForm.end(observations, after: last)
        // A day below the text is another item's: then the page may be a list of which one item has the form.
        guard !(body.upperBound..<observations.shapes.count).contains(where: { observations.bylines[$0]?.date != nil })
        else { return nil }
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
    private static let mostTop = 6

    /// The page's headline: the one that the label model found, or the first line that may be one.
    ///
    /// The first is right where text stands between the two, or where the model took a question or the author's name.
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
    private static func first(_ observations: Observations) -> Int? {
        let first = observations.shapes.prefix(mostAbove + 1)
        // The site's name has no byline or date right below it, so a line that has one is preferred.
        let heads = first.indices.filter { isHeadline(observations, $0) }
        return heads.first { $0 + 1 < observations.shapes.count && observations.isFacts($0 + 1) } ?? heads.first
    }

    private static func isHeadline(_ observations: Observations, _ index: Int) -> Bool {
        switch observations.shapes[index] {
        case .headline, .shortHeadline, .heading: true
        case .scrap:
            observations.list.statistics[index].words <= 30 && observations.list.statistics[index].letters >= 10
        default: false
        }
    }

    /// The first block below the headline's bylines and dates.
    private static func top(_ observations: Observations, below head: Int) -> Int {
        var index = head + 1
        while index < observations.shapes.count, index <= head + mostTop, isTop(observations, index) { index += 1 }
        return index
    }

    private static func isTop(_ observations: Observations, _ index: Int) -> Bool {
        observations.isFacts(index) || observations.shapes[index] == .name
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
    private static func isOwn(_ observations: Observations, _ index: Int) -> Bool {
        let signs = observations.signs[index]
        return signs.isDisjoint(with: [.closing, .continuation, .belowComments, .tags])
            && observations.shapes[index] != .notice && observations.shapes[index] != .cut
            && observations.bylines[index]?.date == nil && !isRight(observations, index)
    }

    /// Whether a block is a sentence about rights, as stands below the stories of Japanese and Chinese papers.
    static func isRight(_ observations: Observations, _ index: Int) -> Bool {
        observations.list.statistics[index].width <= 80 && rights.occur(in: observations.list.text(index), from: 0)
    }

    private static let rights = BlockPhrases([
        "転載を禁", "転載することを禁", "無断転載", "不得转载", "不得轉載", "版权所有", "版權所有", "무단전재", "무단 전재",
    ])

    // MARK: - Interviews

    /// The fewest questions, or turns of two speakers, that make an interview.
    private static let leastTurns = 3

    /// The last block of an interview; nil where the page is none.
    ///
    /// Headlines are seldom questions, and never nearly all of them. Speakers' names before a colon return in turns;
    /// kickers such as "Sport:" return too, but the line below a headline has none.
    private static func interview(_ observations: Observations, from top: Int) -> Int? {
        var questions = 0
        var turns = 0
        var others = 0
        var last: (block: Int, others: Int)?
        var speakers: Set<Int> = []
        var previous: Int?
        var spoken = 0
        for index in top..<observations.shapes.count {
            guard isOwn(observations, index) else { break }
            let isAnswered =
                index + 1 < observations.shapes.count && isOwn(observations, index + 1)
                && !isQuestion(observations, index + 1)
            if let speaker = speaker(observations, index) {
                // A turn goes from one speaker to another who has spoken before, or is spoken to again.
                if let before = previous, before != speaker, speakers.contains(speaker) { turns += 1 }
                previous = speaker
                speakers.insert(speaker)
                spoken += 1
                last = (index, others)
            } else if isQuestion(observations, index), isAnswered {
                questions += 1
                last = (index + 1, others)
            } else if [.headline, .shortHeadline, .heading].contains(observations.shapes[index]), last?.block != index {
                others += 1
            }
        }
        // What stands below the last turn is no part of the interview, so it says nothing against it.
        guard let last else { return nil }
        // Of two speakers who take turns, the first two lines are no turn.
        let isSpoken = turns >= leastTurns - 1 && speakers.count * 2 <= spoken && spoken > last.others * 2
        return isSpoken || questions >= leastTurns && questions > last.others * 2 ? last.block : nil
    }

    private static func isQuestion(_ observations: Observations, _ index: Int) -> Bool {
        let statistics = observations.list.statistics[index]
        guard statistics.words >= 2 || statistics.width >= 4, statistics.words <= 50 else { return false }
        return [0x3F, 0xFF1F, 0x61F, 0x37E].contains(statistics.last)
    }

    /// The most bytes of a speaker's name.
    private static let longestSpeaker = 32

    /// A number for the name before a line's colon; nil where the line begins with no name.
    private static func speaker(_ observations: Observations, _ index: Int) -> Int? {
        let text = observations.list.text(index)
        var end = 0
        var words = 1
        while end < min(text.count, longestSpeaker) {
            let at = end
            let scalar = BlockText.scalar(in: text, at: &end)
            switch scalar {
            case 0x3A, 0xFF1A:
                // Something has to follow, and not at once: "16:40" and "https://" name nobody.
                guard at > 0, words <= 3, end < text.count, scalar != 0x3A || text[end] == 0x20 else { return nil }
                return Int(truncatingIfNeeded: BlockStatistics(Array(text[..<at])).fold)
            case 0x20: words += 1
            case 0x27, 0x2D, 0x2E, 0x2019, 0xB7, 0x30FB: continue
            default: guard LineCase.isLetter(scalar), at > 0 || !isSmall(scalar) else { return nil }
            }
        }
        return nil
    }

    private static func isSmall(_ scalar: UInt32) -> Bool { BlockText.lower(scalar) == scalar && scalar < 0x530 }

    // MARK: - Live pages

    /// The fewest times of day that make a live page.
    private static let leastTimes = 3

    /// The last block of a live page; nil where the page is none.
    ///
    /// A list of news has a time beside each headline too. But there no text stands between the page's own headline,
    /// with its author or day, and the first time.
    private static func live(_ observations: Observations, from top: Int) -> Int? {
        guard top >= 1, top < observations.shapes.count, observations.shapes[top].isProse else { return nil }
        let isNamed = (max(0, top - mostTop)..<top).contains { ClockLine.isLive(observations.list.text($0)) }
        guard isNamed || top > 1 && observations.isFacts(top - 1) else { return nil }
        var times = 0
        var texts = 0
        var last: Int?
        for index in (top + 1)..<max(top + 1, observations.shapes.count) {
            let text = observations.list.text(index)
            if ClockLine.begins(text) || isNamed && ClockLine.isMoment(text) {
                times += 1
                last = index
            } else if !isOwn(observations, index) {
                break
            } else if times > 0, observations.shapes[index].isProse {
                texts += 1
                last = index
            }
        }
        // In a list of news only a few of the times have a text below them.
        return times >= leastTimes && texts * 4 >= times * 3 ? last : nil
    }

    // MARK: - Japanese and Chinese

    /// The fewest sentences that make a text.
    private static let leastSentences = 3

    /// The last block of a text of Japanese or Chinese paragraphs; nil where the page is none.
    ///
    /// Its headlines have no full stop at their end, and its paragraphs have one, however short they are.
    private static func unspaced(_ observations: Observations, from top: Int) -> Int? {
        var sentences = 0
        var others = 0
        var last: (block: Int, others: Int)?
        var index = top
        while index < observations.shapes.count, isOwn(observations, index) {
            if isUnspacedSentence(observations, index) {
                sentences += 1
                last = (index, others)
            } else if observations.list.statistics[index].width > 0 {
                others += 1
            }
            index += 1
        }
        guard let last, sentences >= leastSentences, sentences > last.others * 2 else { return nil }
        return last.block
    }

    /// Whether a block of Japanese or Chinese ends in a full stop, or in a bracket that closes a quotation.
    private static func isUnspacedSentence(_ observations: Observations, _ index: Int) -> Bool {
        let statistics = observations.list.statistics[index]
        guard statistics.width >= 4, statistics.capitalised == 0 else { return false }
        let text = observations.list.text(index)
        var offset = 0
        let first = BlockText.scalar(in: text, at: &offset)
        guard first >= 0x3000 || first == 0x201C, ends.contains(where: { text.suffix($0.count).elementsEqual($0) })
        else {
            return false
        }
        // Korean has spaces, and its headlines may end in a bracket.
        var letters = 0
        while offset < text.count, letters < 12 {
            let scalar = BlockText.scalar(in: text, at: &offset)
            guard !(0xAC00...0xD7A3).contains(scalar) else { return false }
            letters += 1
        }
        // A bracket alone may end a headline too, or a number of comments.
        return text.suffix(3).elementsEqual(stop) || statistics.width >= 14 || stops.occur(in: text, from: 0)
    }

    private static let stop = Array("。".utf8)
    private static let stops = BlockPhrases(["。", "、", "，"])

    private static let ends = ["。", "」", "』", "！", "？", "”", "）"].map { Array($0.utf8) }
}
