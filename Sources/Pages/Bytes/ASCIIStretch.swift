/// Tests eight bytes at a time, since most text is ASCII.
enum ASCIIStretch {
    static let length = 8

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Whether the eight bytes from an offset on are printable ASCII.
    ///
    /// Any other byte has its high bit set, or gets it when 32 is subtracted (a control) or one is added (DEL). Only
    /// such a byte can borrow from the next or carry into it, and then the answer is no in any case.
    @inline(__always)
    static func isPrinting(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let eight = load(bytes, offset)
        return (eight | (eight &- ones &* 0x20) | (eight &+ ones)) & highBits == 0
    }

    /// Whether the eight bytes from an offset on are ASCII without NUL.
    @inline(__always)
    static func isText(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let eight = load(bytes, offset)
        return (eight | (eight &- ones)) & highBits == 0
    }

    /// Whether one of the eight bytes from an offset on is a certain one of ASCII.
    ///
    /// Where it stands the difference is zero, and only subtracting from zero sets a high bit that was not set.
    @inline(__always)
    static func has(_ byte: UInt8, _ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let difference = load(bytes, offset) ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & highBits != 0
    }

    /// How many of the eight bytes from an offset on are letters; nil where fewer are left, or one is not ASCII.
    @inline(__always)
    static func letters(_ bytes: Span<UInt8>, _ offset: Int) -> Int? {
        guard bytes.count &- offset >= length else { return nil }
        let eight = load(bytes, offset)
        return eight & highBits == 0 ? letters(eight).nonzeroBitCount : nil
    }

    /// The high bit of each of eight bytes that is a letter of ASCII.
    @inline(__always)
    private static func letters(_ eight: UInt64) -> UInt64 {
        let small = eight & ~highBits | ones &* 0x20
        // What is `a` or above, and not above `z`: no sum reaches the next byte.
        return (small &+ ones &* 0x1F) & ~(small &+ ones &* 0x05) & ~eight & highBits
    }

    /// As `has`, and a letter also where it is large.
    @inline(__always)
    static func hasInAnyCase(_ byte: UInt8, _ bytes: Span<UInt8>, _ offset: Int) -> Bool {
        let difference = (load(bytes, offset) | ones &* 0x20) ^ (ones &* UInt64(byte | 0x20))
        return (difference &- ones) & ~difference & highBits != 0
    }

    /// The number of characters (scalars) of UTF-8: of bytes that do not continue one.
    @inline(__always)
    static func characters(_ bytes: Span<UInt8>) -> Int {
        var at = 0
        var continuing = 0
        while bytes.count &- at >= length {
            let eight = load(bytes, at)
            // The high bit of each byte whose next bit is not set.
            continuing &+= (eight & ~(eight &<< 1) & highBits).nonzeroBitCount
            at &+= length
        }
        while at < bytes.count {
            continuing &+= bytes[at] & 0xC0 == 0x80 ? 1 : 0
            at &+= 1
        }
        return bytes.count &- continuing
    }

    /// Loads eight bytes; this is safe, since any eight bytes are a valid number and the span checks its bounds.
    @inline(__always)
    private static func load(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}
