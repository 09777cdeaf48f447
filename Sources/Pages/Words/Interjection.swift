/// Finds the one short line that a page sets between its paragraphs again and again, as where an advertisement stood.
///
/// It is no text, no headline and no end of anything, yet keeps paragraphs from being seen side by side. Where others are
/// set so too, they are people who speak in turn, and all stay; so do a post's author, and the words that every site ends
/// posts with.
enum Interjection {
    private static let mostWords = 4
    private static let mostCharacters = 60
    /// It stands between two paragraphs at least so often.
    private static let leastOften = 4
    /// Copies of it may stand one behind the other; beyond so many it is not looked for.
    private static let mostCopies = 3

    /// The first block that is such a line; nil where a page has none.
    static func first(in list: BlockList) -> Int? {
        var counts: [UInt64: Int] = [:]
        var above: Int?
        for index in list.indices where BlockShape.isProse(list.statistics[index]) {
            if let above, (1...mostCopies).contains(index - above - 1) {
                let line = list.statistics[above + 1]
                let isAlone = (above + 2..<index).allSatisfy { list.statistics[$0].fold == line.fold }
                if isAlone, isShort(line) { counts[line.fold, default: 0] += 1 }
            }
            above = index
        }
        guard let (fold, count) = counts.max(by: { $0.value < $1.value }), count >= leastOften,
            counts.allSatisfy({ $0.key == fold || $0.value == 1 }),
            let first = list.statistics.firstIndex(where: { $0.fold == fold })
        else { return nil }
        return isKnown(first, list) ? nil : first
    }

    private static func isShort(_ statistics: BlockStatistics) -> Bool {
        statistics.words <= mostWords && (2...mostCharacters).contains(statistics.width) && statistics.letters >= 2
            && statistics.digits == 0 && !statistics.endsSentence && statistics.last != 0x3A
    }

    /// Whether a line's own words say what it is.
    private static func isKnown(_ index: Int, _ list: BlockList) -> Bool {
        var line = LineText()
        line.fill(index, of: list)
        return Boilerplate.isBoilerplate(line, list.statistics[index]) || Boilerplate.continues(line)
            || Boilerplate.closes(line, list.statistics[index]) || BylineReader.begins(line.text)
            || BylineNames.areBareNames(line.text)
    }
}
