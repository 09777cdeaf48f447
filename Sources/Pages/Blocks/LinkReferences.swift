/// The numbered list of addresses that text browsers put at the end of a page, which is never text.
///
/// On a page with such a list, links in the text carry their number in brackets: `[12]Harbour`.
struct LinkReferences {
    /// The index of the line at which the list begins; the number of lines where there is no list.
    let firstLine: Int
    /// Whether the page's links are numbered.
    let areNumbered: Bool

    init(_ source: SourceText) {
        let utf8 = source.utf8
        let lines = source.lines
        var index = lines.count
        var first = lines.count
        var addresses = 0
        scan: while index > 0 {
            index -= 1
            switch LinkReferences.kind(LineShape.unindented(lines[index].text, utf8), utf8) {
            case .address:
                addresses += 1
                first = index
            case .title:
                first = index
            // A long address is broken over lines. Its rest does not move `first`: no list begins with such a line.
            case .rest where index > 0 && lines[index].blankBefore == 0: continue
            case .rest, .text: break scan
            }
        }
        // A page may end with a few numbered addresses of its own, so a list needs three of them or a title.
        let isList =
            addresses >= 3 || addresses > 0 && first < lines.count && LinkReferences.isTitle(lines[first], utf8)
        firstLine = isList ? first : lines.count
        areNumbered = isList
    }

    /// Appends text without the numbers of its links.
    static func appendUnnumbered(_ text: [UInt8], to other: inout [UInt8]) {
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "["), let end = numberEnd(text, index) {
                index = end
            } else {
                other.append(text[index])
                index += 1
            }
        }
    }

    /// The offset after a number in brackets; nil where none begins here.
    private static func numberEnd(_ text: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        while index < text.count, index - start < 6, BlockText.isDigitByte(text[index]) { index += 1 }
        guard index > start + 1, index < text.count, text[index] == UInt8(ascii: "]") else { return nil }
        return index + 1
    }

    private enum Kind {
        case address
        case title
        case rest
        case text
    }

    private static func isTitle(_ line: SourceText.Line, _ utf8: [UInt8]) -> Bool {
        kind(LineShape.unindented(line.text, utf8), utf8) == .title
    }

    private static func kind(_ content: Range<Int>, _ utf8: [UInt8]) -> Kind {
        if content.count <= 16, titles.contains(where: { utf8[content].elementsEqual($0) }) { return .title }
        var index = content.lowerBound
        if index < content.upperBound, utf8[index] == UInt8(ascii: "[") { index += 1 }
        let digits = index
        while index < content.upperBound, BlockText.isDigitByte(utf8[index]) { index += 1 }
        if index == digits {
            return isRest(content, utf8) ? .rest : .text
        }
        guard index + 2 < content.upperBound, utf8[index] == UInt8(ascii: ".") || utf8[index] == UInt8(ascii: "]")
        else {
            return .text
        }
        let address = LineShape.unindented(index + 1..<content.upperBound, utf8)
        return isAddress(address, utf8) ? .address : .text
    }

    /// Whether a line may be the rest of an address: no space, and a character that addresses have and words rarely.
    private static func isRest(_ content: Range<Int>, _ utf8: [UInt8]) -> Bool {
        var hasSign = false
        for index in content {
            switch utf8[index] {
            case 0x20: return false
            case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "%"): hasSign = true
            default: continue
            }
        }
        return hasSign
    }

    /// Whether a range begins with a URL scheme and holds no space.
    private static func isAddress(_ range: Range<Int>, _ utf8: [UInt8]) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, index - range.lowerBound < 12, (utf8[index] | 0x20) >= 0x61,
            (utf8[index] | 0x20) <= 0x7A
        {
            index += 1
        }
        guard index - range.lowerBound >= 3, index + 1 < range.upperBound, utf8[index] == UInt8(ascii: ":") else {
            return false
        }
        return !utf8[range].contains(0x20)
    }

    private static let titles: [[UInt8]] = [
        "References", "References:", "Visible links", "Visible links:", "Hidden links", "Hidden links:", "Links:",
    ].map { Array($0.utf8) }
}
