/// UTF-16 in one byte order; a lone surrogate or a lone last byte means nothing.
///
/// Written once over the two byte orders.
protocol UTF16Reader: TextReader {
    static func unit(_ first: UInt8, _ second: UInt8) -> UInt32
}

extension UTF16Reader {
    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        guard offset &+ 1 < bytes.count else { return TextRead(TextRead.bad, 1) }
        let unit = Self.unit(bytes[offset], bytes[offset &+ 1])
        guard 0xD800...0xDFFF ~= unit else { return TextRead(unit, 2) }
        guard unit < 0xDC00, offset &+ 3 < bytes.count else { return TextRead(TextRead.bad, 2) }
        let next = Self.unit(bytes[offset &+ 2], bytes[offset &+ 3])
        guard 0xDC00...0xDFFF ~= next else { return TextRead(TextRead.bad, 2) }
        return TextRead(0x10000 &+ ((unit & 0x3FF) &<< 10 | next & 0x3FF), 4)
    }
}

/// UTF-16, low byte first.
struct UTF16LittleEndianReader: UTF16Reader {
    @inline(__always)
    static func unit(_ first: UInt8, _ second: UInt8) -> UInt32 { UInt32(second) &<< 8 | UInt32(first) }
}

/// UTF-16, high byte first.
struct UTF16BigEndianReader: UTF16Reader {
    @inline(__always)
    static func unit(_ first: UInt8, _ second: UInt8) -> UInt32 { UInt32(first) &<< 8 | UInt32(second) }
}
