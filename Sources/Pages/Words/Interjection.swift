/// Finds a short line that a page repeats between its paragraphs, such as the mark of an advertisement.
///
/// It is no text and no headline and ends nothing, yet it keeps paragraphs from being seen as neighbours, so it is left
/// out of the page's blocks. Where a page repeats several such lines, they are taken for the names of people who speak
/// in turn, and all stay. An author's name and the phrases that sites end posts with stay too.
enum Interjection {
    private static let mostWords = 4
    private static let mostCharacters = 60
    /// The fewest gaps between two paragraphs that such a line stands in.
    private static let leastOften = 4
    /// The most copies of the line that may stand in one gap; a longer gap is not examined.
    private static let mostCopies = 3

    /// The first block that is such a line; nil where the page has none.
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

    /// Whether other rules recognise a line by its own words, as boilerplate, a byline or a name.
    private static func isKnown(_ index: Int, _ list: BlockList) -> Bool {
        var line = LineText()
        line.fill(index, of: list)
        return Boilerplate.isBoilerplate(line, list.statistics[index]) || Boilerplate.continues(line)
            || Boilerplate.closes(line, list.statistics[index]) || BylineReader.begins(line.text)
            || BylineNames.areBareNames(line.text)
    }
}
