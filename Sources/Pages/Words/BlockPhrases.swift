/// A list of phrases that lines are searched for, byte by byte.
///
/// Strings compare by canonical equivalence, which costs a hundred times as much; house text and phrases are composed
/// alike, so their bytes tell.
struct BlockPhrases: Sendable {
    /// All phrases' bytes, one after another; one array, since arrays of arrays cost a count of references at every step.
    private var bytes: [UInt8] = []
    /// Where each phrase ends in `bytes`, and one place more before the first.
    private var ends: [UInt16] = [0]
    /// The phrases' numbers, those together whose first two bytes share a slot, each slot's in the order given.
    private var slots: [UInt16] = []
    /// Where each slot begins in `slots`.
    private var starts: [UInt16] = []
    /// Whether a slot has any.
    private var isFilled: [Bool] = []

    /// - Parameter phrases: the phrases, in lower case.
    init(_ phrases: [String]) {
        var bySlot = [[UInt16]](repeating: [], count: BlockPhrases.slotCount)
        for (number, phrase) in phrases.enumerated() {
            let utf8 = Array(phrase.utf8)
            guard let first = utf8.first else { continue }
            bytes += utf8
            ends.append(UInt16(truncatingIfNeeded: bytes.count))
            // Any byte may follow a phrase of one.
            let seconds = utf8.count > 1 ? utf8[1]...utf8[1] : 0...UInt8.max
            for slot in Set(seconds.map({ BlockPhrases.slot(first, $0) })) {
                bySlot[slot].append(UInt16(truncatingIfNeeded: number))
            }
        }
        for numbers in bySlot {
            starts.append(UInt16(truncatingIfNeeded: slots.count))
            isFilled.append(!numbers.isEmpty)
            slots += numbers
        }
        starts.append(UInt16(truncatingIfNeeded: slots.count))
    }

    private static let slotCount = 1024

    /// Two letters tell phrases apart where one does not: nearly every slot that is asked for is empty.
    @inline(__always)
    private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
        (Int(first) &* 41 &+ Int(second)) & (slotCount - 1)
    }

    /// The length of the first phrase that a line, in lower case, has at an offset; nil where it has none there.
    @inline(__always)
    func length(in line: [UInt8], at offset: Int) -> Int? {
        guard offset < line.count else { return nil }
        let slot = BlockPhrases.slot(line[offset], offset + 1 < line.count ? line[offset + 1] : 0)
        return isFilled[slot] ? length(of: slot, line, offset) : nil
    }

    private func length(of slot: Int, _ line: [UInt8], _ offset: Int) -> Int? {
        for place in Int(starts[slot])..<Int(starts[slot + 1]) {
            let number = Int(slots[place])
            let start = Int(ends[number])
            let length = Int(ends[number + 1]) - start
            guard length <= line.count - offset else { continue }
            var index = 0
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
            if length(in: line, at: at) != nil { return true }
            at += 1
        }
        return false
    }
}
