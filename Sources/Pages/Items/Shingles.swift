/// The shingles of one text: what two texts are compared by.
///
/// A shingle is three folded words in a row, or three characters in scripts written without spaces. Each is kept as a
/// hash that is spread evenly, so that the smallest hashes of a text are a fair sample of it (Broder, "On the resemblance
/// and containment of documents", 1997).
package struct Shingles: Sendable {
    /// The most shingles kept of one text; of a longer text those with the smallest hashes are kept.
    package static let most = 20_000

    /// The distinct hashes in ascending order.
    package let hashes: [UInt64]
    /// Whether the text has more shingles than were kept.
    let isCut: Bool

    /// The shingles of a folded text, at most `most`.
    package init(folded: [UInt8], most: Int = Shingles.most) {
        var kept: [UInt64] = []
        var ceiling = UInt64.max
        var first: UInt64?
        var second: UInt64?
        var isCut = false
        let folded = folded.span
        var words = SimilarityWords()
        while let third = words.next(of: folded) {
            defer { (first, second) = (second, third) }
            guard let first, let second else { continue }
            let hash = Shingles.mixed(Shingles.mixed(first &* 3 &+ second) &* 3 &+ third)
            guard hash <= ceiling else { continue }
            kept.append(hash)
            // Cutting the list at twice its bound keeps memory bounded; from then on few hashes are small enough to be
            // kept.
            guard kept.count >= most * 2 else { continue }
            kept = Shingles.smallest(kept, most, &isCut)
            if kept.count == most, let last = kept.last { ceiling = last }
        }
        hashes = Shingles.smallest(kept, most, &isCut)
        self.isCut = isCut
    }

    private static func smallest(_ hashes: [UInt64], _ most: Int, _ isCut: inout Bool) -> [UInt64] {
        var distinct: [UInt64] = []
        for hash in hashes.sorted() where hash != distinct.last {
            guard distinct.count < most else {
                isCut = true
                break
            }
            distinct.append(hash)
        }
        return distinct
    }

    /// Spreads a word's bits evenly (the finaliser of SplitMix64), so that the smallest hashes are a fair sample.
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value &>> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value &>> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value &>> 31
    }
}

/// The words of a folded text, each as a hash; an ideograph, a kana or a Thai letter is a word of its own.
struct SimilarityWords {
    private var at = 0

    /// The next word of the text, which is the same at each call.
    mutating func next(of folded: Span<UInt8>) -> UInt64? {
        while at < folded.count, folded[at] == UInt8(ascii: " ") { at &+= 1 }
        guard at < folded.count else { return nil }
        // FNV-1a, which never changes: Swift's Hasher has another random seed in every process, so results would
        // differ.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let start = at
        while at < folded.count {
            let byte = folded[at]
            if byte < 0x80 {
                guard byte != UInt8(ascii: " ") else { break }
                hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3
                at &+= 1
                continue
            }
            let read = UTF8Reader().read(folded, at: at)
            let isAlone = SimilarityWords.isUnspaced(read.scalar)
            if isAlone, at > start { break }
            for offset in at..<at &+ read.length {
                hash = (hash ^ UInt64(folded[offset])) &* 0x0100_0000_01B3
            }
            at &+= read.length
            if isAlone { break }
        }
        return Shingles.mixed(hash)
    }

    /// Scripts written without spaces between words.
    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        // Latin, Greek, Cyrillic and others, which most texts are of.
        guard scalar >= 0x0E00 else { return false }
        return switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x2_0000...0x3_FFFF:
            true
        default:
            false
        }
    }
}
