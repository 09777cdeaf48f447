/// Words by a number made of their letters in lower case, each with what it means as the bits of a set.
///
/// Every word of a page is asked for. A dictionary of strings took a third of a page's reading: two strings and two strong
/// hashes for each word. Two words with the same number are as likely as a flipped bit of memory.
struct WordTable: Sendable {
    // FNV-1a over a word's scalars: simple, and the same in every process.
    static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
    static let prime: UInt64 = 0x100_0000_01B3

    /// A word as it is being read.
    struct Key {
        private(set) var hash = WordTable.emptyHash
        /// In bytes of UTF-8.
        private(set) var length = 0

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            hash = (hash ^ UInt64(byte)) &* WordTable.prime
            length &+= 1
        }

        /// Adds a scalar as its lower case has it.
        @inline(__always)
        mutating func add(_ scalar: UInt32) {
            let small = BlockText.lower(scalar)
            hash = (hash ^ UInt64(small)) &* WordTable.prime
            length &+= small < 0x80 ? 1 : small < 0x800 ? 2 : small < 0x1_0000 ? 3 : 4
        }
    }

    /// At least three times as many places as words, a power of two, so that a search ends soon.
    private let mask: Int
    private var hashes: [UInt64]
    private var sets: [UInt64]

    /// - Parameter lists: words in any case with the bits of what they mean; a word in two lists means both.
    init(_ lists: [(words: [String], bits: UInt64)]) {
        var size = 16
        while size < lists.reduce(0, { $0 + $1.words.count }) * 3 { size *= 2 }
        mask = size - 1
        hashes = [UInt64](repeating: 0, count: size)
        sets = [UInt64](repeating: 0, count: size)
        for (words, bits) in lists {
            for word in words {
                let utf8 = word.utf8.span
                let hash = WordTable.key(of: utf8, 0..<utf8.count).hash
                let place = place(of: hash)
                hashes[place] = hash
                sets[place] |= bits
            }
        }
    }

    /// - Parameter lists: words in any case; the first list's mean the first bit, the second's the second, and so on.
    init(_ lists: [[String]]) {
        self.init(lists.enumerated().map { ($1, 1 << UInt64($0)) })
    }

    /// What a word means by its number; no bits where it is in no list.
    @inline(__always)
    func bits(ofHash hash: UInt64) -> UInt64 { sets[place(of: hash)] }

    /// What the word that a stretch of text is means, whatever its case.
    func bits(of text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        bits(ofHash: WordTable.key(of: text, range).hash)
    }

    static func key(of text: Span<UInt8>, _ range: Range<Int>) -> Key {
        var key = Key()
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = text[at]
            if byte < 0x80 {
                key.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                at &+= 1
            } else {
                key.add(BlockText.scalar(in: text, at: &at))
            }
        }
        return key
    }

    /// Where a word stands, or the free place where it would.
    @inline(__always)
    private func place(of hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: hash &>> 32) & mask
        while sets[place] != 0, hashes[place] != hash { place = (place &+ 1) & mask }
        return place
    }
}
