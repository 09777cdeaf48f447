/// Joins a letter and the mark that follows it where Unicode holds the two to be one.
///
/// The same page saved on two systems may differ in nothing but this (normal forms C and D), so house form has the
/// joined one. Marks that have no joined form with their letter stay as they stand.
struct TextComposition {
    /// Answers given before, by letter and mark: asking the standard library takes some fifty times as long.
    private var known: [UInt64: UInt32] = [:]
    private static let maximalKnown = 4096

    /// The one scalar that is canonically equal to the two, or 0.
    mutating func composed(_ base: UInt32, _ mark: UInt32) -> UInt32 {
        if 0x1161..<0x1200 ~= mark { return TextComposition.hangul(base, mark) ?? 0 }
        let key = UInt64(base) &<< 32 | UInt64(mark)
        if let answer = known[key] { return answer }
        let answer = TextComposition.looked(up: base, mark) ?? 0
        if known.count < TextComposition.maximalKnown { known[key] = answer }
        return answer
    }

    private static func looked(up base: UInt32, _ mark: UInt32) -> UInt32? {
        guard let first = Unicode.Scalar(base), let second = Unicode.Scalar(mark) else { return nil }
        var pair = String.UnicodeScalarView()
        pair.append(first)
        pair.append(second)
        return joined[String(pair)]
    }

    /// Section 3.12 of the Unicode standard: syllables are computed, not listed.
    private static func hangul(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        if 0x1161...0x1175 ~= mark, 0x1100...0x1112 ~= base {
            return 0xAC00 + ((base - 0x1100) * 21 + mark - 0x1161) * 28
        }
        guard 0x11A8...0x11C2 ~= mark, 0xAC00...0xD7A3 ~= base, (base - 0xAC00) % 28 == 0 else { return nil }
        return base + mark - 0x11A7
    }

    /// Scalars by their text.
    ///
    /// The standard library compares and hashes strings by canonical equality, so looking a letter and its mark up
    /// finds the joined scalar: its own Unicode tables do the work, and we need none. Filled at the first mark.
    private static let joined: [String: UInt32] = {
        var scalars: [String: UInt32] = [:]
        let blocks: [ClosedRange<UInt32>] = [
            0x00C0...0x024F, 0x0386...0x03D4, 0x0400...0x04FF, 0x1E00...0x1FFC, 0x3040...0x30FF,
        ]
        for value in blocks.joined() {
            // Where two scalars are equal (U+03AC and U+1F71) the lower one is normal form C.
            guard let scalar = Unicode.Scalar(value), scalars[String(scalar)] == nil else { continue }
            scalars[String(scalar)] = value
        }
        return scalars
    }()
}
