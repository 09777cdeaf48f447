/// The digits of all scripts that people write dates with: Unicode's general category Nd.
///
/// In each script ten characters from zero to nine follow one another, so the character for zero tells the value of
/// all (The Unicode Standard, section 4.6). Left out are scripts without a press of their own.
enum DecimalDigit {
    /// The value of a digit; nil for any other scalar.
    @inline(__always)
    static func value(_ scalar: UInt32) -> Int? {
        if scalar < 0x660 { return scalar &- 0x30 < 10 ? Int(scalar &- 0x30) : nil }
        return zero(beyondASCII: scalar).map { Int(scalar &- $0) }
    }

    /// The zero of a digit's script; nil for a scalar that is no digit.
    @inline(__always)
    static func zero(_ scalar: UInt32) -> UInt32? {
        if scalar < 0x660 { return scalar &- 0x30 < 10 ? 0x30 : nil }
        return zero(beyondASCII: scalar)
    }

    @inline(__always)
    private static func zero(beyondASCII scalar: UInt32) -> UInt32? {
        // Punctuation, kana and Han are most of what is asked for.
        if scalar > 0x1C59, scalar < 0xA620 { return nil }
        return byScript(scalar)
    }

    private static func byScript(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x660...0x669: 0x660  // Arabic
        case 0x6F0...0x6F9: 0x6F0  // Persian, Urdu
        case 0x7C0...0x7C9: 0x7C0  // N'Ko
        // Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam and Sinhala have their
        // digits at the same place of their blocks of 128 characters.
        case 0x900...0xDFF: (0x66...0x6F).contains(scalar & 0x7F) ? scalar & ~0x7F | 0x66 : nil
        case 0xE50...0xE59: 0xE50  // Thai
        case 0xED0...0xED9: 0xED0  // Lao
        case 0xF20...0xF29: 0xF20  // Tibetan
        case 0x1040...0x1049: 0x1040  // Burmese
        case 0x1090...0x1099: 0x1090  // Shan
        case 0x17E0...0x17E9: 0x17E0  // Khmer
        case 0x1810...0x1819: 0x1810  // Mongolian
        case 0x1B50...0x1B59: 0x1B50  // Balinese
        case 0x1C50...0x1C59: 0x1C50  // Ol Chiki
        case 0xA9D0...0xA9D9: 0xA9D0  // Javanese
        case 0xABF0...0xABF9: 0xABF0  // Meetei Mayek
        case 0xFF10...0xFF19: 0xFF10  // fullwidth
        case 0x11136...0x1113F: 0x11136  // Chakma
        case 0x1E950...0x1E959: 0x1E950  // Adlam
        // Bold and other letters of mathematics, which social networks use to decorate text: five times ten digits.
        case 0x1D7CE...0x1D7FF: 0x1D7CE + (scalar - 0x1D7CE) / 10 * 10
        default: nil
        }
    }
}
