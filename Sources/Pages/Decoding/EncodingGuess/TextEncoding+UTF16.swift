/// UTF-16 that no byte order mark announces.
extension TextEncoding {
    /// How the 16-bit units read in one byte order.
    private struct Score {
        /// Blanks, line ends, ASCII and CJK punctuation: in the wrong byte order they become rare characters.
        var anchors = 0
        /// Controls, private-use and unassigned characters, lone surrogates.
        var misfits = 0
    }

    /// The byte order in which the units are plausible as text, or nil where they are in neither.
    ///
    /// The first 8,192 units are looked at. Latin text is recognised by its NUL bytes, any other script by its blanks
    /// and punctuation together with hardly a unit that no text holds.
    static func unmarkedUTF16(_ bytes: Span<UInt8>) -> Encoding? {
        let count = min(bytes.count / 2, 8192)
        guard count >= 2, !isUTF8WithFewNULs(bytes, below: count * 2) else { return nil }
        let little = score(bytes, UTF16LittleEndianReader(), units: count)
        let big = score(bytes, UTF16BigEndianReader(), units: count)
        func isPlausible(_ score: Score) -> Bool {
            score.misfits <= count / 50 && score.anchors >= max(2, count * 3 / 100)
        }
        switch (isPlausible(little), isPlausible(big)) {
        case (true, false): return .utf16LittleEndian
        case (false, true): return .utf16BigEndian
        case (true, true): return little.anchors >= big.anchors ? .utf16LittleEndian : .utf16BigEndian
        case (false, false): return nil
        }
    }

    /// Whether the bytes are UTF-8 with hardly a NUL.
    ///
    /// Pairs of ASCII bytes read as 16-bit units are mostly ideographs, so UTF-8 has to be ruled out first.
    private static func isUTF8WithFewNULs(_ bytes: Span<UInt8>, below limit: Int) -> Bool {
        var nuls = 0
        var bad = 0
        var at = 0
        while at < limit {
            while limit &- at >= ASCIIStretch.length, ASCIIStretch.isText(bytes, at) { at &+= ASCIIStretch.length }
            let end = min(limit, at &+ ASCIIStretch.length)
            while at < end, bytes[at] &- 1 < 0x7F { at &+= 1 }
            guard at < end else { continue }
            let read = UTF8Reader().read(bytes, at: at)
            if read.scalar == 0 { nuls += 1 }
            if read.scalar == TextRead.bad { bad += 1 }
            at += read.length
        }
        // The end of the sample may cut a sequence in two.
        return bad <= 1 && nuls <= max(2, limit / 20)
    }

    private static func score<Reader: UTF16Reader>(_ bytes: Span<UInt8>, _ reader: Reader, units: Int) -> Score {
        var score = Score()
        var at = 0
        while at < units * 2 {
            let read = reader.read(bytes, at: at)
            switch read.scalar {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x3001...0x3003, 0x3008...0x3011, 0xFF01, 0xFF0C, 0xFF1A, 0xFF1F:
                score.anchors += 1
            case 0xA0...0x052F, 0x0531...0x058A, 0x0591...0x06FF, 0x0900...0x0FFF, 0x10A0...0x10FF, 0x1100...0x11FF,
                0x1780...0x17FF, 0x1E00...0x1FFF, 0x200B...0x2064, 0x20A0...0x20BF, 0x2100...0x214F, 0x2190...0x21FF,
                0x2500...0x26FF, 0x3000...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFB00...0xFB06,
                0xFB1D...0xFDFF, 0xFE00...0xFEFF, 0xFF01...0xFFEF, 0x1_F000...0x1_FAFF, 0x2_0000...0x3_FFFF:
                break
            default:
                score.misfits += 1
            }
            at += read.length
        }
        return score
    }
}
