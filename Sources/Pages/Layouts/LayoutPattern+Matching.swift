extension LayoutPattern {
    /// The text that a placeholder takes in a line that matches.
    struct Capture: Hashable, Sendable {
        let field: Field
        let range: Range<Int>
        /// The date, where the placeholder is of the kind `date`.
        let date: DateReader.Found?
    }

    /// The most bytes of a line that may match a pattern; it limits the time of the search for literals.
    static let longestLine = 600

    /// Whether a line may match: it has the pattern's longest literal, and begins with its `opening`.
    func mayMatch(_ text: Span<UInt8>) -> Bool {
        if !opening.isEmpty, !LayoutPattern.stands(opening, at: 0, in: text) { return false }
        guard let first = rarest.first, text.count >= rarest.count else { return rarest.isEmpty }
        let last = text.count - rarest.count
        var at = 0
        while at <= last {
            if text.count &- at >= ASCIIStretch.length, !ASCIIStretch.hasInAnyCase(first, text, at) {
                at &+= ASCIIStretch.length
                continue
            }
            if text[at] | 0x20 == first | 0x20, LayoutPattern.stands(rarest, at: at, in: text) { return true }
            at &+= 1
        }
        return false
    }

    /// The texts that the placeholders take in a line.
    ///
    /// - Parameters:
    ///   - text: the line with its white space folded.
    ///   - dates: the dates in the line.
    /// - Returns: nil where the line does not match.
    func match(_ text: [UInt8], dates: [DateReader.Found]) -> [Capture]? {
        guard text.count <= LayoutPattern.longestLine else { return nil }
        var captures: [Capture] = []
        var offset = 0
        for (index, part) in parts.enumerated() {
            while offset < text.count, text[offset] == 0x20 { offset += 1 }
            switch part {
            case .literal(let literal):
                guard LayoutPattern.stands(literal, at: offset, in: text.span) else { return nil }
                offset += literal.count
            case .field(let field, .date):
                guard let date = dates.first(where: { $0.range.lowerBound == offset }) else { return nil }
                captures.append(Capture(field: field, range: date.range, date: date))
                offset = date.range.upperBound
            case .field(let field, let kind):
                guard let end = end(of: index, from: offset, text, dates) else { return nil }
                let range = BlockText.trimmed(text, offset..<end)
                guard LayoutPattern.fits(Array(text[range]), kind) else { return nil }
                captures.append(Capture(field: field, range: range, date: nil))
                offset = end
            case .gap:
                guard let end = end(of: index, from: offset, text, dates) else { return nil }
                offset = end
            }
        }
        while offset < text.count, text[offset] == 0x20 { offset += 1 }
        return offset == text.count ? captures : nil
    }

    /// Where the placeholder at `index` ends: at the literal or date that follows it, or at the end of the line.
    private func end(of index: Int, from offset: Int, _ text: [UInt8], _ dates: [DateReader.Found]) -> Int? {
        guard index + 1 < parts.count else { return text.count }
        switch parts[index + 1] {
        case .literal(let literal):
            return (offset..<text.count + 1).first { LayoutPattern.stands(literal, at: $0, in: text.span) }
        case .field(_, .date):
            return dates.first { $0.range.lowerBound >= offset }?.range.lowerBound
        case .field, .gap:
            // The parser refuses such a pattern, since nothing marks the end of the first placeholder.
            return nil
        }
    }

    /// Whether a literal stands at an offset, ASCII case ignored, and neither begins nor ends within a word.
    private static func stands(_ literal: [UInt8], at offset: Int, in text: Span<UInt8>) -> Bool {
        guard let first = literal.first, let last = literal.last, offset + literal.count <= text.count else {
            return false
        }
        var index = 0
        while index < literal.count {
            guard lower(text[offset + index]) == lower(literal[index]) else { return false }
            index += 1
        }
        let end = offset + literal.count
        if isWord(first), offset > 0, isWord(text[offset - 1]) { return false }
        return !(isWord(last) && end < text.count && isWord(text[end]))
    }

    private static func fits(_ text: [UInt8], _ kind: Kind) -> Bool {
        switch kind {
        case .date, .any: true
        case .list, .commasCount: text.count <= 400
        case .name: BylineNames.isName(text)
        case .names: !BylineNames.names(in: text).isEmpty
        case .words: !text.isEmpty && BlockStatistics(text).words <= 12
        case .commentsCount: FooterCount.isComments(text.span)
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || BlockText.isLetter(UInt32(byte)) || BlockText.isDigit(UInt32(byte))
    }
}
