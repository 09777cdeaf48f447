/// Reads UTF-8 as table 3-7 of the Unicode standard allows it: no overlong forms, none above U+10FFFF.
///
/// Two forms beyond the table are read, since some writers' "UTF-8" has them and they mean one thing only: a character
/// above U+FFFF as two surrogates of three bytes each (CESU-8, Unicode Technical Report 26), and NUL as `C0 80` (Java's
/// modified UTF-8). An invalid sequence ends where it could no longer become a valid one ("maximal subpart"), so it has
/// at least one byte; a surrogate without its partner is one invalid sequence of three.
struct UTF8Reader: TextReader {
    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        let lead = bytes[offset]
        if lead < 0x80 { return TextRead(UInt32(lead), 1) }
        return readSequence(bytes, at: offset, lead: lead)
    }

    private func readSequence(_ bytes: Span<UInt8>, at offset: Int, lead: UInt8) -> TextRead {
        let length: Int
        var scalar: UInt32
        // The second byte's range rules out overlong forms, surrogates and values above U+10FFFF.
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF:
            length = 2
            scalar = UInt32(lead & 0x1F)
        case 0xE0...0xEF:
            length = 3
            scalar = UInt32(lead & 0x0F)
            if lead == 0xE0 { low = 0xA0 }
            if lead == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            scalar = UInt32(lead & 0x07)
            if lead == 0xF0 { low = 0x90 }
            if lead == 0xF4 { high = 0x8F }
        default:
            let isNUL = lead == 0xC0 && offset &+ 1 < bytes.count && bytes[offset &+ 1] == 0x80
            return isNUL ? TextRead(0, 2) : TextRead(TextRead.bad, 1)
        }
        for index in 1..<length {
            let at = offset &+ index
            guard at < bytes.count, bytes[at] >= low, bytes[at] <= high else {
                return lead == 0xED && index == 1 ? readSurrogates(bytes, at: offset) : TextRead(TextRead.bad, index)
            }
            scalar = scalar &<< 6 | UInt32(bytes[at] & 0x3F)
            low = 0x80
            high = 0xBF
        }
        return TextRead(scalar, length)
    }

    /// Reads two surrogates as the one character they stand for, or one of them as invalid.
    private func readSurrogates(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        guard let high = surrogate(bytes, at: offset) else { return TextRead(TextRead.bad, 1) }
        guard high < 0xDC00, let low = surrogate(bytes, at: offset &+ 3), low >= 0xDC00 else {
            return TextRead(TextRead.bad, 3)
        }
        return TextRead(0x10000 &+ ((high & 0x3FF) &<< 10 | low & 0x3FF), 6)
    }

    private func surrogate(_ bytes: Span<UInt8>, at offset: Int) -> UInt32? {
        guard offset &+ 2 < bytes.count, bytes[offset] == 0xED else { return nil }
        let (second, third) = (bytes[offset &+ 1], bytes[offset &+ 2])
        guard 0xA0...0xBF ~= second, 0x80...0xBF ~= third else { return nil }
        return 0xD000 | UInt32(second & 0x3F) &<< 6 | UInt32(third & 0x3F)
    }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        var at = offset
        while at < limit {
            while limit &- at >= ASCIIStretch.length, ASCIIStretch.isPrinting(bytes, at) { at &+= ASCIIStretch.length }
            let end = min(limit, at &+ ASCIIStretch.length)
            while at < end {
                let byte = bytes[at]
                if byte < 0x80 {
                    guard byte &- 0x20 < 0x5F else { return at }
                    at &+= 1
                } else {
                    let read = readSequence(bytes, at: at, lead: byte)
                    // What a run holds is copied as it stands, so a pair of surrogates is no part of it.
                    guard read.length <= 4, TextScalar.kind(read.scalar) == .plain else { return at }
                    at &+= read.length
                }
            }
        }
        return at
    }
}
