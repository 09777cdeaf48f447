package import Pages
import Platform

/// The encodings of several bytes a character, as the system converts them.
package enum SystemEncodings {
    /// What characters of several bytes mean, by the system's tables.
    ///
    /// A system that lacks them answers nil, and such a text is refused as one the desk cannot read.
    @Sendable
    package static func scalars(_ encoding: Encoding, _ lines: [UInt8]) -> [UInt32]? {
        // The supersets that Microsoft made are what pages announced under the plain names are written in.
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
