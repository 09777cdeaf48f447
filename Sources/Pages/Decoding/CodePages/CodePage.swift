/// The upper half of the encodings of one byte per character; the lower half is ASCII in all of them.
enum CodePage {
    /// Stands in the tables for a byte that the page leaves undefined.
    static let undefined: UInt16 = 0xFFFD

    /// What the bytes 0x80 to 0xFF mean; nil for an encoding that is no code page of one byte per character.
    static func table(_ encoding: Encoding) -> [UInt16]? {
        switch encoding {
        case .windows1250: windows1250
        case .windows1251: windows1251
        case .windows1252: windows1252
        case .windows1253: windows1253
        case .windows1254: windows1254
        case .windows1255: windows1255
        case .windows1256: windows1256
        case .windows1257: windows1257
        case .latin1: latin1
        case .latin2: latin2
        case .cyrillic: cyrillic
        case .greek: greek
        case .latin5: latin5
        case .latin9: latin9
        case .koi8Russian: koi8Russian
        case .koi8Ukrainian: koi8Ukrainian
        case .utf8, .utf16LittleEndian, .utf16BigEndian, .eucKorean, .shiftJIS, .eucJapanese, .gb18030, .big5: nil
        }
    }

    private static let latin1: [UInt16] = Array(0x80...0xFF)

    private static let windows1252: [UInt16] = (0x80...0xFF).map { byte in
        Windows1252.scalar(byte).map { UInt16(truncatingIfNeeded: $0) } ?? undefined
    }
}
