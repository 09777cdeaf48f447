/// An encoding of several bytes a character, by the table of the characters the text uses.
struct MultiByteReader: TextReader {
    let table: CharacterTable

    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        let byte = bytes[offset]
        guard byte >= 0x80 else { return TextRead(UInt32(byte), 1) }
        let length = CharacterShape.length(table.encoding, bytes, at: offset)
        guard length > 0 else { return TextRead(TextRead.bad, 1) }
        let scalar = table.scalar(bytes, at: offset, length: length)
        guard scalar > 0x10_FFFF else { return TextRead(scalar, length) }
        // A torn character must not take the plain letter after it along.
        return TextRead(TextRead.bad, bytes[offset &+ length &- 1] < 0x80 ? 1 : length)
    }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        asciiRun(bytes, from: offset, below: limit)
    }
}
