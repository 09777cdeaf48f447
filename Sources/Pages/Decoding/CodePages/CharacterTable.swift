/// What the characters of one text mean, in an encoding of several bytes per character.
///
/// The full tables of these encodings are long, and the system has them (iconv). It is asked once for each character
/// that the text uses. With the answers, reading asks nobody and has no state, so that it can start again anywhere, as
/// in any other encoding. So the way back to the dump's bytes works here too, without an offset stored per character.
struct CharacterTable: Sendable {
    let encoding: Encoding
    /// For each row, where its 256 cells begin, or -1.
    ///
    /// The first 256 rows are for characters of two bytes, by the first byte; the next 256 for those of three bytes, by
    /// the second, as their first is always 0x8F; the last row is for those of one byte.
    private var rows = [Int32](repeating: -1, count: 513)
    private var cells: [UInt32] = []
    /// Characters of four bytes: rare, but there are a million of them, too many for rows.
    private var long: [UInt32: UInt32] = [:]

    /// Finds which characters a range of bytes uses, and asks what they mean.
    init?(_ encoding: Encoding, of bytes: [UInt8], in range: Range<Int>, asking converter: TextDecoder.Converter) {
        self.encoding = encoding
        var keys: [UInt32] = []
        var lines: [UInt8] = []
        collect(bytes.span, in: range, keys: &keys, lines: &lines)
        guard let scalars = converter(encoding, lines) else { return nil }
        fill(keys, scalars)
    }

    /// The scalar of the character of this length at an offset.
    @inline(__always)
    func scalar(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> UInt32 {
        if length == 4 { return long[CharacterTable.key(bytes, at: offset, length: 4)] ?? TextRead.bad }
        let row = rows[CharacterTable.row(bytes, at: offset, length: length)]
        guard row >= 0 else { return TextRead.bad }
        return cells[Int(row) &+ Int(bytes[offset &+ length &- 1])]
    }

    /// Notes each character once: its bytes as a number, and as a line for the converter.
    private mutating func collect(
        _ bytes: Span<UInt8>,
        in range: Range<Int>,
        keys: inout [UInt32],
        lines: inout [UInt8]
    ) {
        var at = range.lowerBound
        while at < range.upperBound {
            guard bytes[at] >= 0x80 else {
                at &+= 1
                continue
            }
            let length = CharacterShape.length(encoding, bytes, at: at)
            if length > 0, add(bytes, at: at, length: length) {
                keys.append(CharacterTable.key(bytes, at: at, length: length))
                for index in at..<at + length { lines.append(bytes[index]) }
                lines.append(0x0A)
            }
            at &+= max(length, 1)
        }
    }

    /// Makes room for a character; false where it is known already.
    private mutating func add(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> Bool {
        if length == 4 {
            return long.updateValue(TextRead.bad, forKey: CharacterTable.key(bytes, at: offset, length: 4)) == nil
        }
        let index = CharacterTable.row(bytes, at: offset, length: length)
        if rows[index] < 0 {
            rows[index] = Int32(truncatingIfNeeded: cells.count)
            cells.append(contentsOf: repeatElement(CharacterTable.unseen, count: 256))
        }
        let cell = Int(rows[index]) + Int(bytes[offset + length - 1])
        guard cells[cell] == CharacterTable.unseen else { return false }
        cells[cell] = TextRead.bad
        return true
    }

    /// Enters the answers, one per line.
    ///
    /// Only a line that came back as one scalar is a character; the line ends keep an invalid one from spoiling the next.
    private mutating func fill(_ keys: [UInt32], _ scalars: [UInt32]) {
        var line = 0
        var start = 0
        for index in scalars.indices where scalars[index] == 0x0A {
            if line < keys.count, index == start + 1, scalars[start] <= 0x10_FFFF { set(keys[line], scalars[start]) }
            line += 1
            start = index + 1
        }
    }

    private mutating func set(_ key: UInt32, _ scalar: UInt32) {
        if long[key] != nil {
            long[key] = scalar
            return
        }
        let low = Int(key & 0xFF)
        let index = key > 0xFFFF ? 256 + Int(key >> 8 & 0xFF) : key > 0xFF ? Int(key >> 8) : 512
        if rows[index] >= 0 { cells[Int(rows[index]) + low] = scalar }
    }

    private static let unseen: UInt32 = 0xFFFF_FFFE

    private static func row(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> Int {
        switch length {
        case 1: 512
        case 2: Int(bytes[offset])
        default: 256 + Int(bytes[offset + 1])
        }
    }

    private static func key(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> UInt32 {
        (offset..<offset + length).reduce(0) { $0 &<< 8 | UInt32(bytes[$1]) }
    }
}
