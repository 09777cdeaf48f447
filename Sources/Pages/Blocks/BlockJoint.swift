/// Decides what replaces a line end within a block: a space or nothing.
enum BlockJoint {
    /// Whether the text before a line end and the text after it are joined without a space.
    static func isClose(_ utf8: [UInt8], before: Int, after: Int) -> Bool {
        let (end, start) = (utf8[before], utf8[after])
        switch start {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
        default: break
        }
        switch end {
        case UInt8(ascii: "("), UInt8(ascii: "["): return true
        case UInt8(ascii: "-"): return isHyphen(utf8, at: before, next: after)
        default: break
        }
        if start == 0x27 || start == 0xE2 { return isPossessive(utf8, at: after) }
        guard end >= 0x80, start >= 0xE0 else { return false }
        return isWideClose(utf8, before: before, after: after)
    }

    /// Whether `'s` stands here, cut off from a name that was a link.
    static func isPossessive(_ utf8: [UInt8], at place: Int) -> Bool {
        var index = place
        let sign = BlockText.scalar(in: utf8, at: &index)
        guard sign == 0x27 || sign == 0x2019, index < utf8.count, utf8[index] == UInt8(ascii: "s") else { return false }
        return index + 1 == utf8.count || utf8[index + 1] == 0x20
    }

    /// Whether the hyphen at a line's end stands within a word: `long-` `term`, but not `pre-` `and post-war`.
    private static func isHyphen(_ utf8: [UInt8], at place: Int, next: Int) -> Bool {
        guard place > 0, BlockText.isLetter(UInt32(utf8[place - 1])) else { return false }
        var end = next
        while end < utf8.count, end - next < 6, (0x61...0x7A).contains(utf8[end]) { end += 1 }
        guard end > next else { return false }
        return !conjunctions.contains { utf8[next..<end].elementsEqual($0.utf8) }
    }

    private static let conjunctions: [StaticWord] = [
        "and", "or", "to", "und", "oder", "bis", "sowie", "bzw", "og", "och", "eller", "en", "of", "et", "ou", "y", "o",
        "e", "i",
    ].map(StaticWord.init)

    /// A word's bytes: lines are compared with it as bytes, without walking a String each time.
    private struct StaticWord: Sendable {
        let utf8: [UInt8]
        init(_ word: String) { utf8 = Array(word.utf8) }
    }

    /// Whether a line of a script without spaces was broken between two of its characters.
    private static func isWideClose(_ utf8: [UInt8], before: Int, after: Int) -> Bool {
        var start = before
        while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        var next = after
        return isUnspaced(BlockText.scalar(in: utf8, at: &start)) && isUnspaced(BlockText.scalar(in: utf8, at: &next))
    }

    /// Whether a scalar is a letter of a script without spaces, or the punctuation used between such letters.
    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        BlockText.isUnspaced(scalar) || (0x3000...0x303F).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
    }
}
