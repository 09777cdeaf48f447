/// A small sample of a paragraph's words, to estimate how alike two paragraphs are.
///
/// Andrei Broder, “On the resemblance and containment of documents”, 1997: the words with the smallest hashes are a fair
/// sample, and the same for equal sets of words. Of a paragraph with fewer words than a sketch has room for, the estimate
/// is exact.
struct ParagraphSketch {
    /// How many words at most; the estimate from 64 is off by a twentieth or so.
    private static let size = 64
    /// A longer paragraph, in bytes, has an empty sketch and so is like none: its words would take too much memory.
    private static let maximalLength = 2 << 20

    /// Hashes, ascending, each once.
    let words: [UInt64]

    init(_ paragraph: String) {
        guard paragraph.utf8.count <= ParagraphSketch.maximalLength else {
            words = []
            return
        }
        var hashes: [UInt64] = []
        var before: UInt64?
        for word in Word.words(of: paragraph) where word.kind != .other {
            let hash = ParagraphSketch.hash(word.text)
            // Single characters of Chinese or Thai recur in every paragraph, so they are taken in pairs.
            guard word.kind == .character else {
                hashes.append(hash)
                before = nil
                continue
            }
            if let before { hashes.append(ParagraphSketch.mixed(before &* 3 &+ hash)) }
            before = hash
        }
        hashes.sort()
        var smallest: [UInt64] = []
        for hash in hashes where hash != smallest.last {
            smallest.append(hash)
            if smallest.count == ParagraphSketch.size { break }
        }
        words = smallest
    }

    /// The share, 0 to 1, of the words of both that both have.
    func resemblance(to other: ParagraphSketch) -> Double {
        var (at, otherAt, common, all) = (0, 0, 0, 0)
        // The smallest words of both together are a sample of their union; beyond it a sketch may lack words.
        while all < ParagraphSketch.size, at < words.count || otherAt < other.words.count {
            let word = at < words.count ? words[at] : UInt64.max
            let otherWord = otherAt < other.words.count ? other.words[otherAt] : UInt64.max
            if word == otherWord { common += 1 }
            if word <= otherWord { at += 1 }
            if otherWord <= word { otherAt += 1 }
            all += 1
        }
        return all == 0 ? 0 : Double(common) / Double(all)
    }

    /// FNV-1a of the word in lower case: Swift's own hashes differ from process to process, and so would the answer.
    private static func hash(_ word: Substring) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.lowercased().utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
        return mixed(hash)
    }

    /// Spreads the bits evenly (the finaliser of SplitMix64), so that the smallest hashes are a fair sample.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value &>> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value &>> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value &>> 31
    }
}
