/// Words by a number made of their letters in lower case, each with the lists it stands in as the bits of a set.
///
/// A dictionary of strings took a third of a page's reading: two strings and two strong hashes for each word looked up.
/// Two words with the same number are as likely as a flipped bit of memory.
struct WordLists: Sendable {
    /// A word as it is being read.
    struct Key {
        private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        /// In bytes of UTF-8.
        private(set) var length = 0

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            length &+= 1
        }

        /// Adds a scalar as its lower case has it.
        @inline(__always)
        mutating func add(_ scalar: UInt32) {
            let small = BlockText.lower(scalar)
            hash = (hash ^ UInt64(small)) &* 0x100_0000_01B3
            length &+= small < 0x80 ? 1 : small < 0x800 ? 2 : small < 0x1_0000 ? 3 : 4
        }
    }

    /// Four times as many places as words or more, a power of two, so that a search ends soon.
    private let mask: Int
    private var hashes: [UInt64]
    private var sets: [UInt16]

    /// - Parameter lists: the words of each list, in any case; of sixteen lists at most.
    init(_ lists: [[String]]) {
        var size = 16
        while size < lists.reduce(0, { $0 + $1.count }) * 4 { size *= 2 }
        mask = size - 1
        hashes = [UInt64](repeating: 0, count: size)
        sets = [UInt16](repeating: 0, count: size)
        for (index, words) in lists.enumerated().prefix(16) {
            for word in words {
                let utf8 = word.utf8.span
                let key = WordLists.key(of: utf8, 0..<utf8.count)
                let place = place(of: key)
                hashes[place] = key.hash
                sets[place] |= 1 << UInt16(index)
            }
        }
    }

    /// The lists that hold a word, as bits: 1 for the first, 2 for the second; 0 where none does.
    @inline(__always)
    func kinds(of key: Key) -> UInt16 { sets[place(of: key)] }

    /// The lists that hold the word that a stretch of text is, whatever its case.
    func kinds(of text: Span<UInt8>, _ range: Range<Int>) -> UInt16 {
        kinds(of: WordLists.key(of: text, range))
    }

    /// Whether any list holds the word that a text is, whatever its case.
    func contains(_ text: [UInt8]) -> Bool {
        kinds(of: text.span, 0..<text.count) != 0
    }

    static func key(of text: Span<UInt8>, _ range: Range<Int>) -> Key {
        var key = Key()
        var at = range.lowerBound
        while at < range.upperBound {
            let read = UTF8Reader().read(text, at: at)
            key.add(read.scalar)
            at &+= read.length
        }
        return key
    }

    /// Where a word stands, or the free place where it would.
    private func place(of key: Key) -> Int {
        var place = Int(truncatingIfNeeded: key.hash &>> 32) & mask
        while sets[place] != 0, hashes[place] != key.hash { place = (place &+ 1) & mask }
        return place
    }
}
