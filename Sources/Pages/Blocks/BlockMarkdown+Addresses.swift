extension BlockMarkdown {
    /// In bytes; only a picture's data in place of an address is longer, and no converter keeps that.
    private static let longestAddress = 4000

    /// The offset after a link's address and its closing bracket; `start` is right after the opening one.
    ///
    /// Brackets within an address come in pairs. A space stands only before a title in quotation marks, and at a line's
    /// end where the converter wrapped; a title may hold anything but its quotation marks. No other link can begin
    /// within an address, so the search ends where one does: this way no two links search the same bytes.
    static func addressEnd(at start: Int, _ range: Range<Int>, _ utf8: [UInt8]) -> Int? {
        let limit = min(range.upperBound, start + longestAddress)
        var depth = 0
        var isQuoted = false
        var isAngled = false
        var index = start
        while index < limit {
            let byte = utf8[index]
            let next = index + 1 < limit ? utf8[index + 1] : 0
            switch byte {
            case UInt8(ascii: "]") where next == UInt8(ascii: "("): return nil
            case UInt8(ascii: "\"") where isQuoted || utf8[index - 1] <= 0x20:
                isQuoted.toggle()
            case _ where isQuoted: break
            case UInt8(ascii: "<") where index == start: isAngled = true
            case UInt8(ascii: ">"): isAngled = false
            case UInt8(ascii: "(") where !isAngled: depth += 1
            case UInt8(ascii: ")") where !isAngled:
                if depth == 0 { return index + 1 }
                depth -= 1
            case 0x20 where !isAngled:
                guard next == UInt8(ascii: "\"") || next <= 0x20 || utf8[index - 1] <= 0x20 else { return nil }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Whether the text in the brackets after a link's text is an address, and no remark in brackets.
    static func isAddress(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard let first = utf8[range].first else { return false }
        if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") || first == UInt8(ascii: "<") { return true }
        var hasSign = false
        for index in range {
            switch utf8[index] {
            // A title may follow the address.
            case 0x20, 0x0A: return hasSign
            case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"): hasSign = true
            default: continue
            }
        }
        return hasSign
    }

    /// Whether a link is broken after a line: its text or its address begins there and ends in the next line.
    static func isBroken(_ line: Range<Int>, before next: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard next.lowerBound - line.upperBound < 8 else { return false }
        var index = line.upperBound - 1
        while index > line.lowerBound {
            switch utf8[index] {
            case UInt8(ascii: "(") where utf8[index - 1] == UInt8(ascii: "]"):
                return addressEnd(at: index + 1, index..<line.upperBound, utf8) == nil
                    && addressEnd(at: index + 1, index..<next.upperBound, utf8) != nil
            case UInt8(ascii: "["): return endsText(next, utf8)
            case UInt8(ascii: "]"), UInt8(ascii: ")"): return false
            default: index -= 1
            }
        }
        return utf8[line].first == UInt8(ascii: "[") && endsText(next, utf8)
    }

    /// Whether the text of a link that began before a line ends in it, and its address too.
    private static func endsText(_ line: Range<Int>, _ utf8: [UInt8]) -> Bool {
        guard let bracket = utf8[line].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }),
            utf8[bracket] == UInt8(ascii: "]"), bracket + 1 < line.upperBound, utf8[bracket + 1] == UInt8(ascii: "(")
        else { return false }
        return addressEnd(at: bracket + 2, line, utf8) != nil
    }
}
