package import Pages
import Platform

/// The encodings with several bytes for a character, which the C library converts (iconv(3)).
package enum SystemEncodings {
    /// The scalars that bytes stand for, by the tables of the C library.
    ///
    /// Nil where the machine lacks the table; then the text is refused as one that the desk cannot read.
    @Sendable
    package static func scalars(_ encoding: Encoding, _ lines: [UInt8]) -> [UInt32]? {
        // Pages that announce one of the plain encodings are written in the superset that Microsoft made of it.
        let name: String? =
            switch encoding {
            case .eucKorean: "UHC"
            case .shiftJIS: "CP932"
            case .eucJapanese: "EUC-JP-MS"
            case .gb18030: "GB18030"
            case .big5: "CP950"
            default: nil
            }
        guard let name, let iconv = Iconv(from: name) else { return nil }
        return iconv.scalars(lines)
    }
}
