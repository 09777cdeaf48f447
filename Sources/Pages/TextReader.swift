/// Reads one scalar at a time from bytes in one encoding; stateless, so reading can start again anywhere.
protocol TextReader {
    /// The scalar at an offset and how many bytes it takes; `TextRead.bad` where the bytes mean nothing.
    ///
    /// `offset` is below `bytes.count`, and the length never reaches past it.
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead

    /// Where the stretch ends that stands in house form already and can be copied whole; `offset` if there is none.
    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int
}

extension TextReader {
    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int { offset }

    /// Where a stretch of printable ASCII ends, for encodings that share it with UTF-8.
    func asciiRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        var at = offset
        while at < limit, bytes[at] &- 0x20 < 0x5F { at &+= 1 }
        return at
    }
}

/// One scalar as read: its value and how many bytes it took.
struct TextRead {
    /// Stands for a byte sequence that means nothing in the encoding; above every Unicode scalar.
    static let bad: UInt32 = 0xFFFF_FFFF

    let scalar: UInt32
    let length: Int

    @inline(__always)
    init(_ scalar: UInt32, _ length: Int) {
        self.scalar = scalar
        self.length = length
    }
}
