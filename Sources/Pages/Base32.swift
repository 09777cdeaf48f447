/// Base32 of RFC 4648, in lower case and without padding.
enum Base32 {
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// The first `count` digits of the bytes' base32; bits past the last byte count as zero.
    static func text(_ bytes: [UInt8], digits count: Int) -> String {
        let text = (0..<count).map { index in
            let bit = index * 5
            let high = bit / 8 < bytes.count ? UInt16(bytes[bit / 8]) : 0
            let low = bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0
            return digits[Int((high << 8 | low) >> UInt16(11 - bit % 8) & 31)]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
