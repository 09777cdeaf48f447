/// A list of phrases that lines are searched for, byte by byte.
///
/// Strings compare by canonical equivalence, which costs a hundred times as much; house text and phrases are composed
/// alike, so their bytes tell.
struct BlockPhrases: Sendable {
    /// All phrases' bytes, those with the same first byte together; one array, since arrays of arrays cost a count of
    /// references at every step.
    private var bytes: [UInt8] = []
    /// Where each phrase ends in `bytes`.
    private var ends: [Int32] = []
    /// The phrases that begin with a byte: from this place in `ends` to that of the next byte.
    private var places = [Int32](repeating: 0, count: 257)

    /// - Parameter phrases: the phrases, in lower case.
    init(_ phrases: [String]) {
        var byFirst = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases {
            let utf8 = Array(phrase.utf8)
            if let first = utf8.first { byFirst[Int(first)].append(utf8) }
        }
        for (first, phrases) in byFirst.enumerated() {
            for phrase in phrases {
                bytes += phrase
                ends.append(Int32(truncatingIfNeeded: bytes.count))
            }
            places[first + 1] = Int32(truncatingIfNeeded: ends.count)
        }
    }

    /// The length of the first phrase that a line, in lower case, has at an offset; nil where it has none there.
    func length(in line: [UInt8], at offset: Int) -> Int? {
        guard offset < line.count else { return nil }
        let first = Int(line[offset])
        for place in places[first]..<places[first + 1] {
            let start = place == 0 ? 0 : Int(ends[Int(place) - 1])
            let length = Int(ends[Int(place)]) - start
            guard length <= line.count - offset else { continue }
            var index = 1
            while index < length, line[offset + index] == bytes[start + index] { index += 1 }
            if index == length { return length }
        }
        return nil
    }

    /// Whether a line begins with one of the phrases.
    func begin(_ line: [UInt8]) -> Bool {
        length(in: line, at: 0) != nil
    }

    /// Whether one of the phrases stands in a line from an offset on.
    func occur(in line: [UInt8], from offset: Int) -> Bool {
        var at = max(0, offset)
        while at < line.count {
            let first = Int(line[at])
            if places[first] < places[first + 1], length(in: line, at: at) != nil { return true }
            at += 1
        }
        return false
    }
}
