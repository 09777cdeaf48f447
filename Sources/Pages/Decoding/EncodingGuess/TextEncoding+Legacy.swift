/// Code pages and the older encodings of East Asia.
extension TextEncoding {
    /// How many bytes of a text are looked at, from its first high byte on.
    private static let sampleSize = 1 << 16
    /// By how much another code page must score better than the western ones: as much as two letters make.
    private static let margin = 6.0
    /// The least average score of a high byte in a code page that is not western.
    ///
    /// Text has -3.2 where the whole alphabet is in the upper half.
    private static let least = -3.5

    /// Finds the encoding of text that is not in Unicode.
    ///
    /// Where the encoding has several bytes per character, the table of the text's characters comes with it.
    ///
    /// - Throws: `Refusal` where the bytes are no text, or fit no encoding well.
    static func legacy(
        _ bytes: [UInt8],
        _ converter: TextDecoder.Converter?
    ) throws(Refusal) -> (encoding: Encoding, table: CharacterTable?) {
        let sample = sample(bytes.span)
        let western = western(bytes.span)
        let isText = isText(bytes.span)
        if isText, let converter, let encoding = multiByte(bytes, sample, converter) {
            if let table = CharacterTable(encoding, of: bytes, in: 0..<bytes.count, asking: converter) {
                return (encoding, table)
            }
        }
        guard isText, let other = codePage(bytes, sample) else { return (try western.get(), nil) }
        // ISO-8859-15 is a western page too, so text that fits no western page does not fit it either.
        if other == .latin9 { _ = try western.get() }
        return (other, nil)
    }

    private static func sample(_ bytes: Span<UInt8>) -> Range<Int> {
        var start = 0
        while start < bytes.count, bytes[start] < 0x80 { start += 1 }
        return start..<min(bytes.count, start + sampleSize)
    }

    // MARK: Several bytes a character

    private static func multiByte(
        _ bytes: [UInt8],
        _ sample: Range<Int>,
        _ converter: TextDecoder.Converter
    ) -> Encoding? {
        var best: (encoding: Encoding, measure: Double)?
        for encoding in Encoding.multiByte where hasShape(encoding, bytes.span, sample) {
            guard let table = CharacterTable(encoding, of: bytes, in: sample, asking: converter) else { continue }
            let counts = scalars(MultiByteReader(table: table), bytes.span, sample)
            let measure = CommonCharacters.measure(encoding, counts)
            // A few characters may all be common ones by chance, so more is asked of them.
            let wanted = counts.values.reduce(0, +) < 24 ? 1.5 : 1
            if measure >= wanted, measure > best?.measure ?? 0 { best = (encoding, measure) }
        }
        return best?.encoding
    }

    /// Whether nearly all high bytes form characters of the encoding.
    ///
    /// A torn sequence spoils one character, the wrong encoding most of them. An accented letter of a Latin word and the
    /// ASCII letter after it may form a character too. Two things reveal that: an ASCII letter stands before it, and its
    /// second byte is ASCII, which in Chinese and Korean only rare characters have.
    private static func hasShape(_ encoding: Encoding, _ bytes: Span<UInt8>, _ sample: Range<Int>) -> Bool {
        var good = 0
        var bad = 0
        var within = 0
        var plain = 0
        var at = sample.lowerBound
        var follows = false
        while at < sample.upperBound {
            let byte = bytes[at]
            guard byte >= 0x80 else {
                follows = 0x61...0x7A ~= byte | 0x20
                at += 1
                continue
            }
            let length = CharacterShape.length(encoding, bytes, at: at)
            if length > 0 { good += 1 } else { bad += 1 }
            if follows { within += 1 }
            if length == 2, bytes[at + 1] < 0x80 { plain += 1 }
            follows = false
            at += max(1, length)
        }
        if encoding == .gb18030 || encoding == .eucKorean, plain > good / 3 { return false }
        return good >= 6 && bad <= 1 + good / 50 && within <= good / 4
    }

    private static func scalars(
        _ reader: MultiByteReader,
        _ bytes: Span<UInt8>,
        _ sample: Range<Int>
    ) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        var at = sample.lowerBound
        while at < sample.upperBound {
            let read = reader.read(bytes, at: at)
            if read.scalar >= 0x80 { counts[read.scalar, default: 0] += 1 }
            at += read.length
        }
        return counts
    }

    // MARK: One byte a character

    /// The code page that reads the bytes clearly better than the western ones do.
    private static func codePage(_ bytes: [UInt8], _ sample: Range<Int>) -> Encoding? {
        var counts = [Double](repeating: 0, count: 0x80)
        for index in sample where bytes[index] >= 0x80 { counts[Int(bytes[index]) - 0x80] += 1 }
        let high = counts.reduce(0, +)
        guard high > 0 else { return nil }
        let part = bytes.span.extracting(sample)
        var western = -Double.infinity
        var euro = -Double.infinity
        var other: (encoding: Encoding, score: Double)?
        for encoding in candidates {
            guard let score = CodePageScore.all[encoding]?.best(part, counts) else { continue }
            switch encoding {
            case .windows1252, .latin1: western = max(western, score)
            case .latin9: euro = score
            default: if score > other?.score ?? -Double.infinity { other = (encoding, score) }
            }
        }
        let isWestern = max(western, euro) + margin > other?.score ?? -Double.infinity
        // One euro sign in place of the currency sign, or one accented letter in place of a fraction, is worth as much.
        if isWestern { return euro > western + 2.5 ? .latin9 : nil }
        guard let other, other.score / high >= least else { return nil }
        return other.encoding
    }

    /// The code pages that are tried, in order of preference where scores are equal.
    ///
    /// An ISO page that scores as well as a windows page tells that no character of the windows page alone is used.
    private static let candidates: [Encoding] = [
        .windows1252, .latin1, .latin9, .latin2, .windows1250, .latin5, .windows1254, .windows1257, .windows1251,
        .koi8Russian, .koi8Ukrainian, .cyrillic, .greek, .windows1253, .windows1255, .windows1256,
    ]
}
