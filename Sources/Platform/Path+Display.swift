extension Path: CustomStringConvertible {
    /// The form for display; use `bytes` for everything else.
    package var description: String { Path.display(bytes) }

    /// Shows a name so that it can do no harm and no two names look the same.
    ///
    /// Valid printable UTF-8 stays as it is, a backslash is doubled, and everything else is written as `\xNN`, byte by
    /// byte: control characters (a terminal obeys them), bytes that are not UTF-8 (replaced by U+FFFD, two names could
    /// become one), line and paragraph separators (a name must stay on its line), characters without width and those
    /// that change the direction of the text (they make one name look like another).
    package static func display(_ bytes: [UInt8]) -> String {
        var shown: [UInt8] = []
        shown.reserveCapacity(bytes.count)
        var start = 0
        while start < bytes.count {
            let (scalar, length) = scalar(in: bytes, at: start)
            let sequence = bytes[start..<start + length]
            if scalar == "\\" {
                shown += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            } else if let scalar, isPrintable(scalar) {
                shown += sequence
            } else {
                for byte in sequence { appendEscape(of: byte, to: &shown) }
            }
            start += length
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// The bytes that `display` shows as this text; nil where it shows none so.
    package static func bytes(displayedAs text: String) -> [UInt8]? {
        let backslash = UInt8(ascii: "\\")
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == backslash else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case backslash: bytes.append(backslash)
            case UInt8(ascii: "x"):
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
                    let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: return nil
            }
        }
        return bytes
    }

    /// Appends `\xNN`.
    static func appendEscape(of byte: UInt8, to text: inout [UInt8]) {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        text += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return false
        // Variation selectors and fillers are not format characters, but have no width either.
        default: return !properties.isDefaultIgnorableCodePoint
        }
    }

    /// Reads one scalar by table 3-7 of the Unicode Standard (well-formed UTF-8 byte sequences).
    ///
    /// - Returns: The scalar and its length, or nil and 1 where no scalar begins at `start`: overlong forms, surrogates
    ///   and incomplete sequences are none.
    static func scalar(in bytes: [UInt8], at start: Int) -> (Unicode.Scalar?, length: Int) {
        let first = bytes[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0x00...0x7F: return (Unicode.Scalar(first), 1)
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return (nil, 1)
        }
        guard length <= bytes.count - start, second.contains(bytes[start + 1]) else { return (nil, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in bytes[(start + 1)..<(start + length)] {
            guard byte & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (Unicode.Scalar(value), length)
    }
}
