extension DateReader {
    /// The first relative date of a line: `3 hours ago`, `vor 2 Tagen`, `hace 5 días`, `il y a 2 jours`, `2天前`.
    ///
    /// "Yesterday" and "today" count only with a time of day after them, or after a word such as "Published".
    static func relative(in tokens: [Token]) -> Found? {
        for index in tokens.indices {
            if let found = after(index, tokens) ?? before(index, tokens) ?? named(index, tokens) { return found }
        }
        return nil
    }

    /// A date whose word for "ago" comes after the number: `3 hours ago`, `a day ago`, `2天前`, `2 ngày trước`.
    private static func after(_ index: Int, _ tokens: [Token]) -> Found? {
        guard let count = count(index, tokens), index + 1 < tokens.count else { return nil }
        let unit = tokens[index + 1]
        guard let meaning = meaning(of: count, unit) else { return nil }
        if unit.has(.agoAfter) { return found(meaning, from: index, through: index + 1, in: tokens) }
        // One word may stand between the unit and the word for "ago": "2 hari yang lalu".
        for next in (index + 2)..<(index + 4) where next < tokens.count && tokens[next].has(.agoAfter) {
            return found(meaning, from: index, through: next, in: tokens)
        }
        return nil
    }

    /// A date whose word for "ago" comes before the number: `vor 2 Tagen`, `hace 5 días`, `il y a une heure`.
    private static func before(_ index: Int, _ tokens: [Token]) -> Found? {
        var next = index
        // "il y a": the tables know its three words only as a label, as "and" and as "one".
        if index + 2 < tokens.count, tokens[index + 2].has(.one), tokens[index + 1].has(.join),
            tokens[index].has(.label), tokens[index].range.count == 2
        {
            next = index + 3
        } else {
            guard tokens[index].has(.agoBefore) else { return nil }
            next = index + 1
        }
        guard next + 1 < tokens.count, let count = count(next, tokens),
            let meaning = meaning(of: count, tokens[next + 1])
        else { return nil }
        return found(meaning, from: index, through: next + 1, in: tokens)
    }

    /// A day that has a name of its own: `Published yesterday`, `Gestern, 14:20 Uhr`.
    private static func named(_ index: Int, _ tokens: [Token]) -> Found? {
        guard tokens[index].has([.yesterday, .today]) else { return nil }
        let meaning = Meaning.ago(days: tokens[index].has(.yesterday) ? 1 : 0)
        if let clock = clock(at: index + 1, in: tokens) {
            return Found(range: tokens[index].range.lowerBound..<clock.end, meaning: meaning, proves: nil, at: nil)
        }
        let isMarked = tokens[..<index].contains { $0.has(.mark) }
        return isMarked ? found(meaning, from: index, through: index, in: tokens) : nil
    }

    private static func count(_ index: Int, _ tokens: [Token]) -> Int? {
        tokens[index].number(digits: 1...2) ?? (tokens[index].has(.one) ? 1 : nil)
    }

    private static func meaning(of count: Int, _ unit: Token) -> Meaning? {
        if unit.has([.minutes, .hours]) { return .justNow }
        if unit.has(.days) { return .ago(days: count) }
        return unit.has(.weeks) ? .ago(days: count * 7) : nil
    }

    private static func found(_ meaning: Meaning, from first: Int, through last: Int, in tokens: [Token]) -> Found {
        let range = tokens[first].range.lowerBound..<tokens[last].range.upperBound
        return Found(range: range, meaning: meaning, proves: nil, at: nil)
    }
}
