/// Looks at eight bytes in one step, since most text is ASCII.
enum ASCIIStretch {
    static let length = 8

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Whether the bytes from an offset on are signs and letters of ASCII, with no control among them.
    ///
    /// A byte has its high bit set, or gets it when 32 is taken away (a control) or one added (DEL); what it borrows from
    /// the next is of no matter, for then the answer is known.
    @inline(__always)
    static func isPrinting(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let eight = load(bytes, offset)
        return (eight | (eight &- ones &* 0x20) | (eight &+ ones)) & highBits == 0
    }

    /// Whether the bytes from an offset on are ASCII, with no NUL among them.
    @inline(__always)
    static func isText(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let eight = load(bytes, offset)
        return (eight | (eight &- ones)) & highBits == 0
    }

    /// Any eight bytes are a number; that they are there is checked by the span itself.
    @inline(__always)
    private static func load(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}
