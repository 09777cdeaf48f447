/// A block's text and the beginning of it in lower case; one of these is filled for one block after another.
struct LineText {
    /// So many bytes of a line are looked at for words that stand at its beginning.
    static let longestHead = 160

    private(set) var text: [UInt8] = []
    /// The first bytes in lower case.
    private(set) var head: [UInt8] = []

    /// Takes a block's text in place of the one before.
    mutating func fill(_ index: Int, of list: BlockList) {
        text.removeAll(keepingCapacity: true)
        list.append(index, to: &text)
        guard list.features[index].isASCII else {
            head = BlockText.lowercased(BlockText.cut(text, to: LineText.longestHead))
            return
        }
        head.removeAll(keepingCapacity: true)
        head.append(contentsOf: text.prefix(LineText.longestHead))
        var span = head.mutableSpan
        for index in span.indices {
            let byte = span[index]
            span[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
    }

    /// The whole text in lower case.
    var lower: [UInt8] { text.count <= LineText.longestHead ? head : BlockText.lowercased(text) }
}
