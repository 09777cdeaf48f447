import Glibc
import Testing

/// Made-up news in many languages, and the same in the encodings that were used for them.
enum LegacyTexts {
    struct Sample: Sendable, CustomTestStringConvertible {
        let language: String
        let encoding: String
        /// What the C library calls it.
        let codec: String
        let text: String

        var testDescription: String { "\(language) in \(encoding), \(text.utf8.count) bytes of UTF-8" }

        /// The text in the encoding, by the C library; empty where it has no place for a character.
        ///
        /// Not by the program iconv: a process started here would hold other suites' files open for a moment.
        func bytes() throws -> [UInt8] {
            let conversion = try #require(iconv_open(codec, "UTF-8"))
            defer { iconv_close(conversion) }
            var input = text.utf8.map { CChar(bitPattern: $0) }
            var output = [CChar](repeating: 0, count: input.count * 2 + 16)
            let written = input.withUnsafeMutableBufferPointer { source in
                output.withUnsafeMutableBufferPointer { target -> Int in
                    var (from, to) = (source.baseAddress, target.baseAddress)
                    var (unread, room) = (source.count, target.count)
                    let failures = iconv(conversion, &from, &unread, &to, &room)
                    return failures == 0 && unread == 0 ? target.count - room : 0
                }
            }
            return output[..<written].map { UInt8(bitPattern: $0) }
        }
    }

    private static let encodings: [(language: String, encoding: String, codec: String)] = [
        ("de", "iso-8859-1", "ISO-8859-1"), ("de", "windows-1252", "CP1252"), ("de", "iso-8859-15", "ISO-8859-15"),
        ("fr", "iso-8859-1", "ISO-8859-1"), ("fr", "windows-1252", "CP1252"), ("fr", "iso-8859-15", "ISO-8859-15"),
        ("es", "iso-8859-1", "ISO-8859-1"), ("es", "windows-1252", "CP1252"), ("it", "iso-8859-1", "ISO-8859-1"),
        ("pt", "windows-1252", "CP1252"), ("da", "iso-8859-1", "ISO-8859-1"), ("fi", "windows-1252", "CP1252"),
        ("is", "iso-8859-1", "ISO-8859-1"),
        ("pl", "iso-8859-2", "ISO-8859-2"), ("pl", "windows-1250", "CP1250"), ("cs", "iso-8859-2", "ISO-8859-2"),
        ("cs", "windows-1250", "CP1250"), ("hu", "iso-8859-2", "ISO-8859-2"), ("hu", "windows-1250", "CP1250"),
        ("ro", "iso-8859-2", "ISO-8859-2"), ("hr", "windows-1250", "CP1250"),
        ("tr", "iso-8859-9", "ISO-8859-9"), ("tr", "windows-1254", "CP1254"), ("lt", "windows-1257", "CP1257"),
        ("lv", "windows-1257", "CP1257"), ("et", "windows-1257", "CP1257"),
        ("ru", "windows-1251", "CP1251"), ("ru", "iso-8859-5", "ISO-8859-5"), ("ru", "koi8-r", "KOI8-R"),
        ("bg", "windows-1251", "CP1251"), ("uk", "windows-1251", "CP1251"), ("uk", "koi8-u", "KOI8-U"),
        ("sr", "windows-1251", "CP1251"), ("el", "iso-8859-7", "ISO-8859-7"), ("el", "windows-1253", "CP1253"),
        ("he", "windows-1255", "CP1255"), ("ar", "windows-1256", "CP1256"),
        ("ko", "euc-kr", "CP949"), ("ja", "shift_jis", "CP932"), ("ja", "euc-jp", "EUC-JP-MS"),
        ("zh-Hans", "gb18030", "GB18030"), ("zh-Hant", "big5", "CP950"),
    ]

    /// Every language in every one of its encodings: a line of it, all of it, and pages of 4 and 20 KB.
    static let samples: [Sample] = encodings.flatMap { language, encoding, codec in
        let story = (stories[language] ?? []).map { $0 + ending(encoding, language) }
        return [1, story.count, 12, 60].map { lines in
            let text = (0..<lines).map { line in
                // Pages have plain lines between, and no two lines alike.
                (lines > story.count ? "[\(line)] Photo \(line * 7): archive\n" : "") + story[line % story.count]
            }
            return Sample(
                language: language,
                encoding: encoding,
                codec: codec,
                text: text.joined(separator: "\n") + "\n"
            )
        }
    }

    /// Signs that only the windows page has, or only ISO-8859-15, tell it from the ISO page with the same letters.
    private static func ending(_ encoding: String, _ language: String) -> String {
        switch encoding {
        case "iso-8859-15": " (12 €)"
        case "windows-1252", "windows-1250", "windows-1254", "windows-1253": " – “2026” …"
        default: ""
        }
    }

    static let stories: [String: [String]] = [
        "de": [
            "Der Gemeinderat hat am Dienstag beschlossen, die alte Fähre noch ein Jahr länger fahren zu lassen. Die Bürgermeisterin sagte, für die Straße über den Fluss fehle weiterhin das Geld, und niemand könne es früher ändern.",
            "Die Fischer hörten zu und blieben höflich. Größere Schäden am Hafen wurden nicht gemeldet.",
        ],
        "fr": [
            "Le conseil a décidé mardi de garder le vieux bac une année de plus. La maire a déclaré que l'argent manquait toujours pour la route à travers la forêt, où les pêcheurs ont déjà été prévenus.",
            "À l'école, les élèves espèrent être reçus à la rentrée. Les dégâts restent légers malgré la tempête.",
        ],
        "es": [
            "El consejo municipal decidió el martes mantener un año más el viejo transbordador. La alcaldesa explicó que todavía falta dinero para la carretera y que mañana habrá otra reunión en el salón de la estación.",
            "¿Quién pagará los daños? Los pescadores pidieron más atención a los niños del puerto.",
        ],
        "it": [
            "Il consiglio ha deciso martedì di tenere il vecchio traghetto ancora un anno, perché la città non ha più soldi. Il sindaco è convinto che così si potrà aprire la strada già a metà maggio, e che ciò basterà.",
            "La comunità però è divisa: c'è chi spera nella novità e chi no.",
        ],
        "pt": [
            "A câmara decidiu na terça-feira manter a velha balsa por mais um ano. A presidente disse que não há dinheiro para a construção da estrada e que a situação dos pescadores já é difícil há três anos.",
            "As crianças da região vão à escola de manhã. Ninguém pediu explicações até agora.",
        ],
        "da": [
            "Byrådet besluttede tirsdag at beholde den gamle færge et år endnu. Borgmesteren sagde, at der stadig mangler penge til broen over åen, og at fiskerne må vente, før de kan få større kajplads på øen.",
            "Børnene på skolen håber, at båden også sejler om søndagen.",
        ],
        "fi": [
            "Kaupunginvaltuusto päätti tiistaina, että vanha lautta liikennöi vielä yhden vuoden. Pormestarin mukaan rahaa uuteen tiehen ei löydy, eikä päätöstä ehditä tekemään ennen kesää, vaikka kalastajat sitä pyysivät.",
            "Myöhemmin illalla sää parani, eikä vahinkoja enää syntynyt.",
        ],
        "is": [
            "Bæjarstjórnin ákvað á þriðjudag að halda gömlu ferjunni í eitt ár enn. Bæjarstjórinn sagði að enn vantaði fé í veginn yfir ána og að sjómenn yrðu að bíða þar til síðar á þessu ári.",
            "Börnin í skólanum vona að báturinn sigli líka á sunnudögum.",
        ],
        "pl": [
            "Rada miasta postanowiła we wtorek, że stary prom będzie pływał jeszcze jeden rok. Burmistrz powiedziała, że na drogę przez rzekę wciąż brakuje pieniędzy, a rybacy muszą poczekać do przyszłej jesieni.",
            "Żadnych większych szkód w porcie nie zgłoszono. Dzieci pójdą jutro do szkoły później niż zwykle.",
        ],
        "cs": [
            "Zastupitelstvo v úterý rozhodlo, že starý přívoz bude jezdit ještě jeden rok. Starostka řekla, že na silnici přes řeku stále chybějí peníze a že rybáři musí počkat až do příštího podzimu.",
            "Žádné větší škody v přístavu nebyly hlášeny. Děti půjdou zítra do školy později než obvykle.",
        ],
        "hu": [
            "A képviselő-testület kedden úgy döntött, hogy a régi komp még egy évig közlekedik. A polgármester azt mondta, hogy az új útra továbbra sincs elég pénz, ezért a halászoknak őszig várniuk kell.",
            "Nagyobb kárról nem érkezett hír. A gyerekek később mennek iskolába, mert erős szél fúj, és zárva a kikötő.",
        ],
        "ro": [
            "Consiliul local a hotărât marţi să păstreze vechiul bac încă un an. Primăriţa a spus că banii pentru şoseaua de peste râu lipsesc în continuare şi că pescarii trebuie să aştepte până la toamnă.",
            "Copiii învaţă de mâine în clădirea nouă, fără să mai treacă apa.",
        ],
        "hr": [
            "Gradsko vijeće odlučilo je u utorak da će stara skela voziti još jednu godinu. Gradonačelnica je rekla da novca za cestu preko rijeke i dalje nema, pa će ribari morati čekati do jeseni, što žele izbjeći.",
            "Većih šteta u luci nije bilo. Djeca će sutra ići u školu kasnije nego inače.",
        ],
        "tr": [
            "Belediye meclisi salı günü eski vapurun bir yıl daha çalışmasına karar verdi. Başkan, nehrin üzerindeki yol için hâlâ para bulunmadığını, balıkçıların sonbahara kadar beklemesi gerektiğini söyledi.",
            "Limanda büyük bir hasar bildirilmedi. Çocuklar yarın okula her zamankinden geç gidecek.",
        ],
        "lt": [
            "Miesto taryba antradienį nusprendė, kad senasis keltas plauks dar vienus metus. Merė sakė, kad keliui per upę vis dar trūksta pinigų, todėl žvejai turės palaukti iki kito rudens, nors jie to nenorėjo.",
            "Didesnės žalos uoste nepastebėta. Vaikai rytoj į mokyklą eis vėliau nei įprasta.",
        ],
        "lv": [
            "Pilsētas dome otrdien nolēma, ka vecais prāmis kursēs vēl vienu gadu. Mēre teica, ka ceļam pāri upei joprojām trūkst naudas, tāpēc zvejniekiem būs jāgaida līdz nākamajam rudenim, kaut arī viņi to nevēlējās.",
            "Lielāki postījumi ostā nav konstatēti. Bērni rīt uz skolu ies vēlāk nekā parasti.",
        ],
        "et": [
            "Linnavolikogu otsustas teisipäeval, et vana parvlaev sõidab veel ühe aasta. Linnapea ütles, et tee jaoks üle jõe pole ikka raha, seetõttu peavad kalurid ootama järgmise sügiseni. Garaaž ja tšempionid jäävad ootele, nagu ka šokolaad ja žürii.",
            "Suuremaid kahjusid sadamas ei märgatud. Žürii šeff jõudis kohale õhtul.",
        ],
        "ru": [
            "Городской совет во вторник решил, что старый паром будет ходить ещё один год. Глава города сказала, что денег на дорогу через реку по-прежнему нет, поэтому рыбакам придётся подождать до осени.",
            "О крупных повреждениях в порту не сообщалось. Завтра дети пойдут в школу позже обычного.",
        ],
        "bg": [
            "Общинският съвет реши във вторник старият ферибот да плава още една година. Кметицата каза, че пари за пътя през реката все още няма и рибарите трябва да почакат до есента.",
            "За големи щети в пристанището не е съобщено. Утре децата ще отидат на училище по-късно.",
        ],
        "uk": [
            "Міська рада у вівторок вирішила, що старий пором ходитиме ще один рік. Очільниця міста сказала, що грошей на дорогу через річку досі немає, тому рибалкам доведеться зачекати до осені.",
            "Про великі пошкодження в порту не повідомляли. Завтра діти підуть до школи пізніше, ніж зазвичай. Їхній ґанок закрито.",
        ],
        "sr": [
            "Градско веће је у уторак одлучило да ће стара скела возити још једну годину. Градоначелница је рекла да новца за пут преко реке и даље нема, па ће рибари морати да чекају до јесени.",
            "Већих штета у луци није било. Деца ће сутра ићи у школу касније него иначе.",
        ],
        "el": [
            "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη ότι το παλιό πορθμείο θα λειτουργήσει για έναν ακόμη χρόνο. Η δήμαρχος είπε ότι τα χρήματα για τον δρόμο λείπουν ακόμη και οι ψαράδες πρέπει να περιμένουν. Άλλη απόφαση δεν υπάρχει.",
            "Μεγάλες ζημιές στο λιμάνι δεν αναφέρθηκαν. Άνεμοι θα πνέουν και αύριο.",
        ],
        "he": [
            "מועצת העיר החליטה ביום שלישי שהמעבורת הישנה תפליג עוד שנה אחת. ראשת העיר אמרה שעדיין אין כסף לכביש מעל הנהר, ולכן הדייגים ייאלצו לחכות עד הסתיו הבא.",
            "לא דווח על נזקים גדולים בנמל. הילדים ילכו מחר לבית הספר מאוחר מהרגיל.",
        ],
        "ar": [
            "قرر مجلس المدينة يوم الثلاثاء أن تستمر العبارة القديمة في العمل سنة أخرى. وقالت رئيسة البلدية إن المال اللازم للطريق فوق النهر ما زال ناقصا، ولذلك على الصيادين الانتظار حتى الخريف.",
            "ولم ترد أنباء عن أضرار كبيرة في الميناء. وسيذهب الأطفال غدا إلى المدرسة متأخرين.",
        ],
        "ko": [
            "시의회는 화요일에 낡은 나룻배를 한 해 더 운행하기로 결정했다. 시장은 강을 건너는 도로를 지을 돈이 아직 없으며 어민들은 가을까지 기다려야 한다고 말했다. 똠방각하 펲시콜라도 함께 언급됐다.",
            "항구에 큰 피해는 보고되지 않았다. 아이들은 내일 평소보다 늦게 학교에 간다.",
        ],
        "ja": [
            "市議会は火曜日、古い渡し船をもう一年運航することを決めた。市長は、川を渡る道路の資金がまだ足りないため、漁師たちは秋まで待たなければならないと述べた。",
            "港に大きな被害は報告されていない。子どもたちはあす、いつもより遅く学校に行く。ニュースセンター。",
        ],
        "zh-Hans": [
            "市议会星期二决定，旧渡船再开一年。市长说，过河公路的资金仍然不足，渔民们要等到秋天。记者在现场看到，大家对这个决定有不同的看法。",
            "港口没有发生大的损失。孩子们明天上学的时间比平时晚。",
        ],
        "zh-Hant": [
            "市議會星期二決定，舊渡船再開一年。市長說，過河公路的資金仍然不足，漁民們要等到秋天。記者在現場看到，大家對這個決定有不同的看法。",
            "港口沒有發生大的損失。孩子們明天上學的時間比平時晚。",
        ],
    ]
}
