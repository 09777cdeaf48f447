extension Observations {
    /// Notes what a line looks like, whatever its words mean.
    func addLooks(_ statistics: BlockStatistics, _ text: [UInt8], _ found: inout BlockSigns) {
        if statistics.capitals * 10 >= statistics.letters * 8, statistics.letters >= 4 { found.insert(.capitals) }
        if statistics.addresses > 0 || isAddress(text) { found.insert(.address) }
        if statistics.separators > 0 { found.insert(.separator) }
        if statistics.separators > 2 { found.insert(.manySeparators) }
        if statistics.capitalised == 0, statistics.width >= 10, statistics.words * 6 < statistics.width {
            found.insert(.unspaced)
        }
        if statistics.startsLower { found.insert(.startsLower) }
        switch statistics.first {
        case 0x22, 0x201C, 0x201E, 0xAB, 0x300C, 0x2018: found.insert(.quoted)
        case 0x30...0x39: if isNumbered(text) { found.insert(.numbered) }
        case 0xA9: found.insert(.copyright)
        default: break
        }
    }

    private func isAddress(_ text: [UInt8]) -> Bool {
        switch text.first {
        case UInt8(ascii: "h"): text.starts(with: "http".utf8)
        case UInt8(ascii: "w"): text.starts(with: "www.".utf8)
        default: false
        }
    }

    /// Whether a line begins as "3." or "3)" do.
    private func isNumbered(_ text: [UInt8]) -> Bool {
        guard let sign = text.prefix(4).first(where: { !BlockText.isDigit(UInt32($0)) }) else { return false }
        return sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
    }

    /// A hash of a line's first two words, of the first 40 bytes at most.
    func beginning(of text: [UInt8]) -> UInt64 {
        var number: UInt64 = 0x9E37_79B9_7F4A_7C15
        var spaces = 0
        for byte in text.prefix(40) {
            if byte == 0x20 { spaces += 1 }
            if spaces == 2 { break }
            number = (number ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
        }
        return number
    }

    /// The words of running text in the blocks from `lower` up to, but not including, `upper`.
    func prose(_ lower: Int, _ upper: Int) -> Int {
        let lower = max(0, min(lower, list.count))
        let upper = max(lower, min(upper, list.count))
        return Int(proseBefore[upper] &- proseBefore[lower])
    }

    /// The index of the first of some rising bounds that a value does not exceed, or their number where it exceeds all.
    static func step(_ value: Int, _ bounds: [Int]) -> Int {
        var place = 0
        while place < bounds.count, value > bounds[place] { place += 1 }
        return place
    }

    static func lastKind(_ statistics: BlockStatistics) -> Int {
        guard statistics.width > 0 else { return 0 }
        if statistics.isCut { return 5 }
        switch statistics.end {
        case 0x2E, 0x3002: return 1
        case 0x3F, 0x21, 0xFF1F, 0xFF01, 0x061F: return 2
        case 0x3A, 0xFF1A: return 3
        case 0x2C, 0x3B: return 4
        case 0x22, 0x27, 0x201D, 0x201C, 0x2019, 0xBB, 0xAB, 0x300D: return statistics.endsSentence ? 1 : 6
        case 0x29, 0x5D: return 7
        default: return BlockText.isLetter(statistics.end) ? 8 : BlockText.isDigit(statistics.end) ? 9 : 10
        }
    }

    static func firstKind(_ statistics: BlockStatistics) -> Int {
        switch statistics.first {
        case 0: 0
        case 0x22, 0x201C, 0x201E, 0xAB, 0x300C, 0x2018, 0x27: 4
        case 0x28, 0x5B: 5
        case 0x2D, 0x2010...0x2015: 6
        default:
            if BlockText.isDigit(statistics.first) {
                3
            } else if BlockText.isLetter(statistics.first) {
                statistics.startsLower ? 2 : BlockText.isUpper(statistics.first) ? 1 : 7
            } else {
                8
            }
        }
    }

    /// Whether a block is a line of names or a date.
    func tells(_ index: Int) -> Bool {
        shapes.indices.contains(index) && (shapes[index] == .byline || shapes[index] == .date)
    }
}
