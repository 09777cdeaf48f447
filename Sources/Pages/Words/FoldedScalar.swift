/// What one scalar folds to by the rules of `Folding`: bytes of a word, a break between words, or nothing.
struct FoldedScalar: Equatable, Sendable {
    /// The UTF-8 of what it folds to, the first byte lowest, and zeros above; none of the bytes is zero.
    let bytes: UInt64

    private static let longest = 7
    /// The highest byte is of no text, since there are at most seven.
    static var wordBreak: FoldedScalar { FoldedScalar(bytes: .max) }

    private init(bytes: UInt64) {
        self.bytes = bytes
    }

    /// A small letter or a digit, which folds to itself.
    @inline(__always)
    init(ascii byte: UInt8) {
        bytes = UInt64(byte)
    }

    /// Finds it by the properties that Unicode gives the scalar, which takes a hundred times as long as a look into
    /// the table.
    init(_ scalar: Unicode.Scalar) {
        // Fullwidth ASCII.
        let plain = 0xFF01...0xFF5E ~= scalar.value ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        var bytes: [UInt8] = []
        for lower in plain.properties.lowercaseMapping.unicodeScalars {
            if let letters = FoldingTable.plain[lower] {
                bytes += letters
                continue
            }
            switch FoldedScalar.category(lower) {
            case .word: bytes += UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter
            case .invisible: break
            case .other:
                self = .wordBreak
                return
            }
        }
        self.bytes = bytes.prefix(FoldedScalar.longest).reversed().reduce(0) { $0 << 8 | UInt64($1) }
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

extension FoldedScalar {
    /// Of each scalar below `tableEnd`: of all scripts but the Han characters, Hangul, and some rare ones.
    private static let table: [FoldedScalar] = (0..<tableEnd).map { value in
        Unicode.Scalar(value).map { FoldedScalar($0) } ?? .wordBreak
    }
    private static let tableEnd: UInt32 = 0x3100

    /// What a scalar folds to.
    @inline(__always)
    static func of(_ scalar: UInt32) -> FoldedScalar {
        scalar < tableEnd ? table[Int(scalar)] : ofRare(scalar)
    }

    private static func ofRare(_ scalar: UInt32) -> FoldedScalar {
        switch scalar {
        // Han characters and the syllables of Hangul have no case and no accents.
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3:
            let scalar = UInt64(scalar)
            let utf8 = 0xE0 | scalar >> 12 | (0x80 | scalar >> 6 & 0x3F) << 8 | (0x80 | scalar & 0x3F) << 16
            return FoldedScalar(bytes: utf8)
        default: return Unicode.Scalar(scalar).map { FoldedScalar($0) } ?? .wordBreak
        }
    }
}
