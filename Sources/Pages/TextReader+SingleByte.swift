/// Windows-1252: one byte, one scalar.
enum Windows1252Reader: TextReader {
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        TextRead(Windows1252.scalar(bytes[offset]) ?? TextRead.bad, 1)
    }

    static func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        asciiRun(bytes, from: offset, below: limit)
    }
}

/// ISO-8859-1: the byte is the scalar.
enum Latin1Reader: TextReader {
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        TextRead(UInt32(bytes[offset]), 1)
    }

    static func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        asciiRun(bytes, from: offset, below: limit)
    }
}
