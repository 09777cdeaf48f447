import Pages

/// The words that a made page's site puts around its stories, in one language.
struct MadePhrases {
    let months: [String]
    /// Before a name.
    let by: [String]
    /// Before a date.
    let posted: [String]
    /// Between a date and a name, where the page says both in one sentence.
    let from: String
    let comments: [String]
    let more: [String]
    let tags: [String]
    let older: [String]
    let kickers: [String]
    let sections: [String]

    static let english = MadePhrases(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        by: ["By", "by", "By", "Author:", "Written by"],
        posted: ["Posted on", "Published", "Posted", "Published on", "Last updated", "On", "Created on"],
        from: "by",
        comments: [
            "Comments", "comments", "Leave a comment", "no responses.", "Comments Off", "Add comment", "replies",
        ],
        more: [
            "Read more", "Continue reading →", "Read more »", "… [Read more...]", "Read the rest of this entry »",
            "More",
        ],
        tags: ["Tags:", "Filed under:", "Posted in", "Categories:", "Tagged", "Labels:"],
        older: ["Older posts", "« Older Entries", "Next page", "Load more", "Previous"],
        kickers: [
            "Politics", "World", "Business", "Local news", "OPINION", "Sport", "Tech", "Health", "Featured", "Video",
        ],
        sections: ["All about the town", "Business news", "Top stories today", "In depth", "Latest news", "Blog"]
    )
    static let german = MadePhrases(
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ],
        by: ["Von", "von", "Autor:"],
        posted: ["Veröffentlicht am", "Erstellt am", "Geschrieben am", "Stand:"],
        from: "von",
        comments: ["Kommentare", "Kommentar schreiben", "Keine Kommentare"],
        more: ["Weiterlesen", "Mehr lesen »", "mehr …"],
        tags: ["Schlagwörter:", "Kategorie:", "Abgelegt unter"],
        older: ["Ältere Beiträge", "Weiter", "Nächste Seite"],
        kickers: ["Kultur", "Politik", "Wirtschaft", "Sport", "Aus der Region"],
        sections: ["Aus aller Welt", "Aktuelles", "Nachrichten aus der Stadt"]
    )
    static let french = MadePhrases(
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        by: ["Par", "par", "Auteur :"],
        posted: ["Publié le", "Le", "Mis à jour le"],
        from: "par",
        comments: ["commentaires", "Laisser un commentaire", "Aucun commentaire"],
        more: ["Lire la suite", "Lire la suite »", "En savoir plus"],
        tags: ["Mots-clés :", "Catégorie :", "Classé dans"],
        older: ["Articles plus anciens", "Suivant", "Page suivante"],
        kickers: ["Économie", "Politique", "Culture", "Société", "Monde"],
        sections: ["À la une", "Toute l'actualité", "Dernières nouvelles"]
    )
    static let spanish = MadePhrases(
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        by: ["Por", "por", "Autor:"],
        posted: ["Publicado el", "Publicado", "Actualizado el"],
        from: "por",
        comments: ["comentarios", "Deja un comentario", "Sin comentarios"],
        more: ["Leer más", "Seguir leyendo →", "Ver más"],
        tags: ["Etiquetas:", "Categorías:", "Archivado en"],
        older: ["Entradas antiguas", "Siguiente", "Anterior"],
        kickers: ["Economía", "Política", "Deportes", "Cultura", "Mundo"],
        sections: ["Últimas noticias", "Lo más leído", "Noticias de hoy"]
    )
    static let russian = MadePhrases(
        months: [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ],
        by: ["Автор:", "Автор"],
        posted: ["Опубликовано", "Создано", "Добавлено", "Дата публикации:"],
        from: "от",
        comments: ["комментариев", "Комментарии", "Нет комментариев"],
        more: ["Подробнее", "Читать далее →", "Читать полностью"],
        tags: ["Метки:", "Рубрика:", "Теги:"],
        older: ["Предыдущие записи", "Следующая", "Ещё"],
        kickers: ["Политика", "Экономика", "Общество", "Культура", "Спорт"],
        sections: ["Новости", "Последние новости", "Главное за день"]
    )
    /// English is drawn as often as the others together, as it is the most frequent language of the gold pages.
    static let all = [english, english, english, english, german, french, spanish, russian]

    static let people = [
        "Ada Marsh", "Jonas Weber", "Luis Ortega", "Mary-Ann O'Dell", "Petra Kovac", "Tom Ng", "Marie Dubois",
        "Ивана Петрова", "admin", "J. R. Holloway", "Sofia Lindqvist", "Amir Haddad", "Олег Смирнов", "redaktion",
        "Kim Ha-eun", "Priya Raman",
    ]
    static let sites = [
        "The Lamp", "Harbour Post", "Nordkurier am Morgen", "La Gaceta", "News of the Day", "Kestrel Blog",
    ]
    static let topics = [
        "harbour", "council", "Elections", "Food and Recipes", "Climate", "budget 2016", "Reisen", "Santé", "Работа",
        "Movies", "Football", "Parenting", "Open Source", "Museums",
    ]
    static let images = ["image", "photo of a harbour", "IMG_2041", "Screenshot 2015-04-02 at 11.20", "logo"]

    /// A day in one of the forms that pages in this language print.
    func date(_ form: Int, _ date: CalendarDate, minute: Int) -> String {
        let (day, year) = (date.day, date.year)
        let name = months[date.month - 1]
        let dot = months[0] == "Januar" ? "." : ""
        let padded = day < 10 ? "0\(day)" : "\(day)"
        let figures = date.month < 10 ? "0\(date.month)" : "\(date.month)"
        let clock = "\(8 + minute % 12):\(10 + minute % 49)"
        let long = months[0] == "January" ? "\(name) \(day), \(year)" : "\(day)\(dot) \(name) \(year)"
        return switch form {
        case 0, 1: long
        case 2: "\(day)\(dot) \(name) \(year)"
        case 3: months[0] == "January" ? "\(name.prefix(3)) \(day), \(year)" : long
        case 4: "\(padded).\(figures).\(year)"
        case 5: "\(year)-\(figures)-\(padded)"
        case 6: "\(padded)/\(figures)/\(year)"
        case 7: months[0] == "January" ? "\(long) \(1 + minute % 12):\(10 + minute % 49) pm" : "\(long) \(clock)"
        case 8: "\(padded).\(figures).\(year) \(clock)"
        default: "\(day)/\(date.month)/\(year)"
        }
    }

    static let dateForms = 10
}
