/// Weighs the well-formed sequences of a text that is not valid UTF-8 against the bad ones.
///
/// A page whose text is damaged has many well-formed sequences, all of one script, and a few bad ones. In a page in an
/// older encoding well-formed sequences come about by chance: one in twenty of the high bytes at most where a byte is a
/// letter, one in five where a character has two bytes, and then in letters of every script. (Measured over 3,500 pages
/// in seven scripts and fifteen encodings.)
struct UTF8Weight {
    /// The scripts that are told apart; letters by chance are spread over most of them.
    private enum Script: Int, CaseIterable {
        case latin, greek, cyrillic, hebrew, arabic, african, indic, eastAsian, other
    }

    /// Below so many well-formed sequences chance is not ruled out by their share alone.
    private static let fewest = 6

    private var letters = [Int](repeating: 0, count: Script.allCases.count)
    /// Punctuation and signs, which every script has: those that chance does not make, and the others.
    private var signs = (sure: 0, other: 0)
    private var asciiLetters = 0
    /// Sequences that the older encodings of the page would explain, and those that nothing explains.
    private var bad = 0
    /// No-break spaces of the older encodings between plain letters: four say no more than one letter does.
    private var spaces = 0
    /// Lines with well-formed sequences only, and with bad ones only.
    private var lines = (good: 0, bad: 0)

    init(_ bytes: Span<UInt8>) {
        var at = 0
        var line = (good: false, bad: false)
        while at < bytes.count {
            let byte = bytes[at]
            if byte >= 0x80 {
                let read = UTF8Reader().read(bytes, at: at)
                if read.scalar != TextRead.bad {
                    add(read.scalar)
                    line.good = true
                } else if UTF8Weight.isSpace(bytes, at: at) {
                    spaces += 1
                } else if !UTF8Weight.isTorn(bytes, at: at, length: read.length) {
                    bad += 1
                    line.bad = true
                }
                at += read.length
                continue
            }
            if 0x61...0x7A ~= byte | 0x20 { asciiLetters += 1 }
            if byte == 0x0A || byte == 0x0D { end(&line) }
            at += 1
        }
        end(&line)
        bad += (spaces + 3) / 4
    }

    /// Whether the text is UTF-8 that was damaged.
    var isUTF8: Bool {
        guard bad > 0 else { return true }
        // One paragraph in another encoding may hold more bad bytes than the rest holds good sequences.
        if lines.good >= 2, lines.good > lines.bad { return true }
        // Among plain letters chance makes one in twenty, so one in five is proof there: each is a letter of Latin or a
        // sign, since "ß“" and "é »" of a western page are sequences of far-off scripts.
        if asciiLetters >= bad * 4 {
            let latin = letters[Script.latin.rawValue]
            let isFew = signs.sure + signs.other + latin < 3
            if weight(latin) >= (isFew ? bad : (bad + 3) / 4) { return true }
        }
        // Text in two scripts counts as the one of them; the other is in favour of neither.
        let good = weight(letters.max() ?? 0)
        return good >= UTF8Weight.fewest && good * 2 >= bad
    }

    /// Weighs letters and signs together.
    ///
    /// Quotation marks, dashes, the ellipsis and the euro sign are "â€" and one more in a western page, and nobody
    /// writes that; four bytes in a row are as rare. So they weigh more than a letter does.
    private func weight(_ letters: Int) -> Int { letters + signs.other + signs.sure * 3 }

    /// Whether the text is in Latin letters.
    var isLatin: Bool {
        let latin = letters[Script.latin.rawValue]
        return (letters.reduce(0, +) - latin) * 10 <= asciiLetters + latin
    }

    private mutating func end(_ line: inout (good: Bool, bad: Bool)) {
        if line.good != line.bad {
            if line.good { lines.good += 1 } else { lines.bad += 1 }
        }
        line = (false, false)
    }

    private mutating func add(_ scalar: UInt32) {
        switch scalar {
        case 0x2010...0x203A, 0x20AC, 0x1_F000...0x1_FFFF: signs.sure += 1
        case 0xA0..<0xC0, 0x2000..<0x2E80, 0x3000..<0x3040, 0xFE00..<0xFE10: signs.other += 1
        case 0..<0x80, 0xFEFF, 0xFFFD: break
        default: letters[UTF8Weight.script(scalar).rawValue] += 1
        }
    }

    private static func script(_ scalar: UInt32) -> Script {
        switch scalar {
        case ..<0x250, 0x1E00..<0x1F00: .latin
        case 0x370..<0x400, 0x1F00..<0x2000: .greek
        case 0x400..<0x530: .cyrillic
        case 0x590..<0x600: .hebrew
        case 0x600..<0x700, 0x750..<0x780, 0xFB50..<0xFE00, 0xFE70..<0xFEFF: .arabic
        case 0x700..<0x900: .african
        case 0x900..<0x1E00: .indic
        case 0x2E80..<0xE000, 0xFF00..<0xFFF0, 0x20000...: .eastAsian
        default: .other
        }
    }

    private static func isSpace(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
        bytes[offset] == 0xA0 && offset > 0 && bytes[offset - 1] < 0x80
            && (offset + 1 == bytes.count || bytes[offset + 1] < 0x80)
    }

    /// Whether an invalid sequence can hardly be characters of an older encoding.
    ///
    /// Such are a surrogate without its partner, two bytes and more of a character that was cut off, and the first byte
    /// of a no-break space before a blank.
    private static func isTorn(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> Bool {
        let end = offset + length
        if length == 3 { return true }
        let isCut = end == bytes.count || bytes[end] < 0x20
        return length == 2 && isCut || bytes[offset] == 0xC2 && (isCut || bytes[end] == 0x20)
    }
}
