/// Tells whether the words before a date say that it is another's than the story's: `Next meeting: 14 April 2026`.
///
/// Such a line says nothing of when the story appeared, and its words are no outlet's.
enum OtherDate {
    /// The most words before a date that are looked at.
    private static let mostWords = 7

    /// Whether the words between a date and what stands before it (another date, a bar, the line's start) name another.
    ///
    /// A word of publication among them outweighs the rest: `Posted in Events on 3 March 2026`.
    ///
    /// - Returns: the range of the words and the date; nil where the date is the story's.
    static func labelled(_ line: BylineLine, _ date: Range<Int>, after previous: Int) -> Range<Int>? {
        let start = labelStart(line.text, previous..<date.lowerBound)
        if start < date.lowerBound, isOther(line, start..<date.lowerBound) {
            return narrowed(line, start..<date.lowerBound)..<date.upperBound
        }
        return after(line, date.upperBound).map { min(start, date.lowerBound)..<$0 }
    }

    /// Where the words that name the date begin: "By Ada Marsh, member since 2019" has a name before them.
    private static func narrowed(_ line: BylineLine, _ label: Range<Int>) -> Int {
        let starts = label.filter { line.text[$0] == UInt8(ascii: ",") || line.text[$0] == UInt8(ascii: "(") }
        return starts.last { isOther(line, ($0 + 1)..<label.upperBound) }.map { $0 + 1 } ?? label.lowerBound
    }

    /// The end of a word that names the date from after it, as Japanese and Korean do: `2026年4月14日まで`.
    private static func after(_ line: BylineLine, _ end: Int) -> Int? {
        var start = end
        while start < line.text.count, line.text[start] == 0x20 { start += 1 }
        return BylineWords.wordsAfterOtherDates.length(in: line.text, at: start).map { start + $0 }
    }

    private static func isOther(_ line: BylineLine, _ label: Range<Int>) -> Bool {
        let words = line.words(in: label).suffix(mostWords)
        guard let first = words.first, let last = words.last else { return false }
        var isOther = false
        for word in words {
            let meaning = line.meaning(of: word)
            // The update that "next" stands before is still to come.
            let isToCome = meaning.has(.update) && isOther && !meaning.has(.mark)
            if meaning.has([.mark, .update]), !isWeak(line, word), !isToCome { return false }
            isOther = isOther || meaning.has(.otherDate)
        }
        if isOther || BylineWords.otherDateParts.occur(in: Array(line.text[label]), from: 0) {
            return true
        }
        return isKindOfDate(line, Array(words)) || isLabel(line, first.lowerBound..<last.upperBound, Array(words))
    }

    /// Whether the words end in one for "date" that a word for something else stands before: `Court date:`.
    private static func isKindOfDate(_ line: BylineLine, _ words: [Range<Int>]) -> Bool {
        guard words.count >= 2, let last = words.last,
            kinds.contains(Array(line.lower[BylineLine.bare(line.lower, last)]))
        else { return false }
        let before = words[words.count - 2]
        return !BylineCore.isLabel(line, before)
            && line.meaning(of: before).isDisjoint(with: [.mark, .update, .section])
            && !published.contains(Array(line.lower[BylineLine.bare(line.lower, before)]))
    }

    private static let kinds = Set(DateWords.words("date datum fecha").map { Array($0.utf8) })
    private static let published = Set(
        DateWords.words("publication publishing post story article issue release news press print online").map {
            Array($0.utf8)
        }
    )

    /// Whether the words before a date are a label that no rule knows: several, with a colon after them.
    private static func isLabel(_ line: BylineLine, _ label: Range<Int>, _ words: [Range<Int>]) -> Bool {
        let unknown = words.filter {
            !BylineCore.isLabel(line, $0) && !isWeak(line, $0)
                && !line.meaning(of: $0).has([.opening, .genre, .heading, .source])
        }
        guard unknown.count >= 2, BylineOpening.length(in: line.text, label) == nil else { return false }
        return line.text[label.upperBound - 1] == UInt8(ascii: ":")
    }

    /// Words that only say that a date follows, or that it is that of a whole archive page.
    private static func isWeak(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        weak.contains(Array(line.lower[BylineLine.bare(line.lower, word)]))
    }

    /// Where the label before a date begins: after the last bar, bullet, or dash with spaces around it.
    private static func labelStart(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            let at = offset
            let scalar = BlockText.scalar(in: text, at: &offset)
            let isAfterSpace = at == range.lowerBound || text[at - 1] == 0x20
            let isSpaced = isAfterSpace && offset < text.count && text[offset] == 0x20
            if BylinePieces.isBar(scalar) || isSpaced && BylinePieces.isDash(scalar) { start = offset }
        }
        return min(start, range.upperBound)
    }

    private static let weak = Set(
        DateWords.words(
            "date datum fecha data дата 日期 时间 tarihi tarih tanggal ημερομηνία تاريخ first ngày dátum päivä",
            "archive archives archiv daily tagesarchiv archivo archivi arquivo arkiv архив архивы"
        )
        .map { Array($0.utf8) }
    )
}
