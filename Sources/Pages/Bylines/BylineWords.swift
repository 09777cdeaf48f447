/// The words that bylines are made of, in lower case, with common given names and the names of agencies.
enum BylineWords {
    /// The words with the meaning of each list.
    static let lists: [([String], WordMeaning)] = [
        (marks, .mark), (updates, .update), (labels, .label), (openings, .opening), (headings, .heading),
        (genres, .genre), (roles, .role), (jobs, [.role, .job]), (possessives, .possessive), (degrees, .degree),
        (particles, .particle), (stops, .stop), (menuWords, .menu), (joins, .join), (reading, .reading),
        (comments, .comments), (outlets, .outlet), (outletHeads, .outletHead), (given, .given),
        (agencies, .agency), (sections, .section), (sources, .source), (otherDates, .otherDate),
    ]

    /// Words that mark the date beside them as that of publication.
    private static let marks = DateWords.words(
        "published publish posted post created filed first issued entry date released erstellt stand veröffentlicht",
        "publiziert erschienen publicado publicada publié publiée paru posté pubblicato pubblicata gepubliceerd",
        "geplaatst publisert publiceret publicerad julkaistu offentliggjort опубликовано дата опубліковано публикация",
        "입력 발행 등록 승인 작성 게재 지면 최초입력 기사입력 公開日 公開 配信 配信日 発行 発行日 掲載 掲載日 投稿日 登録日 發佈 发布 发布时间 发表 發表 时间 日期 dodano opublikowano data",
        "zveřejněno vydáno publikováno megjelent közzétéve publicat yayınlanma yayınlandı yayın giriş eklenme tarihi",
        "diterbitkan dipublikasikan terbit đăng δημοσίευση δημοσιεύτηκε نشر نُشر النشر تاريخ fecha datum birt skrevet",
        "skriven lagt ut"
    )

    /// Words that mark the date beside them as that of an update.
    private static let updates = DateWords.words(
        "updated update modified revised edited corrected aktualisiert aktualisierung akt geändert mis mise màj maj",
        "actualizado actualizada actualización aggiornato aggiornata aggiornamento atualizado atualizada bijgewerkt",
        "обновлено обновлен обновление оновлено 수정 更新 更新日 最終更新 uppfært opdateret oppdatert uppdaterad päivitetty",
        "güncelleme güncellendi güncellenme aktualizováno aktualizace aktualizacja zaktualizowano frissítve frissült",
        "actualizat diperbarui ενημέρωση ενημερώθηκε تحديث التحديث"
    )

    /// Words around a date or a name that mean nothing by themselves.
    private static let labels = DateWords.words(
        "on at last am pm a.m p.m um uhr est edt et pst pdt pt cst cdt mst mdt hst utc gmt bst cet cest ist amt jst",
        "kst aest aedt zuerst zuletzt jour le à el las alle ore il op в kl klo - – — | • · / * h hrs time & der den",
        "dne son la em às den dem zum ora o dnia v la última ultima ultimo dernière letzte letzter laatste senast sist",
        "sidst pada pukul lúc ngày thứ um:"
    )

    /// The words before names: `By`, `Von`.
    private static let openings = DateWords.words("by von par por di door av af oleh bởi โดย")

    /// Words that announce names where a colon or several words follow: `Author: A`, `Text Ada Marsh`, `作者：A`.
    private static let headings = DateWords.words(
        "автор автори авторы текст autor autorin autoren autora autores author authors autore autori auteur auteurs",
        "autrice text texte testo texto tekst szerző yazar yazan penulis autoři forfatter",
        "作者 文 记者 記者 글 撰文 撰稿 執筆 筆者 著者 ライター 寄稿 συντάκτης كتب كتبت بقلم संवाददाता लेखक লেখক நிருபர் نویسنده خبرنگار"
    )

    /// Words for a kind of text that may stand before the word for "by": `Analysis by A`, `Kolumne von A`.
    private static let genres = DateWords.words(
        "column kolumne analysis analyse opinion comment kommentar essay interview report bericht review guest post",
        "story words text written posted published reported created a an ein eine einem gastbeitrag reportage article",
        "artikel exclusive submitted contributed compiled reporting porträt portrait geschrieben veröffentlicht",
        "verfasst publié écrit publicado escrito scritto pubblicato geschreven skrevet tekst last updated aktualisiert",
        "new perspective commentary editorial blog feature news propos recueillis chronique tribune análisis opinión",
        "reportaje artículo intervista commento ditulis"
    )

    /// Words of offices and of what stands beside names, which are part of no person's name.
    private static let roles = DateWords.words(
        "staff news newspaper press agency desk bureau team redaktion rédaction redacción redazione редакция comments",
        "comment views photo photos image min mins minutes read share opinion updated published posted admin webdesk",
        "newsroom media agencies redactie redaksjonen agentur agence agencia agenzia senior chief deputy associate",
        "executive freelance kommentare guest special editorial board"
    )

    private static let particles = DateWords.words(
        "de da di del della des do dos du der den van von vom zu zum la le el al bin ibn ben bint ter ten af av y e",
        "dal degli das das st san d los las"
    )

    /// Words that end a name, since they begin something else: for whom, with whom, where.
    private static let stops = DateWords.words(
        "for mit avec con per für pour para the in at aus from on about is à en au aux – — - | with dans em na bei",
        "zum als follow"
    )

    private static let joins = DateWords.words("and und et y e en och og ja a i и та with oraz ve dan και și és & و")

    /// Words of reading times: `4 min read`, `1 minuti di lettura`.
    private static let reading = DateWords.words(
        "read ago min min. minute minutes minuten mins hour hours day days lesezeit lesedauer lesedauer: - • minuti",
        "lettura minutos lectura leitura lecture leestijd czytania čtení okuma süresi dakika di de time tiempo temps",
        "lesezeit: minutes: lezen kesto mn minut reading"
    )

    private static let comments = DateWords.words(
        "comment comments kommentar kommentare kommentarer commentaire commentaires comentario comentarios comentário",
        "comentários commento commenti reactie reacties комментарий комментария комментариев replies reply responses",
        "response luận"
    )
}

extension BylineWords {
    /// Given names that many people have.
    ///
    /// Two words with capitals before a date are a person's name where the first is one of these; otherwise they may be
    /// an outlet's.
    static let given =
        DateWords.words(
            "aaron adam adrian aisha alan albert alejandro alessandro alex alexander alexandra alexis alfred ali alice",
            "alison allison amanda amelia amir amy ana anastasia andrea andreas andrei andrew andré angela anita ann anna",
            "anne annette anthony antonio ariel arnold arthur ashley audrey barbara ben benjamin bernard bernd beth bill",
            "björn bob boris brad brandon brian brigitte bruce bruno camille carl carla carlos carmen carol caroline",
            "catherine cecilia charles charlotte chloe chris christian christina christine christoph christopher claire",
            "clara claudia colin connor craig cristina dan daniel daniela danielle dave david dean deborah denis dennis",
            "diana diego dmitry dominic dominik donald donna doug douglas edgar eduardo edward elena eli elisabeth",
            "elizabeth ella ellen emily emma eric erica erik erin esther ethan eugene eva evan eve fatima felix fernando",
            "fiona florian frances francesca francesco francis francisco frank franz frédéric françois gabriel gareth gary"
        )
        + DateWords.words(
            "george georg gerald gerhard giulia giuseppe glenn gordon grace graham greg gregory guillaume gustavo hannah",
            "hans harold harry hassan heather heinz helen helena helmut henry herbert holly hugh hugo ian ibrahim igor",
            "ingrid irina isaac isabel isabella ivan jack jacob jacques jake jakob james jamie jan jane janet jason javier",
            "jay jean jeff jeffrey jennifer jenny jens jeremy jerry jesse jessica jesús jill jim joan joanna joao joe joel",
            "johan johannes john johnny jon jonas jonathan jordan jorge jose joseph joshua josé joão juan judith jules",
            "julia julian julie juliette jürgen justin kai karen karin karl kate katherine kathleen kathrin katie katja",
            "katrin keith kelly ken kenneth kerstin kevin kim klaus kristen kristin kyle lars laura lauren laurent lea lee",
            "lena leo leon leonardo leslie liam linda lisa liz lorenzo louis louise luca lucas lucia lucy luis luke maggie",
            "manuel marc marcel marco marcus margaret maria marie marina mario marion mark markus martha martin martina"
        )
        + DateWords.words(
            "mary mathias matt matteo matthew matthias maurice max maximilian megan melanie melissa mia michael michaela",
            "michel michelle miguel mike miriam mohamed mohammad mohammed molly monica monika muhammad nadia nancy naomi",
            "natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nikolai nina noah nora norman oleg",
            "oliver olga olivia omar oscar otto owen pablo pamela paola paolo pascal patricia patrick paul paula pauline",
            "pedro peter petra phil philip philipp philippe pierre rachel rafael ralf ralph raphael ray rebecca regina",
            "rené ricardo richard rita rob robert roberto robin roger roland ron ronald rosa rose ross roy russell ruth",
            "ryan sabine sally sam samantha samuel sandra sara sarah scott sean sebastian sergei sergey sergio seth shannon",
            "sharon shirley simon sofia sonia sophia sophie stefan stefanie stephan stephanie stephen steve steven stuart",
            "sue susan susanne suzanne svetlana sylvia sylvie tamara tanja tanya tara ted teresa terry theo theresa thomas"
        )
        + DateWords.words(
            "tiffany tim timothy tina tobias todd tom tony tracy trevor tyler ulrich ulrike ursula valentina vanessa vera",
            "veronica victor victoria vincent vladimir walter wayne wendy werner will william wolfgang yasmin yusuf yuri",
            "yves zachary zoe ahmed mahmoud mustafa fatma ayşe mehmet emre elif piotr paweł andrzej jakub tomasz",
            "krzysztof małgorzata agnieszka katarzyna jana petr pavel tomáš jiří lucie zuzana lukáš ondřej радек анна",
            "александр алексей андрей дмитрий екатерина елена иван ирина мария михаил наталья николай ольга павел сергей",
            "татьяна юлия олександр олена оксана сергій"
        )
}

extension BylineWords {
    /// Words of menus and headings that are in no name, except for `surnames`.
    static let menuWords = DateWords.words(
        "the of and for to in on at with your our my more most all new news home about contact privacy policy terms",
        "service services sign log login subscribe newsletter menu search breaking latest live top stories story video",
        "videos audio podcast sports sport business politics world culture health science technology tech opinion weather",
        "travel money markets market events jobs shop store deals daily weekly magazine times post journal review wire",
        "radio tv press media today gallery related popular trending current issue read share facebook twitter follow us",
        "main content skip advertisement photo photos image images credit getty reuters united states north south east",
        "west city university president government court council house white street games food life style real estate",
        "arts art music movie movies film books book best how what why who when where is are by get app free join now",
        "nachrichten startseite wirtschaft politik kultur die das der und zum zur les une los las noticias bildung",
        "newsticker archiv archive archives category tags google apple amazon club association institute foundation",
        "center centre society committee department ministry party league cup day week year school college online",
        "digital international national global american european german british statement update updates report reports",
        "analysis interview guide tips list next previous back recent posts comments leave reply add view show click",
        "here see watch listen download print email save copy link donate support"
    )

    /// Whether a word of menus is a surname too, and so may end a name.
    static func isSurname(_ word: ArraySlice<UInt8>) -> Bool {
        surnames.contains { word.elementsEqual($0) }
    }

    private static let surnames = DateWords.words("white west north best court read page").map { Array($0.utf8) }

    /// A word without a handle or label that is attached to it because a space was lost: `MarshTwitter`, `Marsh@ada`,
    /// `MarshFOX`.
    static func withoutTail(_ word: [UInt8]) -> [UInt8] {
        if let at = word.firstIndex(of: UInt8(ascii: "@")), at >= 2 { return Array(word[..<at]) }
        for tail in gluedTails where word.count > tail.count + 1 && word.suffix(tail.count).elementsEqual(tail) {
            return Array(word.dropLast(tail.count))
        }
        // Three capitals after a small letter begin another word; "McDonald" and "DiCaprio" have only one.
        guard word.count >= 5 else { return word }
        for index in 2..<word.count - 2 where isLower(word[index - 1]) {
            if isUpper(word[index]), isUpper(word[index + 1]), isUpper(word[index + 2]) { return Array(word[..<index]) }
        }
        return word
    }

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    private static let gluedTails = [
        "Twitter", "Facebook", "Follow", "Email", "Contact", "Updated", "Published", "Posted", "Staff", "Reporter",
        "Editor", "Instagram", "Share",
    ].map { Array($0.utf8) }
}
