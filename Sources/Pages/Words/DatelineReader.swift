/// Reads the agency and the date that stand between the place and the dash at the beginning of a wire story:
/// `ORFORD, March 2, 2026 (Coast Wire) — …`, `BERLIN, 2. März 2026 (dpa) - …`, `МОСКВА, 2 марта. /ТАСС/. …`.
///
/// A sentence may begin with a place and a date too ("Paris, March 2, 2026 was the day …"), so there must be a dash, and
/// before it the place in capitals or an agency in brackets or between slashes.
struct DatelineReader {
    /// Where the agency's name stands in the text.
    private(set) var agency: Range<Int>?
    /// A date with its year; without one no day is known.
    private(set) var date: DateReader.Found?

    /// In bytes: no dash further from the beginning ends a dateline.
    private static let longest = 200
    private static let longestAgency = 60

    /// Reads a story's first paragraph; nil where it opens with no dateline.
    init?(_ text: [UInt8]) {
        let head = BlockText.cut(text, to: DatelineReader.longest)
        if let (agency, date) = DatelineReader.telegram(head) ?? DatelineReader.bracketedHead(head) {
            self.agency = agency
            self.date = date
            return
        }
        let usual = DatelineReader(usual: head)
        if let usual, usual.date != nil {
            self = usual
        } else if let parts = DatelineParts(head) {
            agency = parts.agency
            date = parts.date
        } else if let usual {
            self = usual
        } else {
            return nil
        }
    }

    /// Reads the usual order: the place, the date, the agency, a dash.
    private init?(usual head: [UInt8]) {
        // "(ANSA) - ROMA, 02 MAR 2026 - …"
        var start = 0
        if let (name, end) = DatelineReader.bracketed(head, 0), let place = DatelineReader.dashEnd(head, end),
            DatelineReader.isAgency(head[name])
        {
            agency = name
            start = place
        }
        let dates = DateReader.dates(in: head).filter { !$0.isShort && $0.range.lowerBound >= start }
        var found = dates.first
        let placeEnd = DatelineReader.placeEnd(head, from: start, date: found)
        guard let place = DatelineReader.Place(head, start..<placeEnd) else { return nil }
        var at = placeEnd
        if let range = found?.range, range.lowerBound == placeEnd {
            at = range.upperBound
        } else if let range = found?.range, range.lowerBound == placeEnd + 1, head[placeEnd] == UInt8(ascii: "("),
            let close = head[range.upperBound...].firstIndex(of: UInt8(ascii: ")")), close - range.upperBound <= 1
        {
            at = close + 1
        } else {
            found = nil
        }
        guard !place.isCaseless || found != nil || place.hasDigits else { return nil }
        let isDated = found != nil || place.hasDigits && place.isInCapitals
        let isSlashed = readAgency(head, &at, isDated: isDated)
        guard let end = DatelineReader.dashEnd(head, at) ?? (isSlashed ? at : nil) else { return nil }
        if agency == nil, found != nil || place.hasDigits { agency = DatelineReader.agency(afterDash: head, end) }
        if found == nil, place.hasDigits, !place.isInCapitals, start == 0, agency == nil { return nil }
        guard agency != nil || found != nil && place.isInCapitals else { return nil }
        date = found
    }

    /// Reads the agency in brackets or between slashes that stands at an offset, and moves the offset past it.
    ///
    /// - Parameters:
    ///   - head: the beginning of the text.
    ///   - at: where the agency may begin.
    ///   - isDated: whether a day stands before it; then it is an agency's name even in small letters (`askanews`).
    /// - Returns: whether it stands between slashes, after which no dash needs to follow.
    private mutating func readAgency(_ head: [UInt8], _ at: inout Int, isDated: Bool) -> Bool {
        var next = at
        while next < head.count, DatelineReader.isLoose(head[next]) { next += 1 }
        if let (name, end) = DatelineReader.bracketed(head, next) {
            if DatelineReader.isAgency(head[name]) || isDated && DatelineReader.isSmall(head[name]) {
                agency = agency ?? name
                at = end
            }
            return false
        }
        guard next < head.count, head[next] == UInt8(ascii: "/"),
            let close = head[(next + 1)...].firstIndex(of: UInt8(ascii: "/")), close - next <= 40,
            DatelineReader.isAgency(head[next + 1..<close])
        else { return false }
        agency = agency ?? next + 1..<close
        at = close + 1
        return true
    }

    /// The name in brackets that open at an offset, and the offset after them.
    private static func bracketed(_ head: [UInt8], _ open: Int) -> (name: Range<Int>, end: Int)? {
        guard open < head.count, head[open] == UInt8(ascii: "("),
            let close = head[open...].firstIndex(of: UInt8(ascii: ")")), (3...longestAgency).contains(close - open)
        else { return nil }
        return (open + 1..<close, close + 1)
    }

    /// Whether a text may be an agency's name: an outlet's, or that of a known agency, perhaps with a desk of it after a
    /// slash (`dpa/lno`).
    static func isAgency(_ name: ArraySlice<UInt8>) -> Bool {
        let name = Array(name)
        guard !name.isEmpty, name.first != 0x20, name.last != 0x20, BlockStatistics(name).digits == 0 else {
            return false
        }
        let first = name.prefix { $0 != UInt8(ascii: "/") }
        return BylineNames.isOutlet(name) || WordMeaning.of(name, 0..<first.count).has(.agency)
    }

    /// Whether a name is one word in small letters that is no word of bylines.
    private static func isSmall(_ name: ArraySlice<UInt8>) -> Bool {
        let name = Array(name)
        return (3...20).contains(name.count) && name.allSatisfy { (0x61...0x7A).contains($0) }
            && WordMeaning.of(name, 0..<name.count).isEmpty
    }

    /// The name of an agency after a dateline's dash: `— РИА Новости. …`; it begins with a word in capitals.
    private static func agency(afterDash head: [UInt8], _ start: Int) -> Range<Int>? {
        guard let stop = head[start...].firstIndex(of: UInt8(ascii: ".")), (3...40).contains(stop - start) else {
            return nil
        }
        let name = head[start..<stop]
        let first = name.prefix { $0 != 0x20 }
        guard name.count(where: { $0 == 0x20 }) <= 2, BylineNames.isAllCapitals(first), isAgency(name) else {
            return nil
        }
        return start..<stop
    }

    /// The offset after a dash and the spaces around it, perhaps after a full stop: ` — `, ` -- `, `.- `.
    static func dashEnd(_ head: [UInt8], _ start: Int) -> Int? {
        var at = start
        while at < head.count, isLoose(head[at]) { at += 1 }
        let first = at
        while at < head.count {
            var next = at
            guard isDash(BlockText.scalar(in: head, at: &next)) else { break }
            at = next
        }
        guard at > first, at < head.count else { return nil }
        while at < head.count, head[at] == 0x20 { at += 1 }
        return at
    }

    /// The offset of what follows the place: a date, a bracket, a slash or a dash with a space before it.
    private static func placeEnd(_ head: [UInt8], from start: Int, date: DateReader.Found?) -> Int {
        var at = start
        while at < head.count {
            let before = at
            // "BEIRUT/THE HAGUE" is one place; a slash before an agency has a space before it.
            let isSlash = head[at] == UInt8(ascii: "/") && before > start && head[before - 1] == 0x20
            if before == date?.range.lowerBound || head[at] == UInt8(ascii: "(") || isSlash { return before }
            let scalar = BlockText.scalar(in: head, at: &at)
            guard isDash(scalar), before > start, head[before - 1] == 0x20 else { continue }
            // In "ORFORD — March 2, 2026 — …" the date is still to come.
            if let date, date.range.lowerBound == at + 1 { return date.range.lowerBound }
            return before
        }
        return head.count
    }

    static func isDash(_ scalar: UInt32) -> Bool { scalar == 0x2D || (0x2010...0x2015).contains(scalar) }

    /// Whether a byte may stand between the parts of a dateline.
    private static func isLoose(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2C || byte == 0x2E }
}

extension DatelineReader {
    /// The place of a dateline, perhaps with a region, and with a day and month whose year is missing.
    struct Place {
        let isInCapitals: Bool
        let hasDigits: Bool
        /// Whether its script has no capitals; then any words look like it, and a day has to stand after it.
        let isCaseless: Bool

        /// Nil where the range holds no name of a place.
        init?(_ head: [UInt8], _ range: Range<Int>) {
            var range = BlockText.trimmed(head, range)
            while let last = head[range].last, last == 0x2C || last == 0x2E || last == 0x2D {
                range = BlockText.trimmed(head, range.lowerBound..<range.upperBound - 1)
            }
            guard (2...80).contains(range.count) else { return nil }
            let town = head[range].prefix { $0 != 0x2C && $0 != 0x2E }
            isInCapitals = BylineNames.isAllCapitals(town.prefix { !BlockText.isDigitByte($0) })
            let statistics = BlockStatistics(Array(head[range]))
            hasDigits = statistics.digits > 0
            guard statistics.words <= 6, statistics.digits <= 2, isInCapitals || statistics.innerStops == 0 else {
                return nil
            }
            isCaseless = statistics.capitalised == 0 && !statistics.startsLower && statistics.words <= 4
            guard isInCapitals || isCaseless || statistics.capitalised * 2 > statistics.words else { return nil }
        }
    }

    /// A telegram's head in Chinese, `新华社北京2026年3月2日电`: the agency ends in 社, the date in 电.
    private static func telegram(_ head: [UInt8]) -> (agency: Range<Int>, date: DateReader.Found?)? {
        guard let first = head.first, first >= 0xE3 || first == UInt8(ascii: "(") else { return nil }
        var start = 0
        var at = 0
        var agency: Range<Int>?
        var isNet = false
        for _ in 0..<40 where at < head.count {
            let before = at
            switch BlockText.scalar(in: head, at: &at) {
            case 0x28, 0xFF08, 0x3010: if before == 0 { start = at }
            case 0x793E: if agency == nil, before - start <= 18, before > start { agency = start..<at }
            // 网 and 網, of the agencies that call themselves a net
            case 0x7F51, 0x7DB2:
                if agency == nil, before - start <= 18, before > start {
                    agency = start..<at
                    isNet = true
                }
            // 电 and 電 right after 日
            case 0x7535, 0x96FB:
                guard let agency, before >= 3, head[before - 3..<before].elementsEqual([0xE6, 0x97, 0xA5]) else {
                    return nil
                }
                // A word such as 互联网 is no agency's name, and 电 may begin another word: 电影.
                var next = at
                if isNet, at < head.count, LineCase.isLetter(BlockText.scalar(in: head, at: &next)) { return nil }
                let date = DateReader.dates(in: head).first { $0.range.upperBound == before }
                return (agency, date)
            default: break
            }
        }
        return nil
    }

    /// A head in brackets of East Asia or in square ones: `【織戸 2026年3月2日 水門通信】`, `[Orford, March 2, 2026]`.
    ///
    /// The place stands before the date, the agency before or after it; one of them must be there.
    private static func bracketedHead(_ head: [UInt8]) -> (agency: Range<Int>?, date: DateReader.Found?)? {
        let isWide = head.starts(with: [0xE3, 0x80, 0x90])
        guard isWide || head.first == UInt8(ascii: "[") else { return nil }
        let open = isWide ? 3 : 1
        let closing: [UInt8] = isWide ? [0xE3, 0x80, 0x91] : [0x5D]
        var close = open
        while close < head.count, !head[close...].starts(with: closing) { close += 1 }
        guard close + closing.count < head.count, close - open <= 100 else { return nil }
        let dates = DateReader.dates(in: head).filter { $0.range.lowerBound < close }
        guard let date = dates.first, dates.count == 1, date.range.lowerBound >= open, date.range.upperBound <= close
        else { return nil }
        let before = BlockText.trimmed(head, open..<date.range.lowerBound)
        var after = BlockText.trimmed(head, date.range.upperBound..<close)
        // 讯, 訊, 电 and 電 only say that a report follows.
        if ["讯", "訊", "电", "電"].contains(where: { head[after].elementsEqual($0.utf8) }) {
            after = after.upperBound..<after.upperBound
        }
        guard !before.isEmpty || !after.isEmpty, before.isEmpty || Place(head, before) != nil,
            after.isEmpty || isAgency(head[after]),
            !DatelineParts.tellsOther(head, before), !DatelineParts.tellsOther(head, after)
        else { return nil }
        // 社, 网 and 網 end an agency's name.
        let isAgencyFirst = ["社", "网", "網"].contains { head[before].suffix(3).elementsEqual($0.utf8) }
        return (after.isEmpty ? isAgencyFirst ? before : nil : after, date)
    }
}
