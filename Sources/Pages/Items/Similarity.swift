/// How much of one text stands in another.
package enum Similarity {
    /// The most shingles kept of one text; of a longer text those with the smallest hashes are kept.
    static let maximalShingleCount = 20_000

    /// The share, 0 to 1, of the shorter text's shingles that the longer one has too.
    ///
    /// A shingle is three folded words in a row, or three characters in scripts written without spaces. The measure is
    /// containment rather than resemblance: a story that stands whole inside a longer one gives 1. Two texts without a
    /// shingle give 0, unless they have the same words.
    package static func overlap(_ a: String, _ b: String) -> Double {
        let one = Folding.folded(a)
        let other = Folding.folded(b)
        guard !one.isEmpty, !other.isEmpty else { return 0 }
        if one == other { return 1 }
        let isOrdered = one.count <= other.count
        let shorter = shingles(isOrdered ? one : other)
        let longer = shingles(isOrdered ? other : one)
        guard let largest = shorter.last, let bound = longer.last else { return 0 }
        // A cut list has all shingles up to its largest hash, and nothing is known of those above it. So both lists are
        // compared up to the smaller of the two largest hashes. Hashes are spread evenly, so this part stands for the
        // whole.
        let isCut = longer.count == maximalShingleCount || shorter.count == maximalShingleCount
        let limit = isCut ? min(largest, bound) : UInt64.max
        var common = 0
        var total = 0
        var at = 0
        for hash in shorter where hash <= limit {
            total += 1
            while at < longer.count, longer[at] < hash { at += 1 }
            if at < longer.count, longer[at] == hash { common += 1 }
        }
        return total > 0 ? Double(common) / Double(total) : 0
    }

    /// The distinct shingles' hashes in ascending order.
    private static func shingles(_ folded: [UInt8]) -> [UInt64] {
        var kept: [UInt64] = []
        var ceiling = UInt64.max
        var first: UInt64?
        var second: UInt64?
        for third in SimilarityWords(folded) {
            defer { (first, second) = (second, third) }
            guard let first, let second else { continue }
            let hash = mixed(mixed(first &* 3 &+ second) &* 3 &+ third)
            guard hash <= ceiling else { continue }
            kept.append(hash)
            // Cutting the list at twice its bound keeps memory bounded; from then on few hashes are small enough to be
            // kept.
            guard kept.count >= maximalShingleCount * 2 else { continue }
            kept = smallest(kept)
            if kept.count == maximalShingleCount, let last = kept.last { ceiling = last }
        }
        return smallest(kept)
    }

    private static func smallest(_ hashes: [UInt64]) -> [UInt64] {
        var distinct: [UInt64] = []
        for hash in hashes.sorted() where hash != distinct.last {
            distinct.append(hash)
            if distinct.count == maximalShingleCount { break }
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
struct SimilarityWords: Sequence, IteratorProtocol {
    private let folded: [UInt8]
    private var at = 0

    init(_ folded: [UInt8]) {
        self.folded = folded
    }

    mutating func next() -> UInt64? {
        while at < folded.count, folded[at] == UInt8(ascii: " ") { at += 1 }
        guard at < folded.count else { return nil }
        // FNV-1a, which never changes: Swift's Hasher has another random seed in every process, so results would
        // differ.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let start = at
        while at < folded.count, folded[at] != UInt8(ascii: " ") {
            let read = UTF8Reader().read(folded.span, at: at)
            let isAlone = SimilarityWords.isUnspaced(read.scalar)
            if isAlone, at > start { break }
            for offset in at..<at + read.length {
                hash = (hash ^ UInt64(folded[offset])) &* 0x0100_0000_01B3
            }
            at += read.length
            if isAlone { break }
        }
        return Similarity.mixed(hash)
    }

    /// Scripts written without spaces between words.
    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x2_0000...0x3_FFFF:
            true
        default:
            false
        }
    }
}
