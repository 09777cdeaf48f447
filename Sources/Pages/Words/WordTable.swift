/// A hash table that gives each word, in lower case, a set of meanings as bits.
///
/// Every word of a page is looked up. A dictionary with strings as keys took a third of the time of reading a page,
/// since each look-up made two strings and two strong hashes. The table keeps no words, only their 64-bit hashes: that
/// two words have the same one is as unlikely as a flipped bit in memory.
struct WordTable: Sendable {
    // FNV-1a over a word's scalars: it is simple, and gives the same hash in every process.
    static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
    static let prime: UInt64 = 0x100_0000_01B3

    /// The hash and length of a word as it is being read.
    struct Key {
        private(set) var hash = WordTable.emptyHash
        /// The length in bytes of UTF-8.
        private(set) var length = 0

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            hash = (hash ^ UInt64(byte)) &* WordTable.prime
            length &+= 1
        }

        /// Adds a scalar in lower case.
        @inline(__always)
        mutating func add(_ scalar: UInt32) {
            let small = BlockText.lower(scalar)
            hash = (hash ^ UInt64(small)) &* WordTable.prime
            length &+= small < 0x80 ? 1 : small < 0x800 ? 2 : small < 0x1_0000 ? 3 : 4
        }
    }

    /// The number of places less one.
    ///
    /// There are at least three times as many places as words, so that a search ends soon, and their number is a power
    /// of two.
    private let mask: Int
    /// What is at each place; a set without bits where nothing is.
    ///
    /// Both stand side by side, since the table is larger than the processor's nearest cache.
    private var entries: [(hash: UInt64, set: UInt64)]

    /// A bit for each word, by the highest bits of its hash: most words are in no list and are known by this, which stays
    /// in the processor's nearest cache.
    private var known = [UInt64](repeating: 0, count: 1 << 10)

    /// - Parameter lists: words in any case with the bits of their meanings; a word in two lists has the bits of both.
    init(_ lists: [(words: [String], bits: UInt64)]) {
        var size = 16
        while size < lists.reduce(0, { $0 + $1.words.count }) * 3 { size *= 2 }
        mask = size - 1
        entries = [(hash: UInt64, set: UInt64)](repeating: (0, 0), count: size)
        for (words, bits) in lists {
            for word in words {
                let utf8 = word.utf8.span
                let hash = WordTable.key(of: utf8, 0..<utf8.count).hash
                let place = place(of: hash)
                entries[place] = (hash, entries[place].set | bits)
                known[Int(hash &>> 54)] |= 1 &<< (hash &>> 48)
            }
        }
    }

    /// - Parameter lists: words in any case; those of the first list get the first bit, those of the second the second,
    ///   and so on.
    init(_ lists: [[String]]) {
        self.init(lists.enumerated().map { ($1, 1 << UInt64($0)) })
    }

    /// The meanings of the word with a hash; no bits where it is in no list.
    @inline(__always)
    func bits(ofHash hash: UInt64) -> UInt64 {
        guard known[Int(hash &>> 54)] &>> (hash &>> 48) & 1 != 0 else { return 0 }
        return entries[place(of: hash)].set
    }

    /// The meanings of the word in a range of a text, case ignored.
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

    /// The place of a word, or the free place that it would get.
    @inline(__always)
    private func place(of hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: hash &>> 32) & mask
        while entries[place].set != 0, entries[place].hash != hash { place = (place &+ 1) & mask }
        return place
    }
}
