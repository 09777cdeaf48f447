/// Reads one scalar at a time from bytes in one encoding; it has no state, so reading can start again anywhere.
protocol TextReader {
    /// Whether a byte below 0x80 where a character begins is that character of ASCII.
    static var sharesASCII: Bool { get }

    /// The scalar at an offset and how many bytes it takes; `TextRead.bad` where the bytes are invalid.
    ///
    /// `offset` is below `bytes.count`, and the length never reaches past it.
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead

    /// The end of the run that is normalised already and can be copied whole; `offset` if there is none.
    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int
}

extension TextReader {
    static var sharesASCII: Bool { true }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int { offset }

    /// The end of a run of printable ASCII, for encodings that share it with UTF-8.
    func asciiRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        var at = offset
        while at < limit, bytes[at] &- 0x20 < 0x5F { at &+= 1 }
        return at
    }
}

/// One scalar as read: its value and how many bytes it took.
struct TextRead {
    /// Stands for a byte sequence that is invalid in the encoding; above every Unicode scalar.
    static let bad: UInt32 = 0xFFFF_FFFF
    /// Marks a scalar that was made of a byte that is invalid in the encoding; it is written, and counted as invalid.
    static let mended: UInt32 = 0x8000_0000

    let scalar: UInt32
    let length: Int

    @inline(__always)
    init(_ scalar: UInt32, _ length: Int) {
        self.scalar = scalar
        self.length = length
    }
}

/// Windows-1252: one byte, one scalar.
struct Windows1252Reader: TextReader {
    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        TextRead(Windows1252.scalar(bytes[offset]) ?? TextRead.bad, 1)
    }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        asciiRun(bytes, from: offset, below: limit)
    }
}

/// ISO-8859-1: the byte is the scalar.
struct Latin1Reader: TextReader {
    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        TextRead(UInt32(bytes[offset]), 1)
    }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        asciiRun(bytes, from: offset, below: limit)
    }
}

/// Any other code page of one byte per character, by its table.
struct CodePageReader: TextReader {
    private let upper: [UInt16]

    init?(_ encoding: Encoding) {
        guard let upper = CodePage.table(encoding), upper.count == 128 else { return nil }
        self.upper = upper
    }

    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        let byte = bytes[offset]
        guard byte >= 0x80 else { return TextRead(UInt32(byte), 1) }
        let scalar = upper[Int(byte & 0x7F)]
        return TextRead(scalar == CodePage.undefined ? TextRead.bad : UInt32(scalar), 1)
    }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        asciiRun(bytes, from: offset, below: limit)
    }
}

/// An encoding of several bytes per character, by the table of the characters that the text uses.
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
        // Of a torn character only the first byte is invalid; the ASCII letter after it is kept.
        return TextRead(TextRead.bad, bytes[offset &+ length &- 1] < 0x80 ? 1 : length)
    }

    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        asciiRun(bytes, from: offset, below: limit)
    }
}

/// UTF-16 in one of the two byte orders; a lone surrogate or a lone last byte is invalid.
///
/// Both byte orders share this code; they differ only in `unit`.
protocol UTF16Reader: TextReader {
    static func unit(_ first: UInt8, _ second: UInt8) -> UInt32
}

extension UTF16Reader {
    static var sharesASCII: Bool { false }

    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        guard offset &+ 1 < bytes.count else { return TextRead(TextRead.bad, 1) }
        let unit = Self.unit(bytes[offset], bytes[offset &+ 1])
        guard 0xD800...0xDFFF ~= unit else { return TextRead(unit, 2) }
        guard unit < 0xDC00, offset &+ 3 < bytes.count else { return TextRead(TextRead.bad, 2) }
        let next = Self.unit(bytes[offset &+ 2], bytes[offset &+ 3])
        guard 0xDC00...0xDFFF ~= next else { return TextRead(TextRead.bad, 2) }
        return TextRead(0x10000 &+ ((unit & 0x3FF) &<< 10 | next & 0x3FF), 4)
    }
}

/// UTF-16, low byte first.
struct UTF16LittleEndianReader: UTF16Reader {
    @inline(__always)
    static func unit(_ first: UInt8, _ second: UInt8) -> UInt32 { UInt32(second) &<< 8 | UInt32(first) }
}

/// UTF-16, high byte first.
struct UTF16BigEndianReader: UTF16Reader {
    @inline(__always)
    static func unit(_ first: UInt8, _ second: UInt8) -> UInt32 { UInt32(first) &<< 8 | UInt32(second) }
}
