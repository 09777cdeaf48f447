/// The words by which an outlet's name is known, and those that only stand where one may.
extension BylineWords {
    /// Words that end outlets' names and no person's name.
    static let outlets = DateWords.words(
        "times post news journal tribune herald republic guardian review magazine gazette chronicle observer telegraph",
        "today wire radio tv press agency daily weekly network media zeitung rundschau kurier presse anzeiger nachrichten",
        "globe bulletin courier dispatch examiner sentinel inquirer standard independent mirror report monitor tageblatt",
        "blatt lokalblatt wochenblatt tagblatt morgenpost abendblatt bote allgemeine nachrichtenagentur gazette tribune",
        "avis avisen tidning tidningen tidende dagblad dagbladet bladet nieuws krant courant nytt nyheter lehti sanomat",
        "uutiset haber haberler gazetesi ajansı ajans газета новости известия вести правда новини вісник noticias diario",
        "periódico giornale notizie quotidiano jornal notícias wiadomości deník noviny hírek lap ziar știri εφημερίδα νέα",
        "सामाचार समाचार टाइम्स जागरण"
    )

    /// Words that begin outlets' names.
    static let outletHeads = DateWords.words(
        "radio tv agence agencia agenzia agentur gazeta газета diario periódico jornal giornale corriere gazzetta journal",
        "heraldo correo courrier dziennik kurier rádio televisión агентство ria риа صحيفة جريدة وكالة"
    )

    /// News agencies whose name is one word.
    static let agencies = DateWords.words(
        "reuters afp ap dpa efe ansa tass xinhua bloomberg apa sda ritzau ntb tt stt pap čtk mti kyodo yonhap pti ani",
        "ians agerpres lusa belga anp interfax ukrinform kna epd afpbb upi aap adnkronos agi keystone-sda prnewswire",
        "businesswire globenewswire тасс рейтер"
    )

    /// Words that announce where a text was taken from.
    static let sources =
        DateWords.words("source quelle fuente fonte bron kilde källa kaynak источник джерело źródło zdroj")
        + ["来源", "來源", "出典", "출처", "المصدر", "स्रोत"]

    /// The names of sections.
    static let sections =
        DateWords.words(
            "politics business world sport sports culture opinion health science technology tech travel local national",
            "international economy education lifestyle entertainment weather local money markets crime food style environment",
            "blog news latest featured general uncategorized uncategorised politik wirtschaft kultur sport panorama wissen",
            "gesellschaft meinung lokales regional digital reise gesundheit bildung allgemein aktuelles aktuell presse netzwelt",
            "politique économie monde société culture opinions santé sciences international région faits divers actualité"
        )
        + DateWords.words(
            "actualités política economía mundo sociedad cultura deportes opinión salud ciencia tecnología internacional",
            "nacional sucesos politica economia mondo cronaca cultura esteri interni scienza salute tecnologia sociedade",
            "esportes desporto opinião saúde ciência politiek economie binnenland buitenland cultuur sport wetenschap",
            "politik ekonomi inrikes utrikes kultur nöje samhälle indland udland sporten polityka gospodarka świat kraj",
            "kultura sport nauka zdrowie politika ekonomika svět domácí zahraničí политика экономика общество мир спорт",
            "культура наука новости політика економіка суспільство світ gündem ekonomi dünya spor siyaset kültür sağlık"
        )
        + [
            "정치", "경제", "사회", "국제", "문화", "스포츠", "정치부", "사회부", "오피니언", "政治", "経済", "社会", "国際", "文化", "スポーツ", "经济", "国际",
            "体育",
            "财经", "科技", "娱乐", "سياسة", "اقتصاد", "رياضة", "ثقافة", "العالم", "राजनीति", "खेल", "देश",
        ]

    /// Ends of words that end outlets' names in scripts that put no spaces between their parts.
    static let outletEnds = [
        "일보", "신문", "뉴스", "방송", "통신", "타임스", "타임즈", "저널", "데일리", "미디어", "투데이", "新聞", "新闻", "新報", "新报", "日報", "日报", "晚报",
        "晚報",
        "晨报", "晨報", "早报", "早報", "时报", "時報", "周刊", "週刊", "周报", "通信社", "通讯社", "通訊社", "通信", "放送", "テレビ", "ニュース", "タイムズ",
        "网", "網", "电视台", "電視台", "社",
        "报", "報",
    ].map { Array($0.utf8) }

    /// The abbreviations that mean several time zones; those that mean one have it as `WordMeaning.zone`.
    static let zones: Set<[UInt8]> = Set(
        DateWords.words(
            "est et pst pt cst ct mst mt hst akst akdt bst eest wet west ist amt kst acst awst nzdt eat wat"
        )
        .map { Array($0.utf8) }
    )

    /// The words of time zones that are written out.
    static let zoneWords: Set<[UInt8]> = Set(
        DateWords.words(
            "pacific eastern central mountain atlantic greenwich european standard daylight summer mean universal",
            "coordinated time local"
        ).map { Array($0.utf8) }
    )
}
