/// What one scalar folds to by the rules of `Folding`: bytes of a word, a break between words, or nothing.
struct FoldedScalar: Equatable, Sendable {
    /// The UTF-8 of what it folds to, the first byte lowest; above these the number of bytes.
    private let bits: UInt64

    private static let longest = 7
    /// All bits: no number of bytes is as large.
    static let wordBreak = FoldedScalar(bits: .max)

    private init(bits: UInt64) {
        self.bits = bits
    }

    /// How many bytes it adds to a word.
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: bits &>> 56) }

    @inline(__always)
    func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits &>> UInt64(8 &* index)) }

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
        let kept = bytes.prefix(FoldedScalar.longest)
        bits = kept.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(kept.count) << 56
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
            return FoldedScalar(bits: utf8 | 3 << 56)
        default: return Unicode.Scalar(scalar).map { FoldedScalar($0) } ?? .wordBreak
        }
    }
}
