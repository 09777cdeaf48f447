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
}
