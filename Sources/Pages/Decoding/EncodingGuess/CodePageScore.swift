/// Scores how well a text's high bytes read in one code page.
///
/// A score is a sum of logarithms of probabilities, so that the scores of one text in several pages can be compared.
struct CodePageScore {
    /// What a byte is within a word.
    private enum Role: UInt8 {
        case other
        case small
        case capital
        /// A letter of a script without case, or a mark.
        case caseless
        case symbol
        /// The closing quotation mark; at a word's start it is a misread byte more often than not.
        case closing
    }

    let encoding: Encoding
    private let scalars: [UInt32]
    private let roles: [Role]
    private let latin: [Bool]
    /// The score of each byte from 0x80 on, for each language that may be in this encoding.
    private var worths: [[Double]] = []

    /// Made once for each encoding: looking up what its letters are takes longer than reading a short text.
    static let all: [Encoding: CodePageScore] = Dictionary(
        uniqueKeysWithValues: Encoding.allCases.compactMap { encoding in CodePageScore(encoding).map { (encoding, $0) }
        }
    )

    private init?(_ encoding: Encoding) {
        guard let upper = CodePage.table(encoding) else { return nil }
        self.encoding = encoding
        scalars = (0..<0x80).map { UInt32($0) } + upper.map { $0 == CodePage.undefined ? TextRead.bad : UInt32($0) }
        roles = scalars.map(CodePageScore.role)
        latin = scalars.map { $0 < 0x250 }
        var languages: [LetterModel?] = LetterModel.all.filter { $0.encodings.contains(encoding) }
        if [.latin1, .windows1252, .latin9].contains(encoding) { languages.append(nil) }
        worths = languages.map { language in (0x80...0xFF).map { worth($0, language) } }
    }

    /// The score of the bytes in the language that fits best; `counts` tells how often each byte from 0x80 on is used.
    func best(_ bytes: Span<UInt8>, _ counts: [Double]) -> Double {
        (worths.map { sum(counts, $0) }.max() ?? -Double.infinity) + context(bytes)
    }

    /// The score of the bytes without regard to their neighbours.
    private func sum(_ counts: [Double], _ worths: [Double]) -> Double {
        zip(counts, worths).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func worth(_ byte: Int, _ model: LetterModel?) -> Double {
        let scalar = scalars[byte]
        // No text has C1 controls or undefined bytes on purpose. NEL is the exception: some systems end lines with it.
        if scalar == TextRead.bad || 0x80...0x9F ~= scalar && scalar != 0x85 { return -9 }
        switch roles[byte] {
        case .other, .closing: return -2
        case .symbol: return -5
        case .small, .capital, .caseless:
            guard let model else { return LetterModel.anyWestern }
            return model.shares[scalar] ?? model.shares[CodePageScore.small(scalar)] ?? LetterModel.foreign
        }
    }

    /// The penalties for bytes that should not be neighbours: capitals or symbols within words, words of two scripts.
    ///
    /// KOI8 and windows-1251 have much the same letters in the same bytes with upper and lower case exchanged, so case
    /// is what tells them apart. In Latin words an accented letter seldom follows another.
    private func context(_ bytes: Span<UInt8>) -> Double {
        var sum = 0.0
        var before: UInt8 = 0x20
        // Whether the previous byte stands after a blank.
        var isStart = false
        for index in bytes.indices {
            let byte = bytes[index]
            defer {
                isStart = before <= 0x20
                before = byte
            }
            guard byte | before >= 0x80 else { continue }
            let (role, last) = (roles[Int(byte)], roles[Int(before)])
            if role == .capital, byte >= 0x80 { sum -= 0.7 }
            let isLetter = role == .small || role == .capital || role == .caseless
            let wasLetter = last == .small || last == .capital || last == .caseless
            if isLetter, wasLetter {
                if latin[Int(byte)] != latin[Int(before)] {
                    sum -= 4
                } else if role == .capital, last == .small {
                    sum -= 4
                } else if latin[Int(byte)], byte >= 0x80, before >= 0x80 {
                    sum -= 1.5
                }
            } else if isLetter, last == .closing, isStart {
                sum -= 4
            } else if role == .symbol && wasLetter || isLetter && last == .symbol {
                sum -= 1.5
            }
        }
        return sum
    }

    private static func role(_ scalar: UInt32) -> Role {
        guard let scalar = Unicode.Scalar(scalar) else { return .symbol }
        switch scalar.value {
        case 0x41...0x5A: return .capital
        case 0x61...0x7A: return .small
        case 0..<0x80: return .other
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter: return .capital
        case .lowercaseLetter: return scalar.value == 0xB5 ? .symbol : .small
        case .otherLetter where scalar.value > 0xFF, .nonspacingMark: return .caseless
        default: break
        }
        if scalar.value == 0x2019 { return .closing }
        // Symbols that running text does have, even within words; any other is seldom intended.
        switch scalar.value {
        case 0xA0, 0xA1, 0xA7, 0xA9, 0xAA, 0xAB, 0xAD, 0xAE, 0xB0, 0xB7, 0xBA, 0xBB, 0xBF, 0x60C, 0x61B, 0x61F, 0x5BE,
            0x200C...0x203A, 0x20AC, 0x2116, 0x2122, 0xA3:
            return .other
        default: return .symbol
        }
    }

    private static func small(_ scalar: UInt32) -> UInt32 {
        guard let letter = Unicode.Scalar(scalar) else { return scalar }
        return letter.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    }
}
