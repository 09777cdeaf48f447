/// Hashes of a text by which texts like it are found among many.
///
/// Two texts that share a third of their shingles share two or more of the 16 smallest hashes in 98 of 100 cases: each
/// of the 16 is shared with probability 1/3.
package struct Clues: Sendable {
    /// How many of the smallest hashes of a text's shingles are kept.
    package static let sketchSize = 16
    /// So many shared shingles of the sketch make a text worth comparing.
    package static let leastShared = 2

    /// Of the whole folded body.
    package let text: Int64
    /// Of the folded title; nil where there is none.
    package let title: Int64?
    /// Of the page's key; nil where the page has none or several articles.
    package let page: Int64?
    /// The smallest hashes of the shingles.
    package let sketch: [Int64]

    package init(bodyHash: String, folded: [UInt8], title: String, pageKey: String?) {
        text = Clues.hash("text", bodyHash)
        self.title = title.isEmpty ? nil : Clues.hash("title", title)
        page = pageKey.map { Clues.hash("page", $0) }
        sketch = Shingles(folded: folded, most: Clues.sketchSize).hashes.map(Int64.init(bitPattern:))
    }

    /// All of them, each once.
    package var all: Set<Int64> { Set([text, title, page].compactMap(\.self) + sketch) }

    /// FNV-1a over a word that keeps kinds of clues apart, and the value.
    private static func hash(_ kind: String, _ value: String) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in kind.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
        hash = (hash ^ 0) &* 0x0100_0000_01B3
        for byte in value.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
        return Int64(bitPattern: Shingles.mixed(hash))
    }
}
