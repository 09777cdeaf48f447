/// A reference to a character as HTML and XML write it: `&amp;`, `&#39;`, `&#x2019;`.
struct CharacterReference {
    let scalar: UInt32
    /// In bytes of the text, from the ampersand to the semicolon.
    let length: Int
    let isNumeric: Bool

    /// No more digits are read, leading zeros among them (`&#0000039;`), so that a search ends soon.
    private static let mostDigits = 10

    /// Reads the reference that begins with an ampersand at an offset; nil where none does.
    ///
    /// A reference without its semicolon is none, as running text has such words; nor is one to a character that no text
    /// has. A line end is read as a blank: on the page it was one, since there only markup ends lines.
    init?<Reader: TextReader>(_ reader: Reader, _ bytes: Span<UInt8>, at offset: Int) {
        var cursor = Cursor(at: offset)
        guard cursor.next(reader, bytes) == UInt32(UInt8(ascii: "&")), let first = cursor.next(reader, bytes) else {
            return nil
        }
        isNumeric = first == UInt32(UInt8(ascii: "#"))
        if isNumeric {
            guard let value = CharacterReference.number(reader, bytes, &cursor) else { return nil }
            if 0xD800..<0xDC00 ~= value {
                // Scripts write a character above U+FFFF as its two surrogates.
                guard cursor.next(reader, bytes) == UInt32(UInt8(ascii: "&")),
                    cursor.next(reader, bytes) == UInt32(UInt8(ascii: "#")),
                    let low = CharacterReference.number(reader, bytes, &cursor), 0xDC00..<0xE000 ~= low
                else { return nil }
                scalar = 0x10000 + ((value & 0x3FF) << 10 | low & 0x3FF)
            } else {
                guard let meant = CharacterReference.meant(value) else { return nil }
                scalar = meant
            }
        } else {
            guard let named = CharacterReference.name(first, reader, bytes, &cursor) else { return nil }
            scalar = named
        }
        length = cursor.at - offset
    }

    private struct Cursor {
        var at: Int

        mutating func next<Reader: TextReader>(_ reader: Reader, _ bytes: Span<UInt8>) -> UInt32? {
            guard at < bytes.count else { return nil }
            let read = reader.read(bytes, at: at)
            at += read.length
            return read.scalar
        }
    }

    private static func name<Reader: TextReader>(
        _ first: UInt32,
        _ reader: Reader,
        _ bytes: Span<UInt8>,
        _ cursor: inout Cursor
    ) -> UInt32? {
        var key: UInt64 = 0
        var scalar = first
        for _ in 0...longestName {
            if scalar == UInt32(UInt8(ascii: ";")) { return named[key] }
            guard 0x30...0x39 ~= scalar || 0x41...0x5A ~= scalar || 0x61...0x7A ~= scalar else { return nil }
            key = key &<< 8 | UInt64(scalar)
            guard let next = cursor.next(reader, bytes) else { return nil }
            scalar = next
        }
        return nil
    }

    /// The number after `&#`, decimal or after an x hexadecimal.
    private static func number<Reader: TextReader>(
        _ reader: Reader,
        _ bytes: Span<UInt8>,
        _ cursor: inout Cursor
    ) -> UInt32? {
        var value: UInt32 = 0
        var digits = 0
        var isHexadecimal = false
        while let scalar = cursor.next(reader, bytes) {
            let small = scalar | 0x20
            if digits == 0, !isHexadecimal, small == 0x78 {
                isHexadecimal = true
                continue
            }
            if scalar == UInt32(UInt8(ascii: ";")) { return digits > 0 ? value : nil }
            let digit: UInt32
            if 0x30...0x39 ~= scalar {
                digit = scalar - 0x30
            } else if isHexadecimal, 0x61...0x66 ~= small {
                digit = small - 0x57
            } else {
                return nil
            }
            digits += 1
            value = value * (isHexadecimal ? 16 : 10) + digit
            guard digits <= mostDigits, value <= 0x10_FFFF else { return nil }
        }
        return nil
    }

    /// The character that a number means, as the HTML standard has it: 128 to 159 are those of windows-1252.
    private static func meant(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: 0x20
        case 0x80..<0xA0: Windows1252.scalar(UInt8(value))
        case 0..<0x20, 0x7F, 0xD800..<0xE000: nil
        default: value & 0xFFFE == 0xFFFE ? nil : value
        }
    }
}
