/// Composes a letter and the combining mark after it where Unicode has one scalar for the two.
///
/// The same page saved on two systems may differ in nothing but this (normal forms C and D), so normalised text has the
/// composed one. A mark that has no composed form with its letter stays as it is.
struct TextComposition {
    /// Earlier answers, by letter and mark: asking the standard library takes some fifty times as long.
    private var known: [UInt64: UInt32] = [:]
    private static let maximalKnown = 4096

    /// The one scalar that is canonically equivalent to the two, or 0.
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

    /// The Hangul syllable of two parts: by section 3.12 of the Unicode standard these are computed, not listed.
    private static func hangul(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        if 0x1161...0x1175 ~= mark, 0x1100...0x1112 ~= base {
            return 0xAC00 + ((base - 0x1100) * 21 + mark - 0x1161) * 28
        }
        guard 0x11A8...0x11C2 ~= mark, 0xAC00...0xD7A3 ~= base, (base - 0xAC00) % 28 == 0 else { return nil }
        return base + mark - 0x11A7
    }

    /// Composed scalars by their text.
    ///
    /// The standard library compares and hashes strings by canonical equivalence, so looking up a letter and its mark
    /// finds the composed scalar: the library's own Unicode tables do the work, and we need none. The dictionary is
    /// filled at the first mark.
    private static let joined: [String: UInt32] = {
        var scalars: [String: UInt32] = [:]
        let blocks: [ClosedRange<UInt32>] = [
            0x00C0...0x024F, 0x0386...0x03D4, 0x0400...0x04FF, 0x1E00...0x1FFC, 0x3040...0x30FF,
        ]
        for value in blocks.joined() {
            // Where two scalars are equivalent (U+03AC and U+1F71), the lower one is normal form C.
            guard let scalar = Unicode.Scalar(value), scalars[String(scalar)] == nil else { continue }
            scalars[String(scalar)] = value
        }
        return scalars
    }()
}
