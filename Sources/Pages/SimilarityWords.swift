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
        // FNV-1a: fixed, since Hasher starts anew from chance in every process and results would differ.
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
