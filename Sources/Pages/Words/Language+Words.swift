extension Language {
    /// The most frequent words of a language, nearly all of them function words (articles, prepositions, pronouns).
    struct CommonWords {
        let code: String
        let words: [String]

        init(_ code: String, _ words: String) {
            self.code = code
            self.words = words.split(separator: " ").map(String.init)
        }
    }

    /// The frequent words by language; Swedish, Danish and Polish are listed to keep their texts from being taken for
    /// German, Dutch or English.
    static let commonWords: [CommonWords] = [
        CommonWords(
            "en",
            "the of and to in is that for it was with on as by at from are be this have has had not but were they his her "
                + "its an will who which been their or he she said would one all more after when about into over out up than"
        ),
        CommonWords(
            "de",
            "der die das und ist nicht ein eine einen dem den des zu mit von für auf im sich auch als an es bei nach aus "
                + "wie wird sind war hat haben werden noch nur über durch am zum zur vor oder aber wenn dass einer um"
        ),
        CommonWords(
            "fr",
            "le la les de des du et un une est en que qui dans pour pas sur au aux par plus avec ce cette ses son sa il "
                + "elle ils ont été sont mais ou ne se leur comme nous d'un d'une l'on être fait a"
        ),
        CommonWords(
            "es",
            "el la los las de del y un una es en que para por con no se su sus al lo como más pero fue ha han este esta "
                + "sobre entre también desde hasta ser son era años ya cuando muy donde a"
        ),
        CommonWords(
            "it",
            "il lo la i gli le di del della dei delle e un una è in che per non con si da dal dalla nel nella al alla "
                + "sono ha anche come più ma suo sua questo questa degli essere stato ai sul sulla a"
        ),
        CommonWords(
            "pt",
            "o a os as de do da dos das e um uma é em que para por com não se na no nas nos ao mais como foi são pelo "
                + "pela seu sua entre também já ser há até mas ou quando muito"
        ),
        CommonWords(
            "nl",
            "de het een en van in is dat op te zijn voor met niet die aan er om ook als bij maar nog uit naar door over "
                + "worden wordt heeft hebben was werd wel geen meer kan dan deze zich tot of"
        ),
        CommonWords(
            "sv",
            "och att det som en på är av för med den till inte ett om har de i var från men vi kan nu ut när eller också"
        ),
        CommonWords(
            "da",
            "og at det som en på er af for med den til ikke et om har de i var fra men vi kan nu ud når eller også der"
        ),
        CommonWords(
            "pl",
            "i w na z do nie to że się jest o od jak po za co tym ale przez był dla są oraz który która które już tak"
        ),
        CommonWords(
            "ru",
            "и в не на что с по как это из его к у за от был для она так но они все мы то было о же или при уже также"
        ),
    ]

    /// The languages that list a word, as bits in the order of `commonWords`.
    static let wordTable = WordTable(commonWords.map(\.words))
}
