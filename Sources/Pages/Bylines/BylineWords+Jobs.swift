/// What stands beside the names of people and is no part of them.
extension BylineWords {
    /// The jobs of people who write, in the cases in which bylines use them ("von unserem Korrespondenten").
    static let jobs =
        DateWords.words(
            "reporter reporters editor editors correspondent correspondents writer writers columnist columnists contributor",
            "contributors producer analyst author authors journalist journalists photographer photographers intern blogger",
            "korrespondent korrespondenten korrespondentin korrespondentinnen redakteur redakteurs redakteure redakteurin",
            "reporterin reporterinnen journalistin journalisten autorin mitarbeiter mitarbeiterin redaktionsmitglied volontär",
            "volontärin berichterstatter politikredakteur wirtschaftsredakteur chefredakteur chefredakteurin fotograf",
            "journaliste journalistes correspondant correspondante correspondants envoyé envoyée rédacteur rédactrice",
            "chroniqueur chroniqueuse reportrice stagiaire periodista periodistas corresponsal corresponsales reportero"
        )
        + DateWords.words(
            "reportera redactor redactora enviado enviada columnista giornalista giornalisti corrispondente inviato inviata",
            "redattore redattrice collaboratore collaboratrice jornalista jornalistas correspondente repórter redator",
            "redatora editora enviada colunista journalista redaktør redaktör korrespondens reporteren",
            "korrespondenten redacteur redactrice verslaggever verslaggeefster correspondente redactie dziennikarz",
            "dziennikarka redaktor redaktorka korespondent korespondentka zpravodaj zpravodajka novinář novinářka редактор",
            "корреспондент корреспондента корреспондентка журналист журналиста журналистка обозреватель обозревателя",
            "спецкор собкор кореспондент кореспондентка журналістка журналіст muhabir muhabiri muhabirimiz editör editörü",
            "yazarı yazarımız wartawan wartawati jurnalis toimittaja kirjeenvaihtaja journalistka novinar novinarka",
            "δημοσιογράφος ανταποκριτής ανταποκρίτρια újságíró tudósító tudósítónk ziarist jurnalist corespondent مراسل",
            "مراسلة صحفي صحفية محرر محررة संवाददाता रिपोर्टर पत्रकार 기자 특파원 通讯员 特派员 記者 记者 特派員 編集委員 論説委員"
        )

    /// Words before a job that say whose it is.
    static let possessives = DateWords.words(
        "our unser unsere unserem unseren unserer unseres notre nos nuestro nuestra nuestros nuestras nostro nostra dal",
        "dalla dai nosso nossa onze ons vår våra vores vår naš naše nasz nasza наш наша нашего нашей"
    )

    /// Academic degrees, orders and titles that are written beside names.
    ///
    /// Some are names too ("Md Karim"), so `BylineRole` looks at capitals and full stops as well.
    static let degrees = DateWords.words(
        "m.d md ph.d phd dphil d.phil m.p.h mph r.n rn facp m.sc msc b.sc bsc m.b.a mba j.d jd esq ll.m llm ll.b c.p.a cpa",
        "dds d.d.s dvm d.v.m psy.d psyd ed.d edd frcp qc kc obe mbe cbe m.a b.a m.s dr prof dra univ.-prof dipl.-ing"
    )

    /// Those of them that stand before a name.
    static let titlesBefore: Set<[UInt8]> = Set(
        ["dr", "prof", "dra", "univ.-prof", "dipl.-ing", "rev"].map { Array($0.utf8) }
    )

    /// Articles that stand before those titles: `the Rev. Ada Marsh`.
    static let articles: Set<[UInt8]> = Set(["the", "le", "la", "el", "il"].map { Array($0.utf8) })

    /// Words that follow a job and belong to it: `envoyé spécial`.
    static let afterJobs: Set<[UInt8]> = Set(
        ["spécial", "spéciale", "speciale", "especial", "especiales", "spéciaux"].map { Array($0.utf8) }
    )

    /// Labels of those who made the pictures, which follow the writer's: `Text: Ada Marsh – Fotos: Ole Brandt`.
    static let pictures: Set<[UInt8]> = Set(
        DateWords.words("foto fotos photo photos fotografie fotografía fotografia bild bilder фото zdjęcia φωτογραφίες")
            .map { Array($0.utf8) }
    )
}
