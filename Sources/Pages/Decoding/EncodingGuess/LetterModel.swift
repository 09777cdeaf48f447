/// Which letters a language uses and how often, for telling code pages apart.
///
/// In the right code page the high bytes become letters that some language uses, and its frequent letters come often.
/// The order of letters by frequency is enough: in running text a letter's share falls by a steady ratio from rank to
/// rank.
struct LetterModel {
    /// The code pages that texts of the language come in.
    let encodings: [Encoding]
    /// The natural logarithm of a letter's share, by its lower case.
    let shares: [UInt32: Double]

    /// The score of a letter that the language does not use: a foreign name may have one, a text does not have many.
    static let foreign = -7.5
    /// The score of a letter in a western code page where no language is assumed: each is as likely as any other.
    static let anyWestern = -4.1

    private init(_ encodings: [Encoding], logarithms: (first: Double, step: Double), _ letters: String) {
        var shares: [UInt32: Double] = [:]
        for (rank, letter) in letters.unicodeScalars.enumerated() {
            shares[letter.value] = logarithms.first + logarithms.step * Double(rank)
        }
        self.encodings = encodings
        self.shares = shares
    }

    /// A language whose whole alphabet is in the upper half of the code page.
    ///
    /// The ratio is 0.9, as frequency tables for Russian and Greek have it.
    private static func alphabet(_ encodings: [Encoding], _ letters: String) -> LetterModel {
        LetterModel(encodings, logarithms: (-2.3, -0.105), letters)
    }

    /// A language in Latin letters, of which only those with marks are in the upper half.
    ///
    /// They are few, so the ratio is 0.8.
    private static func marked(_ encodings: [Encoding], _ letters: String) -> LetterModel {
        LetterModel(encodings, logarithms: (-1.6, -0.22), letters)
    }

    private static let western: [Encoding] = [.latin1, .windows1252, .latin9]
    private static let central: [Encoding] = [.latin2, .windows1250]
    private static let cyrillic: [Encoding] = [.cyrillic, .koi8Russian, .koi8Ukrainian, .windows1251]

    /// All languages, by the code pages they come in.
    static let all: [LetterModel] = [
        // French, German, Spanish, Portuguese, Italian, Catalan.
        marked(western, "éèàêçôîûâùëïœü"),
        marked(western, "üäößéà"),
        marked(western, "óíáéñúü"),
        marked(western, "ãçáéíóêõúâàôü"),
        marked(western, "èàùòéìî"),
        marked(western, "éàóèíòçúïü"),
        // Dutch, Swedish and Finnish, Danish and Norwegian, Icelandic.
        marked(western, "ëéïèöüêçáó"),
        marked(western, "äöåéüšž"),
        marked(western, "øåæéöäü"),
        marked(western, "áðíéóæþöúý"),
        // Polish, Czech, Slovak, Hungarian, Romanian, the languages of Gaj's alphabet.
        marked(central, "łóążęśćńźéöü"),
        marked(central, "íáéěřčžýšůúňťďóöü"),
        marked(central, "áíéčžýšúľťôňäóďŕĺö"),
        marked(central, "áéóőöíüúű"),
        marked(central, "ăîşâţéöü"),
        marked(central, "šžčćđéöü"),
        // Turkish; the code page does not have the schwa of Azeri.
        marked([.latin5, .windows1254], "ışüğçöİâîûé"),
        // Lithuanian, Latvian, Estonian.
        marked([.windows1257], "ėšųžįčąūęéöü"),
        marked([.windows1257], "āīēšūžņļķģčéöü"),
        marked([.windows1257], "äõüöšžé"),
        // Russian, Bulgarian, Ukrainian, Belarusian, Serbian, Macedonian.
        alphabet(cyrillic, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
        alphabet(cyrillic, "аиоетнрсвлкдпмзуябъгчйжшцщхфюь"),
        alphabet(cyrillic, "оаниівертслкмудпязьгйбчхцюжшїєщфґ"),
        alphabet(cyrillic, "анаіеыртслкоуядмпзвгбьцўчшйхжюэфё"),
        alphabet(cyrillic, "аиоенртсвкујдлпмзгбшчцжћњхљђфџ"),
        alphabet(cyrillic, "аоиетнрсвкдлпмузјгбшчцжќњхѓфљџѕ"),
        // Greek, Hebrew, Arabic, Persian as far as the code page has its letters.
        alphabet([.greek, .windows1253], "ατοινεσρκπυςμηλίγάδόέθήωχφβύώξζψϊϋΐΰ"),
        alphabet([.windows1255], "יוהלאתרמבשנםעדחקפגטכסצןזךףץ\u{5B8}\u{5B7}\u{5B4}\u{5BC}\u{5B6}\u{5B5}\u{5B0}\u{5B9}"),
        alphabet([.windows1256], "اليمونرتبعةدفسهكقحأجشصطىخإضذءزئغثظؤآ"),
        alphabet([.windows1256], "اينردهمتوبسشلکگزخفقپعجآحصچطغضذئظثءژؤأ"),
    ]
}
