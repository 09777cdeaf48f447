/// A list of words with what each means, asked by bytes.
///
/// Every word of a page's short lines is asked for, and a set of strings costs a hundred times as much: it makes a
/// string of the word first, and compares by canonical equivalence. House text and the words are composed alike.
struct WordTable: Sendable {
    /// No longer word is in any list; a longer one is not looked for.
    static let longestWord = 40

    private var bytes: [UInt8] = []
    /// Where each entry begins in `bytes`; one more than there are entries.
    private var starts: [Int32] = [0]
    private var meanings: [WordMeaning] = []
    /// Open addressing: the entry's number plus one, zero where the slot is free.
    private var slots: [Int32] = []

    /// - Parameter lists: words in lower case with what they mean; a word in two lists means both.
    init(_ lists: [([String], WordMeaning)]) {
        let count = lists.reduce(0) { $0 + $1.0.count }
        var size = 64
        while size < count * 3 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        for (words, meaning) in lists {
            for word in words { add(Array(word.utf8), meaning) }
        }
    }

    /// What a word means; nothing where it is in no list.
    ///
    /// Capitals are folded for ASCII only.
    func meaning(of text: [UInt8], _ range: Range<Int>) -> WordMeaning {
        guard range.count <= WordTable.longestWord, !range.isEmpty else { return [] }
        let slot = slots[slot(of: text, range)]
        return slot == 0 ? [] : meanings[Int(slot) - 1]
    }

    private mutating func add(_ word: [UInt8], _ meaning: WordMeaning) {
        guard (1...WordTable.longestWord).contains(word.count) else { return }
        let slot = slot(of: word, word.indices)
        guard slots[slot] == 0 else { return meanings[Int(slots[slot]) - 1].formUnion(meaning) }
        bytes += word
        starts.append(Int32(truncatingIfNeeded: bytes.count))
        meanings.append(meaning)
        slots[slot] = Int32(truncatingIfNeeded: meanings.count)
    }

    /// The slot that holds a word, or the free one where it would stand.
    private func slot(of text: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(WordTable.folded(text[index]))) &* 0x100_0000_01B3 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        // A third of the slots at most is taken, so a free one is near.
        while slots[slot] != 0, !isEntry(Int(slots[slot]) - 1, text, range) { slot = (slot + 1) & mask }
        return slot
    }

    private func isEntry(_ entry: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        let start = Int(starts[entry])
        guard Int(starts[entry + 1]) - start == range.count else { return false }
        for offset in 0..<range.count
        where bytes[start + offset] != WordTable.folded(text[range.lowerBound + offset]) { return false }
        return true
    }

    @inline(__always)
    private static func folded(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
