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

/// Any other code page of one byte a character, by its table.
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
