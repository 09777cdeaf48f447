/// A block's text and its beginning in lower case; one value is filled for block after block, to reuse its memory.
struct LineText {
    /// The most bytes of `head`, where words at a line's beginning are searched for.
    static let longestHead = 160

    private(set) var text: [UInt8] = []
    /// The first bytes of the text, in lower case.
    private(set) var head: [UInt8] = []

    /// Replaces the text by that of another block.
    mutating func fill(_ index: Int, of list: BlockList) {
        text.removeAll(keepingCapacity: true)
        list.append(index, to: &text)
        head.removeAll(keepingCapacity: true)
        let whole = text
        BlockText.append(whole.span.extracting(0..<BlockText.headEnd(of: whole.span)), to: &head)
        var span = head.mutableSpan
        for index in span.indices {
            let byte = span[index]
            span[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
        if !list.statistics[index].isASCII { lowerLetters() }
    }

    /// Puts the letters of `head` that are not ASCII in lower case.
    private mutating func lowerLetters() {
        var bytes = head.mutableSpan
        var isEven = true
        var offset = 0
        while offset < bytes.count {
            while bytes.count &- offset >= ASCIIStretch.length, ASCIIStretch.isText(bytes.span, offset) {
                offset &+= ASCIIStretch.length
            }
            guard offset < bytes.count else { break }
            // Quotation marks and dashes are in most texts and have no case; they are skipped before any decoding.
            let isSign = bytes[offset] == 0xE2 && offset &+ 1 < bytes.count && bytes[offset &+ 1] == 0x80
            guard bytes[offset] >= 0xC3, !isSign else {
                offset &+= 1
                continue
            }
            let start = offset
            let scalar = BlockText.scalar(in: bytes.span, at: &offset)
            let small = BlockText.lower(scalar)
            if small == scalar { continue }
            // Nearly all letters take as many bytes in lower case; where one does not, the whole head is made anew.
            guard scalar < 0x800, small >= 0x80, small < 0x800 else {
                isEven = false
                break
            }
            bytes[start] = 0xC0 | UInt8(truncatingIfNeeded: small &>> 6)
            bytes[start + 1] = 0x80 | UInt8(truncatingIfNeeded: small & 0x3F)
        }
        if !isEven { head = BlockText.lowercased(head) }
    }

    /// The whole text in lower case.
    var lower: [UInt8] { text.count <= LineText.longestHead ? head : BlockText.lowercased(text) }
}
