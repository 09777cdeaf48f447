/// A list of phrases that lines are searched for, byte by byte.
///
/// Strings compare by canonical equivalence, which costs a hundred times as much; house text and phrases are composed
/// alike, so their bytes tell.
struct BlockPhrases: Sendable {
    /// The phrases by their first byte.
    private var byFirst: [[[UInt8]]]

    /// - Parameter phrases: the phrases, in lower case.
    init(_ phrases: [String]) {
        byFirst = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            if let first = bytes.first { byFirst[Int(first)].append(bytes) }
        }
    }

    /// The length of the first phrase that a line, in lower case, has at an offset; nil where it has none there.
    func length(in line: [UInt8], at offset: Int) -> Int? {
        guard offset < line.count else { return nil }
        for phrase in byFirst[Int(line[offset])] where offset + phrase.count <= line.count {
            var index = 1
            while index < phrase.count, line[offset + index] == phrase[index] { index += 1 }
            if index == phrase.count { return phrase.count }
        }
        return nil
    }

    /// Whether a line begins with one of the phrases.
    func begin(_ line: [UInt8]) -> Bool {
        length(in: line, at: 0) != nil
    }

    /// Whether one of the phrases stands in a line from an offset on.
    func occur(in line: [UInt8], from offset: Int) -> Bool {
        (max(0, offset)..<max(0, offset, line.count)).contains { length(in: line, at: $0) != nil }
    }
}
