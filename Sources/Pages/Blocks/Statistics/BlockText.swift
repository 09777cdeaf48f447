/// Reads the scalars of UTF-8 text, and tells what the rules need to know of each.
///
/// Normalised text is valid UTF-8, so a lead byte tells how many bytes follow; bounds are checked all the same.
enum BlockText {
    /// Reads the scalar at an offset and moves the offset past it.
    @inline(__always)
    static func scalar(in bytes: [UInt8], at offset: inout Int) -> UInt32 {
        scalar(in: bytes.span, at: &offset)
    }

    @inline(__always)
    static func scalar(in bytes: Span<UInt8>, at offset: inout Int) -> UInt32 {
        let lead = bytes[offset]
        offset += 1
        if lead < 0x80 { return UInt32(lead) }
        let more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        var scalar = UInt32(lead) & (0x3F >> UInt32(more))
        for _ in 0..<more where offset < bytes.count && bytes[offset] & 0xC0 == 0x80 {
            scalar = scalar << 6 | UInt32(bytes[offset] & 0x3F)
            offset += 1
        }
        return scalar
    }

    @inline(__always)
    static func isSpace(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || (0x09...0x0D).contains(scalar) || scalar == 0xA0 || scalar == 0x3000
    }

    /// Whether a scalar is a digit of any script.
    @inline(__always)
    static func isDigit(_ scalar: UInt32) -> Bool { DecimalDigit.value(scalar) != nil }

    /// Whether a scalar is a letter: has the Unicode property Alphabetic.
    ///
    /// The ranges listed here cover nearly all text. Looking up each of its letters in Unicode's tables would take
    /// longer than all the rest of reading.
    @inline(__always)
    static func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
        switch scalar {
        case 0xC0...0x24F: return scalar != 0xD7 && scalar != 0xF7
        case 0x2010...0x206F, 0x2190...0x24B5, 0x24EA...0x2BFF, 0x3000...0x3004, 0xFF00...0xFF20: return false
        case 0x400...0x481, 0x48A...0x52F, 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA:
            return true
        case 0x38E...0x3A1, 0x3A3...0x3F5, 0x5D0...0x5EA, 0x620...0x657, 0x671...0x6D3, 0x1E00...0x1EFF: return true
        default: return isLetterByTable(scalar)
        }
    }

    @inline(never)
    private static func isLetterByTable(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }

    /// Whether a scalar is of a script written without spaces between words, such as Han, kana and Thai.
    @inline(__always)
    static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Whether a scalar is punctuation that ends a sentence, in any script.
    ///
    /// The ellipsis is not, since cut headlines end in one.
    @inline(__always)
    static func isFullStop(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E, 0x21, 0x3F: true
        case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: true
        case 0x0964, 0x061F, 0x06D4, 0x203C, 0x203D, 0x2047...0x2049: true
        default: false
        }
    }

    /// Whether a scalar is a quotation mark or bracket that may stand after a full stop.
    @inline(__always)
    static func isClosing(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x201C, 0x203A: true
        case 0x300D, 0x300F, 0x3009, 0x300B, 0xFF09: true
        default: false
        }
    }

    /// Text in lower case.
    static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        var lowered = bytes
        var signs: UInt8 = 0
        var span = lowered.mutableSpan
        for index in span.indices {
            let byte = span[index]
            signs |= byte
            span[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
        return signs < 0x80 ? lowered : loweredBeyondASCII(lowered)
    }

    /// Text in lower case, where it is not all ASCII.
    private static func loweredBeyondASCII(_ bytes: [UInt8]) -> [UInt8] {
        var lowered: [UInt8] = []
        lowered.reserveCapacity(bytes.count)
        var offset = 0
        // All before this offset is copied; only a letter that changes interrupts the copying.
        var copied = 0
        while offset < bytes.count {
            guard bytes[offset] >= 0x80 else {
                offset += 1
                continue
            }
            let start = offset
            let scalar = scalar(in: bytes, at: &offset)
            let small = lower(scalar)
            guard small != scalar else { continue }
            lowered.append(contentsOf: bytes[copied..<start])
            append(small, to: &lowered)
            copied = offset
        }
        if copied == 0 { return bytes }
        lowered.append(contentsOf: bytes[copied...])
        return lowered
    }

    /// Appends a scalar's UTF-8.
    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar &>> shift & 0x3F | 0x80) }
        switch scalar {
        case 0..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: scalar))
            return
        case 0x80..<0x800:
            bytes.append(UInt8(truncatingIfNeeded: scalar &>> 6 | 0xC0))
        case 0x800..<0x1_0000:
            bytes.append(UInt8(truncatingIfNeeded: scalar &>> 12 | 0xE0))
            bytes.append(tail(6))
        default:
            bytes.append(UInt8(truncatingIfNeeded: scalar &>> 18 | 0xF0))
            bytes.append(tail(12))
            bytes.append(tail(6))
        }
        bytes.append(tail(0))
    }

    /// Letters and digits only, in lower case: what stays the same where quotes, dashes and spaces were changed.
    static func letters(of bytes: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        var offset = 0
        while offset < bytes.count {
            appendLetter(scalar(in: bytes, at: &offset), to: &folded)
        }
        return folded
    }

    /// Whether a text's letters and digits end with those of another text.
    static func ends(_ text: Span<UInt8>, withLettersOf other: Span<UInt8>) -> Bool {
        var end = text.count
        var place = other.count
        while let wanted = lastLetter(of: other, before: &place) {
            guard lastLetter(of: text, before: &end) == wanted else { return false }
        }
        return true
    }

    /// The last letter or digit before an offset in lower case, and moves the offset there; nil where there is none.
    private static func lastLetter(of bytes: Span<UInt8>, before end: inout Int) -> UInt32? {
        while end > 0 {
            end -= 1
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            var offset = end
            let scalar = scalar(in: bytes, at: &offset)
            if isLetter(scalar) || isDigit(scalar) { return lower(scalar) }
        }
        return nil
    }

    /// Whether a text's letters and digits begin with those of another text.
    static func begins(_ text: Span<UInt8>, withLettersOf other: Span<UInt8>) -> Bool {
        var at = 0
        var place = 0
        while let wanted = nextLetter(in: other, at: &place) {
            guard nextLetter(in: text, at: &at) == wanted else { return false }
        }
        return true
    }

    /// The next letter or digit in lower case; nil after the last.
    private static func nextLetter(in bytes: Span<UInt8>, at offset: inout Int) -> UInt32? {
        while offset < bytes.count {
            let scalar = scalar(in: bytes, at: &offset)
            if isLetter(scalar) || isDigit(scalar) { return lower(scalar) }
        }
        return nil
    }

    /// Appends one scalar in lower case where it is a letter or a digit.
    static func appendLetter(_ scalar: UInt32, to folded: inout [UInt8]) {
        if isLetter(scalar) || isDigit(scalar) { append(lower(scalar), to: &folded) }
    }
}

extension BlockText {
    static func isDigitByte(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
