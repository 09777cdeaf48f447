/// The bylines of a page, by the numbers of their blocks.
///
/// A byline takes some hundreds of bytes, so each is allocated by itself: a dictionary would have room for more than
/// twice as many, and for three times that while it grows. Blocks are found by binary search.
package struct BylineList: Sendable {
    private final class Held: Sendable {
        let byline: Byline

        init(_ byline: Byline) { self.byline = byline }
    }

    private var blocks: [UInt32] = []
    private var held: [Held] = []

    /// Appends a byline, whose block must come after those of all bylines before it.
    mutating func append(_ byline: Byline, at block: Int) {
        blocks.append(UInt32(truncatingIfNeeded: block))
        held.append(Held(byline))
    }

    var isEmpty: Bool { blocks.isEmpty }

    /// This list with the bylines of another, which win where both have one; none is copied.
    func merged(with other: BylineList) -> BylineList {
        var merged = BylineList()
        merged.blocks.reserveCapacity(blocks.count + other.blocks.count)
        merged.held.reserveCapacity(blocks.count + other.blocks.count)
        var (own, new) = (0, 0)
        while own < blocks.count || new < other.blocks.count {
            let isOwn = new == other.blocks.count || own < blocks.count && blocks[own] < other.blocks[new]
            if !isOwn, own < blocks.count, blocks[own] == other.blocks[new] { own += 1 }
            merged.blocks.append(isOwn ? blocks[own] : other.blocks[new])
            merged.held.append(isOwn ? held[own] : other.held[new])
            if isOwn { own += 1 } else { new += 1 }
        }
        return merged
    }

    /// The byline that a block is; nil where it is none.
    package subscript(block: Int) -> Byline? { place(of: block).map { held[$0].byline } }

    /// Whether a block is a byline, told without a copy of one.
    func contains(_ block: Int) -> Bool { place(of: block) != nil }

    /// Whether a block is a byline with a date.
    func hasDate(_ block: Int) -> Bool { place(of: block).map { held[$0].byline.date != nil } ?? false }

    private func place(of block: Int) -> Int? {
        var lower = 0
        var upper = blocks.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if Int(blocks[middle]) < block { lower = middle + 1 } else { upper = middle }
        }
        return lower < blocks.count && Int(blocks[lower]) == block ? lower : nil
    }

    /// All bylines in the order of their blocks.
    var values: some Sequence<Byline> { held.lazy.map(\.byline) }
}
