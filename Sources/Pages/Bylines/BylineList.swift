/// The bylines of a page by the blocks they are.
///
/// A byline's fields take some hundreds of bytes, so each stands by itself: a dictionary of them has places for more than
/// twice as many, and three times that while it grows. Blocks are found by halves.
package struct BylineList: Sendable {
    private final class Held: Sendable {
        let byline: Byline

        init(_ byline: Byline) { self.byline = byline }
    }

    private var blocks: [UInt32] = []
    private var held: [Held] = []

    /// Adds a byline behind all that were added.
    mutating func append(_ byline: Byline, at block: Int) {
        blocks.append(UInt32(truncatingIfNeeded: block))
        held.append(Held(byline))
    }

    /// What a block says as a byline; nil where it is none.
    package subscript(block: Int) -> Byline? {
        var lower = 0
        var upper = blocks.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if Int(blocks[middle]) < block { lower = middle + 1 } else { upper = middle }
        }
        return lower < blocks.count && Int(blocks[lower]) == block ? held[lower].byline : nil
    }

    /// All bylines in the order of their blocks.
    var values: some Sequence<Byline> { held.lazy.map(\.byline) }
}
