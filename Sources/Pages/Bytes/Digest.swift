/// A SHA-256 digest: 32 bytes, stored and compared as four words.
///
/// Its text form is 64 lower-case hexadecimal digits, the same that `sha256sum` prints.
package struct Digest: Hashable, Sendable {
    /// The eight 32-bit words of FIPS 180-4, two in each word here, the first of them in the upper half.
    let words: (UInt64, UInt64, UInt64, UInt64)

    init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// Reads 64 hexadecimal digits; anything else is nil.
    package init?(hex: String) {
        var parts: [UInt64] = []
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        for start in stride(from: 0, to: 64, by: 16) {
            var word: UInt64 = 0
            for digit in digits[start..<start + 16] {
                guard let value = Digest.value(ofHexDigit: digit) else { return nil }
                word = word << 4 | UInt64(value)
            }
            parts.append(word)
        }
        words = (parts[0], parts[1], parts[2], parts[3])
    }

    /// The digest as 32 bytes.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for word in [words.0, words.1, words.2, words.3] {
            for place in 1...8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(64 - 8 * place))) }
        }
        return bytes
    }

    /// The digest as 64 lower-case hexadecimal digits.
    package var hex: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for word in [words.0, words.1, words.2, words.3] {
            for place in 1...16 {
                let value = UInt8(truncatingIfNeeded: word >> UInt64(64 - 4 * place) & 15)
                digits.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    package static func == (one: Digest, other: Digest) -> Bool {
        one.words == other.words
    }

    package func hash(into hasher: inout Hasher) {
        // The words are uniformly spread already; one is enough for a hash table.
        hasher.combine(words.0)
    }

    private static func value(ofHexDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
