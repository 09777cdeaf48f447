/// Lower case, letters and capitals for short lines, by a few ranges instead of the standard library's tables.
enum LineCase {
    /// A line in lower case, where each character keeps its length in bytes, so that offsets hold in both.
    static func lowered(_ text: [UInt8]) -> [UInt8] {
        var lowered = text
        var span = lowered.mutableSpan
        // Without an exit the loop is vectorised.
        var signs: UInt8 = 0
        for index in span.indices {
            let byte = span[index]
            signs |= byte
            span[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
        guard signs >= 0x80 else { return lowered }
        var offset = 0
        while offset < span.count {
            guard span[offset] >= 0x80 else {
                offset &+= 1
                continue
            }
            let start = offset
            let scalar = BlockText.scalar(in: span.span, at: &offset)
            let lower = lower(scalar)
            // The capitals that `lower` knows and their small letters take two bytes in UTF-8.
            guard lower != scalar, offset - start == 2 else { continue }
            span[start] = 0xC0 | UInt8(truncatingIfNeeded: lower >> 6)
            span[start + 1] = 0x80 | UInt8(truncatingIfNeeded: lower & 0x3F)
        }
        return lowered
    }

    /// The small letter of a Latin, Greek, Cyrillic or Armenian capital that is written in two bytes.
    static func lower(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: scalar + 0x20
        case 0x130: scalar
        case 0x100...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
        case 0x178: 0xFF
        case 0x386: 0x3AC
        case 0x388...0x38A: scalar + 0x25
        case 0x38C: 0x3CC
        case 0x38E, 0x38F: scalar + 0x3F
        case 0x400...0x40F: scalar + 0x50
        case 0x531...0x556: scalar + 0x30
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x218...0x21F: scalar | 1
        case 0x1A0: 0x1A1
        case 0x1AF: 0x1B0
        default: scalar
        }
    }

    /// Whether a scalar is a letter; the ranges that are most frequent on pages are tried first.
    @inline(__always)
    static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0xAA: false
        case 0xC0...0x24F: scalar != 0xD7 && scalar != 0xF7
        case 0x386, 0x388...0x3FF, 0x400...0x481, 0x48A...0x52F, 0x1E00...0x1EFF: true
        case 0x620...0x64A, 0x671...0x6D3, 0x5D0...0x5EA: true
        case 0x2000...0x206F: false
        default: BlockText.isLetter(scalar)
        }
    }

    /// Whether a letter is a capital.
    @inline(__always)
    static func isCapital(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
        if scalar < 0x530 { return scalar == 0x130 || lower(scalar) != scalar }
        // Vietnamese letters: capitals have even numbers and small letters odd ones.
        if scalar >= 0x1E00, scalar <= 0x1EFF { return scalar & 1 == 0 && !(0x1E96...0x1E9F).contains(scalar) }
        return false
    }
}
