/// The characters that make up much of any text in the languages of East Asia.
///
/// Read in the wrong encoding of several bytes per character, a text becomes characters too, but rare ones: each
/// encoding has the common ones at other codes. About a hundred of the commonest are a quarter of a text and more.
enum CommonCharacters {
    /// How common a text's characters are in the encoding's language; a text has to reach 1.
    static func measure(_ encoding: Encoding, _ scalars: [UInt32: Int]) -> Double {
        switch encoding {
        case .eucKorean: share(scalars) { korean.contains($0) } / 0.25
        case .shiftJIS, .eucJapanese: share(scalars) { 0x3041...0x3093 ~= $0 } / 0.2
        // Traditional Chinese comes in this encoding too.
        case .gb18030:
            max(share(scalars) { simplified.contains($0) }, share(scalars) { traditional.contains($0) }) / 0.16
        case .big5: share(scalars) { traditional.contains($0) } / 0.16
        default: 0
        }
    }

    /// The share of common characters among all but punctuation.
    ///
    /// Punctuation has the same codes in several of the encodings, so it tells nothing.
    private static func share(_ scalars: [UInt32: Int], _ isCommon: (UInt32) -> Bool) -> Double {
        var all = 0
        var common = 0
        for (scalar, count) in scalars where !(0x2000..<0x3041 ~= scalar || 0xFF00..<0xFF61 ~= scalar) {
            all += count
            if isCommon(scalar) { common += count }
        }
        return all > 0 ? Double(common) / Double(all) : 0
    }

    private static let korean = set(
        "이다의는에을가고한를은지로기도사하서인대자과정리시일어해으아수만전부장그들보제나것라국상있원했주회"
            + "구경공성관소안조비세면오연여까년등때월위신선동적계무실유미방개식명민말할였된운행산거결중"
    )

    private static let simplified = set(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产而方后多定"
            + "行学法所民得经十三之进着等部家电力里如水高自二理起小现加量都两机当从业本去把性好开它合还因由其然前外天政四日"
            + "那社事平全表间样与关各新线内数正市月报记者"
    )

    private static let traditional = set(
        "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產而方後多定"
            + "行學法所民得經十三之進著等部家電力裡如水高自二理起小現加量都兩機當從業本去把性好開它合還因由其然前外天政四日"
            + "那社事平全表間樣與關各新線內數正市月報記者"
    )

    private static func set(_ characters: String) -> Set<UInt32> { Set(characters.unicodeScalars.map(\.value)) }
}
