/// A list of phrases that lines are searched for, byte by byte.
///
/// Swift compares strings by canonical equivalence, which takes a hundred times as long. House text and phrases are
/// both in composed form, so equal text has equal bytes. Phrases are found by a hash of their first two bytes.
struct BlockPhrases: Sendable {
    /// The bytes of all phrases, one after another; an array of arrays would cost reference counting at every step.
    private var bytes: [UInt8] = []
    /// Where each phrase ends in `bytes`, after a zero: phrase `n` runs from `ends[n]` to `ends[n + 1]`.
    private var ends: [UInt16] = [0]
    /// The phrases' numbers, grouped by the slot of their first two bytes, within a slot in the order given.
    private var slots: [UInt16] = []
    /// Where each slot's numbers begin in `slots`.
    private var starts: [UInt16] = []
    /// Whether any phrase is in a slot.
    private var isFilled: [Bool] = []

    /// - Parameter phrases: the phrases, in lower case.
    init(_ phrases: [String]) {
        var bySlot = [[UInt16]](repeating: [], count: BlockPhrases.slotCount)
        for (number, phrase) in phrases.enumerated() {
            let utf8 = Array(phrase.utf8)
            guard let first = utf8.first else { continue }
            bytes += utf8
            ends.append(UInt16(truncatingIfNeeded: bytes.count))
            // After a phrase of one byte any byte may follow, so it goes into the slot of each pair.
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

    /// The slot of two bytes; by two bytes, and not by one alone, nearly every look-up finds an empty slot.
    @inline(__always)
    private static func slot(_ first: UInt8, _ second: UInt8) -> Int {
        (Int(first) &* 41 &+ Int(second)) & (slotCount - 1)
    }

    /// The length of the first phrase that stands at an offset of a line in lower case; nil where none does.
    @inline(__always)
    func length(in line: [UInt8], at offset: Int) -> Int? {
        guard offset < line.count else { return nil }
        let slot = BlockPhrases.slot(line[offset], offset + 1 < line.count ? line[offset + 1] : 0)
        return isFilled[slot] ? length(of: slot, line, offset) : nil
    }

    private func length(of slot: Int, _ line: [UInt8], _ offset: Int) -> Int? {
        let rest = line.span.extracting(droppingFirst: offset)
        for place in Int(starts[slot])..<Int(starts[slot + 1]) {
            let number = Int(slots[place])
            let phrase = bytes.span.extracting(Int(ends[number])..<Int(ends[number + 1]))
            guard phrase.count <= rest.count else { continue }
            var index = 0
            while index < phrase.count, rest[index] == phrase[index] { index &+= 1 }
            if index == phrase.count { return index }
        }
        return nil
    }

    /// Whether a line begins with one of the phrases.
    func begin(_ line: [UInt8]) -> Bool {
        length(in: line, at: 0) != nil
    }

    /// Whether one of the phrases stands in a line from an offset on.
    func occur(in line: [UInt8], from offset: Int) -> Bool {
        let start = max(0, offset)
        guard start < line.count else { return false }
        let bytes = line.span.extracting(droppingFirst: start)
        let nexts = bytes.extracting(droppingFirst: 1)
        let filled = isFilled.span
        var byte = bytes[0]
        for place in nexts.indices {
            let slot = BlockPhrases.slot(byte, nexts[place])
            if filled[slot], length(of: slot, line, start &+ place) != nil { return true }
            byte = nexts[place]
        }
        return length(in: line, at: line.count - 1) != nil
    }
}
