/// Folds text for comparison: texts that a reader would call the same words become the same bytes.
///
/// Ids are made from folded text, so these rules must never change:
///
/// 1. Letters go to lower case by the standard library's full mapping; final sigma becomes sigma.
/// 2. Letters in `FoldingTable` lose their accents; fullwidth ASCII becomes ASCII.
/// 3. Combining marks U+0300…U+036F and invisible format characters are left out.
/// 4. Letters, digits and the marks of other scripts stay; a run of anything else becomes one space.
/// 5. There is no space at either end.
enum Folding {
    /// The folded text as UTF-8.
    static func folded(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var isApart = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39:
                appendByte(UInt8(truncatingIfNeeded: scalar.value), &isApart, to: &out)
            case 0x41...0x5A:
                appendByte(UInt8(truncatingIfNeeded: scalar.value | 0x20), &isApart, to: &out)
            case 0..<0x80:
                isApart = true
            case 0xFF01...0xFF5E:
                fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar, &isApart, to: &out)
            default:
                fold(scalar, &isApart, to: &out)
            }
        }
        return out
    }

    private static func fold(_ scalar: Unicode.Scalar, _ isApart: inout Bool, to out: inout [UInt8]) {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            if let plain = FoldingTable.plain[lower] {
                for byte in plain { appendByte(byte, &isApart, to: &out) }
                continue
            }
            switch category(lower) {
            case .word:
                if isApart, !out.isEmpty { out.append(UInt8(ascii: " ")) }
                isApart = false
                out.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
            case .invisible:
                break
            case .other:
                isApart = true
            }
        }
    }

    private static func appendByte(_ byte: UInt8, _ isApart: inout Bool, to out: inout [UInt8]) {
        if isApart, !out.isEmpty { out.append(UInt8(ascii: " ")) }
        isApart = false
        out.append(byte)
    }

    private enum Category {
        case word
        case invisible
        case other
    }

    private static func category(_ scalar: Unicode.Scalar) -> Category {
        if 0x300...0x36F ~= scalar.value { return .invisible }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return .word
        case .format:
            return .invisible
        default:
            return .other
        }
    }
}
