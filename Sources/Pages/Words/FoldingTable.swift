/// Letters that fold to others: those with an accent to the one without, ligatures to their letters.
///
/// The standard library decomposes nothing in public, so the letters stand here: Latin with Vietnamese, Greek and
/// Cyrillic. Only lower case is listed, since folding lowers first. Part of what ids are made from: a row may be added
/// for letters no dump has held, none may be changed.
enum FoldingTable {
    /// The plain letters' UTF-8 by letter.
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
        // The same Greek letters once more: Unicode's second copies of those with an acute accent.
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
