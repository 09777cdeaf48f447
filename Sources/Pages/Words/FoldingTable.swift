/// Letters that fold to others: letters with an accent to those without, ligatures to the letters they join.
///
/// The standard library has no public function for Unicode decomposition, so the letters are listed here: Latin with
/// Vietnamese, Greek and Cyrillic. Only small letters are listed, since folding goes to lower case first. Ids depend on
/// this table: a row may be added for letters that no dump has held so far, but no row may be changed.
enum FoldingTable {
    /// For each letter the UTF-8 of the plain letters that it folds to.
    static let plain: [Unicode.Scalar: [UInt8]] = {
        var table: [Unicode.Scalar: [UInt8]] = [:]
        for (plain, letters) in rows {
            for letter in letters.unicodeScalars {
                table[letter] = Array(plain.utf8)
            }
        }
        return table
    }()

    private static let rows: [(String, String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("c", "çćĉċčḉ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉịı"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("d", "ďḋḍḏḑḓđ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖħ"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽł"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩſẛ"),
        ("t", "ţťțṫṭṯṱẗŧ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("z", "źżžẑẓẕ"),
        ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶῐῑῒῖῗ"),
        ("α", "άἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ("ε", "έἐἑἒἓἔἕὲ"),
        ("η", "ήἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺῠῡῢῦῧ"),
        ("ο", "όὀὁὂὃὄὅὸ"),
        ("ω", "ώὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ("и", "йѝӣӥ"),
        ("е", "ѐёӗ"),
        ("г", "ѓ"),
        ("і", "ї"),
        ("к", "ќ"),
        ("у", "ўӯӱӳ"),
        ("ѵ", "ѷ"),
        ("ж", "ӂӝ"),
        ("а", "ӑӓ"),
        ("ә", "ӛ"),
        ("з", "ӟ"),
        ("о", "ӧ"),
        ("ө", "ӫ"),
        ("э", "ӭ"),
        ("ч", "ӵ"),
        ("ы", "ӹ"),
        ("b", "ḃḅḇ"),
        ("f", "ḟ"),
        ("m", "ḿṁṃ"),
        ("p", "ṕṗ"),
        ("v", "ṽṿ"),
        ("x", "ẋẍ"),
        ("ρ", "ῤῥ"),
        ("ae", "æǣǽ"),
        ("oe", "œ"),
        ("ss", "ß"),
        ("ij", "ĳ"),
        ("ʒ", "ǯ"),
        ("σ", "ς"),
        // Unicode's second code points for Greek letters with an acute accent (oxia), and U+1FBE, one for iota.
        ("α", "\u{1F71}"),
        ("ε", "\u{1F73}"),
        ("η", "\u{1F75}"),
        ("ι", "\u{1F77}\u{1FBE}\u{1FD3}"),
        ("ο", "\u{1F79}"),
        ("υ", "\u{1F7B}\u{1FE3}"),
        ("ω", "\u{1F7D}"),
        ("ff", "ﬀ"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("ffi", "ﬃ"),
        ("ffl", "ﬄ"),
        ("st", "ﬆ"),
    ]
}
