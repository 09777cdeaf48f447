// The sign of each form: what it has that lists of stories lack, and the last block that shows it.
extension StoryForm {
    // MARK: - Interviews

    /// The fewest questions, or turns of two speakers, that make an interview.
    private static let leastTurns = 3

    /// The last block of an interview; nil where the page is none.
    ///
    /// Headlines are seldom questions, and never nearly all of them. Speakers' names before a colon return in turns;
    /// kickers such as "Sport:" return too, but the line below a headline has none.
    static func interview(_ observations: Observations, from top: Int) -> Int? {
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

    static func isQuestion(_ observations: Observations, _ index: Int) -> Bool {
        let statistics = observations.list.statistics[index]
        guard statistics.words >= 2 || statistics.width >= 4, statistics.words <= 50 else { return false }
        return [0x3F, 0xFF1F, 0x61F, 0x37E].contains(statistics.last)
    }

    /// The most bytes of a speaker's name.
    private static let longestSpeaker = 32

    /// A number for the name before a line's colon; nil where the line begins with no name.
    static func speaker(_ observations: Observations, _ index: Int) -> Int? {
        observations.list.withText(index, speaker)
    }

    private static func speaker(_ text: Span<UInt8>) -> Int? {
        var end = 0
        var words = 1
        while end < min(text.count, longestSpeaker) {
            let at = end
            let scalar = BlockText.scalar(in: text, at: &end)
            switch scalar {
            case 0x3A, 0xFF1A:
                // Something has to follow, and not at once: "16:40" and "https://" name nobody.
                guard at > 0, words <= 3, end < text.count, scalar != 0x3A || text[end] == 0x20 else { return nil }
                return Int(truncatingIfNeeded: BlockStatistics(text.extracting(0..<at)).fold)
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
    static func live(_ observations: Observations, from top: Int) -> Int? {
        guard top >= 1, top < observations.shapes.count, observations.shapes[top].isProse else { return nil }
        let isNamed = (max(0, top - mostTop)..<top).contains { ClockLine.isLive(observations.list.text($0)) }
        guard isNamed || top > 1 && observations.tells(top - 1) else { return nil }
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
    static func unspaced(_ observations: Observations, from top: Int) -> Int? {
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
