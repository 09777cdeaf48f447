import Pages

/// The text of a dump without any white space, to ask whether a paragraph stands in it however its lines were broken.
struct SameLines {
    /// Dumps with more bytes are not compared line by line.
    static let mostBytes = 1 << 20
    /// The most paragraphs that are looked for in one dump.
    private static let mostParagraphs = 64

    private let text: [UInt8]

    /// - Parameter bytes: The dump, in UTF-8; nil is made of one that is too long.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= SameLines.mostBytes else { return nil }
        text = SameLines.withoutSpace(bytes)
    }

    /// Whether the title and each paragraph that the other text lacks stand in the dump, word for word, and the
    /// paragraphs that both have stand in the same order.
    func hold(_ one: (title: String?, body: String), but other: (title: String?, body: String)) -> Bool {
        if let title = one.title, title != other.title, !holds(Array(title.utf8)[...]) { return false }
        // Bytes: strings would be taken apart into characters, which takes ten times as long as all the rest.
        let newline = UInt8(ascii: "\n")
        let mine = Array(one.body.utf8).split(separator: newline)
        let theirs = Array(other.body.utf8).split(separator: newline)
        let common = Set(mine).intersection(theirs)
        guard mine.filter(common.contains) == theirs.filter(common.contains) else { return false }
        let missing = mine.filter { !common.contains($0) }
        return missing.count <= SameLines.mostParagraphs && missing.allSatisfy(holds)
    }

    /// Looks for a paragraph by a rolling hash (Karp and Rabin, 1987): in time that grows with the dump's length alone.
    ///
    /// - Parameter paragraph: Its UTF-8.
    /// - Returns: Whether it stands there.
    func holds(_ paragraph: ArraySlice<UInt8>) -> Bool {
        let wanted = SameLines.withoutSpace(Array(paragraph))
        guard !wanted.isEmpty else { return true }
        guard wanted.count <= text.count else { return false }
        let base: UInt64 = 0x0100_0000_01B3
        var hash: UInt64 = 0
        var here: UInt64 = 0
        var power: UInt64 = 1
        for index in wanted.indices {
            hash = hash &* base &+ UInt64(wanted[index]) &+ 1
            here = here &* base &+ UInt64(text[index]) &+ 1
            if index > 0 { power = power &* base }
        }
        var misses = 0
        var start = 0
        while true {
            if here == hash {
                if text[start..<start + wanted.count].elementsEqual(wanted) { return true }
                // Equal hashes of other texts do not happen by chance, but somebody can make them.
                misses += 1
                if misses == 8 { return false }
            }
            let end = start + wanted.count
            guard end < text.count else { return false }
            here = (here &- (UInt64(text[start]) &+ 1) &* power) &* base &+ UInt64(text[end]) &+ 1
            start += 1
        }
    }

    /// Leaves out ASCII white space, no-break spaces and zero-width characters: house form changes these.
    private static func withoutSpace(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte <= 0x20 {
                at += 1
            } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 || bytes[at + 1] == 0xAD {
                at += 2
            } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80, (0x80...0x8F).contains(bytes[at + 2]) {
                at += 3
            } else if byte == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF {
                at += 3
            } else {
                out.append(byte)
                at += 1
            }
        }
        return out
    }
}
