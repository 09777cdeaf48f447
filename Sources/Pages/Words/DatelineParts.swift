/// Reads a dateline whose parts do not stand in the usual order, or whose place is neither in capitals nor with an
/// agency: `March 2, 2026 (Coast Wire) — …`, `ORFORD--(BUSINESS WIRE)--March 2, 2026--…`, `Orval, 2 mars 2026 — …`.
///
/// It has a whole date and beside it the place or the agency, each once at most, and a dash or a slash after the last.
struct DatelineParts {
    private(set) var agency: Range<Int>?
    private(set) var date: DateReader.Found?
    private var place: Range<Int>?
    private let head: [UInt8]

    /// The most signs and parts of a dateline.
    private static let mostParts = 6
    /// The most words of a place that is not in capitals and has no agency beside it.
    private static let mostPlaceWords = 3

    init?(_ head: [UInt8]) {
        self.head = head
        let dates = DateReader.dates(in: head).filter { !$0.isShort }
        guard !dates.isEmpty else { return nil }
        var at = 0
        for _ in 0..<DatelineParts.mostParts {
            let sign = skipSigns(&at)
            guard at < head.count else { return nil }
            if sign != .none, date != nil, isWhole(textAt: at) { return }
            guard readPart(&at, dates, isAfterSlash: sign == .slash) else { return nil }
        }
        return nil
    }

    private enum Sign {
        case none
        case dash
        case slash
    }

    /// Moves past spaces, commas, full stops, dashes and slashes.
    private func skipSigns(_ at: inout Int) -> Sign {
        var sign = Sign.none
        while at < head.count {
            var next = at
            let scalar = BlockText.scalar(in: head, at: &next)
            if DatelineReader.isDash(scalar) {
                sign = .dash
            } else if isSpacedSlash(at) {
                sign = .slash
            } else if !BlockText.isSpace(scalar), !DatelineParts.isComma(scalar), scalar != 0x2E {
                return sign
            }
            at = next
        }
        return sign
    }

    private mutating func readPart(_ at: inout Int, _ dates: [DateReader.Found], isAfterSlash: Bool) -> Bool {
        if let found = dates.first(where: { $0.range.lowerBound == at }) {
            guard date == nil else { return false }
            date = found
            at = found.range.upperBound
            return true
        }
        if let (name, end) = bracketed(at) {
            guard agency == nil, let name = agencyName(name) else { return false }
            agency = name
            at = end
            return true
        }
        let end = textEnd(at, dates)
        guard end > at else { return false }
        let isBeforeDate = dates.contains { $0.range.lowerBound == end }
        let text = isBeforeDate ? withoutArticle(at..<end) : BlockText.trimmed(head, at..<end)
        at = end
        if text.isEmpty { return isBeforeDate }
        if isAfterSlash, agency == nil, DatelineReader.isAgency(head[text]) {
            agency = text
            return true
        }
        guard place == nil, let read = DatelineReader.Place(head, text), !read.hasDigits,
            !DatelineParts.tellsOther(head, text)
        else { return false }
        place = withoutComma(text)
        return true
    }

    private func withoutComma(_ range: Range<Int>) -> Range<Int> {
        var at = range.lowerBound
        var end = at
        while at < range.upperBound {
            if !DatelineParts.isComma(BlockText.scalar(in: head, at: &at)) { end = at }
        }
        return range.lowerBound..<end
    }

    /// Whether the parts before a text are those of a dateline.
    ///
    /// In "Paris, March 2, 2026 – the day that everything changed" the sentence goes on after the dash.
    private func isWhole(textAt at: Int) -> Bool {
        var next = at
        guard !BlockText.isLower(BlockText.scalar(in: head, at: &next)), let date else { return false }
        if agency != nil { return true }
        guard let place, let read = DatelineReader.Place(head, place) else { return false }
        if read.isInCapitals { return true }
        guard place.upperBound <= date.range.lowerBound else { return false }
        // Nothing but its capitals and the sign after it shows that the word before a date is a place.
        let line = BylineLine(Array(head[place]))
        let words = line.words(in: 0..<line.text.count)
        return words.count <= DatelineParts.mostPlaceWords && hasSign(place.upperBound..<date.range.lowerBound)
            && words.allSatisfy { word in
                read.isCaseless || line.isCapital(word.lowerBound)
                    || line.meaning(of: word).has([.particle, .dateJoin])
            }
    }

    private func hasSign(_ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            let scalar = BlockText.scalar(in: head, at: &at)
            if DatelineParts.isComma(scalar) || DatelineReader.isDash(scalar) { return true }
        }
        return false
    }

    /// The text in brackets that open at an offset, and the offset after them.
    private func bracketed(_ open: Int) -> (Range<Int>, end: Int)? {
        let isWide = head[open...].starts(with: [0xEF, 0xBC, 0x88])
        guard isWide || head[open] == UInt8(ascii: "(") else { return nil }
        let closing: [UInt8] = isWide ? [0xEF, 0xBC, 0x89] : [0x29]
        let start = open + (isWide ? 3 : 1)
        var close = start
        while close < head.count, close - start <= 60, !head[close...].starts(with: closing) { close += 1 }
        guard head[min(close, head.count)...].starts(with: closing), close > start else { return nil }
        return (start..<close, close + closing.count)
    }

    /// The agency's name among the words of a bracket; in Korean the place stands before it: `(오포드=운하뉴스)`.
    private func agencyName(_ bracket: Range<Int>) -> Range<Int>? {
        var name = bracket
        if let sign = head[bracket].lastIndex(of: UInt8(ascii: "=")) { name = sign + 1..<bracket.upperBound }
        guard DatelineReader.isAgency(head[name]), !DatelineParts.tellsOther(head, name) else { return nil }
        return name
    }

    /// Where a part in words ends: before a date, a bracket, a slash or a dash with a space before it, two dashes.
    private func textEnd(_ start: Int, _ dates: [DateReader.Found]) -> Int {
        var at = start
        while at < head.count {
            let before = at
            if dates.contains(where: { $0.range.lowerBound == before }) || isSpacedSlash(before) { return before }
            let scalar = BlockText.scalar(in: head, at: &at)
            if scalar == 0x28 || scalar == 0xFF08 { return before }
            guard DatelineReader.isDash(scalar), before > start else { continue }
            var next = at
            let isDouble = at < head.count && DatelineReader.isDash(BlockText.scalar(in: head, at: &next))
            if isDouble || head[before - 1] == 0x20 { return before }
        }
        return head.count
    }

    private func isSpacedSlash(_ at: Int) -> Bool {
        head[at] == UInt8(ascii: "/") && at > 0 && at + 1 < head.count && head[at - 1] == 0x20 && head[at + 1] == 0x20
    }

    /// A part without the small word that stands between it and the date: `Orval, le `, `Orte, den `.
    private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        let text = BlockText.trimmed(head, range)
        let start = head[text].lastIndex(of: 0x20).map { $0 + 1 } ?? text.lowerBound
        let word = start..<text.upperBound
        guard !word.isEmpty, WordMeaning.of(head, word).has([.label, .dateMark, .dateJoin]) else { return text }
        return BlockText.trimmed(head, text.lowerBound..<start)
    }

    /// Whether words say that the date beside them is an update's or another's, or are no name of a place or an agency.
    static func tellsOther(_ head: [UInt8], _ range: Range<Int>) -> Bool {
        let line = BylineLine(Array(head[range]))
        if BylineWords.otherDateParts.occur(in: line.lower, from: 0) { return true }
        let words = line.words(in: 0..<line.text.count)
        if words.count == 1, line.meaning(of: words[0]).has([.label, .stop, .opening, .menu, .role]) { return true }
        return words.contains { line.meaning(of: $0).has([.mark, .update, .otherDate, .weekday]) }
    }

    private static func isComma(_ scalar: UInt32) -> Bool {
        scalar == 0x2C || scalar == 0x60C || scalar == 0x3001 || scalar == 0xFF0C
    }
}
