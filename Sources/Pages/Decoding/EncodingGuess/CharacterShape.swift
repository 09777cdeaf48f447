/// Tells which bytes make one character in the encodings of several bytes per character.
///
/// Only the valid ranges of bytes are known here, not which character they are. The ranges are the standards' own (KS X
/// 1001 with Microsoft's extension, JIS X 0208, GB 18030, Big5 with ETEN's lead bytes).
enum CharacterShape {
    /// How many bytes the character at an offset takes, its first byte being 0x80 or above; 0 where they make none.
    @inline(__always)
    static func length(_ encoding: Encoding, _ bytes: Span<UInt8>, at offset: Int) -> Int {
        let lead = bytes[offset]
        // Half-width katakana take one byte, so they need no second one.
        if encoding == .shiftJIS, 0xA1...0xDF ~= lead { return 1 }
        guard offset &+ 1 < bytes.count else { return 0 }
        let trail = bytes[offset &+ 1]
        switch encoding {
        case .eucKorean:
            let isTrail = 0x41...0x5A ~= trail || 0x61...0x7A ~= trail || 0x81...0xFE ~= trail
            return 0x81...0xFE ~= lead && isTrail ? 2 : 0
        case .shiftJIS:
            let isLead = 0x81...0x9F ~= lead || 0xE0...0xFC ~= lead
            return isLead && 0x40...0xFC ~= trail && trail != 0x7F ? 2 : 0
        case .eucJapanese:
            if lead == 0x8E { return 0xA1...0xDF ~= trail ? 2 : 0 }
            guard 0xA1...0xFE ~= trail else { return 0 }
            if lead == 0x8F { return offset &+ 2 < bytes.count && 0xA1...0xFE ~= bytes[offset &+ 2] ? 3 : 0 }
            return 0xA1...0xFE ~= lead ? 2 : 0
        case .gb18030:
            guard 0x81...0xFE ~= lead else { return 0 }
            if 0x40...0xFE ~= trail { return trail == 0x7F ? 0 : 2 }
            guard 0x30...0x39 ~= trail, offset &+ 3 < bytes.count else { return 0 }
            return 0x81...0xFE ~= bytes[offset &+ 2] && 0x30...0x39 ~= bytes[offset &+ 3] ? 4 : 0
        case .big5:
            return 0x81...0xFE ~= lead && (0x40...0x7E ~= trail || 0xA1...0xFE ~= trail) ? 2 : 0
        default:
            return 0
        }
    }
}
