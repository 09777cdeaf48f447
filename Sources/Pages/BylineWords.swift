/// The words that bylines are made of, names aside, in lower case.
enum BylineWords {
    /// The words with what each means.
    static let lists: [([String], WordMeaning)] = [
        (marks, .mark), (updates, .update), (labels, .label), (openings, .opening), (headings, .heading),
        (genres, .genre), (roles, .role),
        (particles, .particle), (stops, .stop), (menuWords, .menu), (joins, .join), (reading, .reading),
        (comments, .comments), (outlets, .outlet), (given, .given), (["기자"], .title),
        (agencies, .agency),
    ]

    /// Words that say that a date beside them is that of publication.
    private static let marks = DateWords.words(
        "published publish posted post created filed first issued entry date released erstellt stand veröffentlicht",
        "publiziert erschienen publicado publicada publié publiée paru posté pubblicato pubblicata gepubliceerd",
        "geplaatst publisert publiceret publicerad julkaistu offentliggjort опубликовано дата опубліковано публикация",
        "입력 발행 등록 기사입력 公開日 公開 配信 配信日 発行 発行日 掲載 掲載日 投稿日 登録日 發佈 发布 发布时间 发表 發表 时间 日期 dodano opublikowano data",
        "zveřejněno vydáno publikováno megjelent közzétéve publicat yayınlanma yayınlandı yayın giriş eklenme tarihi",
        "diterbitkan dipublikasikan terbit đăng δημοσίευση δημοσιεύτηκε نشر نُشر النشر تاريخ fecha datum birt skrevet",
        "skriven lagt ut"
    )

    /// Words that say that a date beside them is that of a change.
    private static let updates = DateWords.words(
        "updated update modified revised edited corrected aktualisiert aktualisierung akt geändert mis mise màj maj",
        "actualizado actualizada actualización aggiornato aggiornata aggiornamento atualizado atualizada bijgewerkt",
        "обновлено обновлен обновление оновлено 수정 更新 更新日 最終更新 uppfært opdateret oppdatert uppdaterad päivitetty",
        "güncelleme güncellendi güncellenme aktualizováno aktualizace aktualizacja zaktualizowano frissítve frissült",
        "actualizat diperbarui ενημέρωση ενημερώθηκε تحديث التحديث"
    )

    /// Words around a date or a name that say nothing by themselves.
    private static let labels = DateWords.words(
        "on at last am pm a.m p.m um uhr est edt et pst pdt pt cst cdt mst mdt hst utc gmt bst cet cest ist amt jst",
        "kst aest aedt zuerst zuletzt jour le à el las alle ore il op в kl klo - – — | • · / * h hrs time & der den",
        "dne son la em às den dem zum ora o dnia v la última ultima ultimo dernière letzte letzter laatste senast sist",
        "sidst pada pukul lúc ngày thứ um:"
    )

    /// The words before names: `By`, `Von`.
    private static let openings = DateWords.words("by von par por di door av af oleh bởi")

    /// What stands before names with a colon, or before several words: `Author: A`, `Text: A`, `作者：A`.
    private static let headings = DateWords.words(
        "автор автори авторы текст autor autorin autoren autora autores author authors autore autori auteur auteurs",
        "autrice text texte testo texto tekst szerző yazar yazan penulis autoři forfatter",
        "作者 文 记者 記者 글 撰文 συντάκτης كتب كتبت بقلم"
    )

    /// What a text by somebody is called where the word for "by" stands behind it: `Analysis by A`, `Kolumne von A`.
    private static let genres = DateWords.words(
        "column kolumne analysis analyse opinion comment kommentar essay interview report bericht review guest post",
        "story words text written posted published reported created a an ein eine einem gastbeitrag reportage article",
        "artikel exclusive submitted contributed compiled reporting porträt portrait geschrieben veröffentlicht",
        "verfasst publié écrit publicado escrito scritto pubblicato geschreven skrevet tekst last updated aktualisiert",
        "new perspective commentary editorial blog feature news propos recueillis chronique tribune análisis opinión",
        "reportaje artículo intervista commento"
    )

    /// Words that tell a job or an office: whoever is named with them is no person.
    private static let roles = DateWords.words(
        "staff reporter reporters editor editors correspondent correspondents writer writers columnist contributor",
        "contributors news newspaper press agency desk bureau team redaktion rédaction redacción redazione редакция",
        "comments comment views photo photos image min mins minutes read share opinion updated published posted",
        "korrespondent korrespondentin redakteur redakteurin reporterin journalist journalistin journaliste periodista",
        "giornalista jornalista redaktør journalista correspondant corresponsal corrispondente producer analyst admin",
        "webdesk newsroom media agencies redactie redaksjonen agentur agence agencia agenzia author authors senior",
        "chief deputy associate executive freelance kommentare guest special editorial board 기자 特派员 通讯员",
        "journalists politikredakteur wirtschaftsredakteur chefredakteur chefredakteurin redacteur redactrice",
        "redactor redactora reportero journaliste dziennikarz redaktor редактор корреспондент журналист muhabir editör",
        "editörü wartawan toimittaja journalistka redaktorka photographer fotograf"
    )

    private static let particles = DateWords.words(
        "de da di del della des do dos du der den van von vom zu zum la le el al bin ibn ben bint ter ten af av y e",
        "dal degli das das st san d los las"
    )

    /// Words behind a name that begin to tell of something else: for whom, with whom, where.
    private static let stops = DateWords.words(
        "for mit avec con per für pour para the in at aus from on about is à en au aux – — - | with dans em na bei",
        "zum als follow"
    )

    private static let joins = DateWords.words("and und et y e en och og ja a i и та with oraz ve dan και și és & و")

    /// Words of how long reading takes: `4 min read`, `1 minuti di lettura`.
    private static let reading = DateWords.words(
        "read ago min min. minute minutes minuten mins hour hours day days lesezeit lesedauer lesedauer: - • minuti",
        "lettura minutos lectura leitura lecture leestijd czytania čtení okuma süresi dakika di de time tiempo temps",
        "lesezeit: minutes: lezen kesto mn minut reading"
    )

    private static let comments = DateWords.words(
        "comment comments kommentar kommentare kommentarer commentaire commentaires comentario comentarios comentário",
        "comentários commento commenti reactie reacties комментарий комментария комментариев replies reply responses",
        "response"
    )

    /// News agencies of one word.
    private static let agencies = DateWords.words(
        "reuters afp ap dpa efe ansa tass xinhua bloomberg apa sda ritzau ntb tt stt pap čtk mti kyodo yonhap pti ani",
        "ians agerpres lusa belga anp interfax ukrinform kna epd afpbb upi aap adnkronos agi keystone-sda"
    )

    /// The last words of outlets' names that no person's name ends in.
    private static let outlets = DateWords.words(
        "times post news journal tribune herald republic guardian review magazine gazette chronicle observer telegraph",
        "today wire radio tv press agency daily weekly network media zeitung rundschau kurier presse anzeiger nachrichten",
        "globe bulletin courier dispatch examiner sentinel inquirer standard independent mirror report monitor"
    )
}
