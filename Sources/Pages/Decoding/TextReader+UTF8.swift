/// Reads UTF-8 as table 3-7 of the Unicode standard allows it: no overlong forms, no surrogates, none above U+10FFFF.
///
/// An invalid sequence ends where it could no longer become a valid one ("maximal subpart"); it has at least one byte.
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
            return TextRead(TextRead.bad, 1)
        }
        for index in 1..<length {
            let at = offset &+ index
            guard at < bytes.count, bytes[at] >= low, bytes[at] <= high else { return TextRead(TextRead.bad, index) }
            scalar = scalar &<< 6 | UInt32(bytes[at] & 0x3F)
            low = 0x80
            high = 0xBF
        }
        return TextRead(scalar, length)
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
                    guard TextScalar.kind(read.scalar) == .plain else { return at }
                    at &+= read.length
                }
            }
        }
        return at
    }
}
