/// The words that bylines are made of, names aside.
enum BylineWords {
    static let joins = ["and", "und", "et", "y", "e", "en", "och", "og", "ja", "a", "i", "и", "with"].map {
        Array($0.utf8)
    }

    static let particles: Set<String> = [
        "de", "da", "di", "del", "della", "des", "do", "dos", "du", "der", "den", "van", "von", "vom", "zu", "zum",
        "la", "le", "el", "al", "bin", "ibn", "ben", "bint", "ter", "ten", "af", "av", "y", "e",
    ]

    /// Words that tell a job or an office: whoever is named with them is no person.
    static let roles: Set<String> = [
        "staff", "reporter", "reporters", "editor", "editors", "correspondent", "correspondents", "writer", "writers",
        "columnist", "contributor", "contributors", "news", "newspaper", "press", "agency", "desk", "bureau", "team",
        "redaktion", "rédaction", "redacción", "redazione", "редакция", "comments", "comment", "views", "photo",
        "photos", "image", "min", "mins", "minutes", "read", "share", "opinion", "updated", "published", "posted",
        "korrespondent", "korrespondentin", "redakteur", "redakteurin", "reporterin", "journalist", "journalistin",
        "journaliste", "periodista", "giornalista", "jornalista", "redaktør", "journalista", "correspondant",
        "corresponsal", "corrispondente", "producer", "analyst", "admin", "webdesk", "newsroom", "media", "agencies",
        "redactie", "redaksjonen", "agentur", "agence", "agencia", "agenzia", "author", "authors", "senior", "chief",
        "deputy", "associate", "executive", "freelance", "kommentare", "guest", "special", "editorial", "board",
    ]

    /// Words behind a name that begin to tell of something else: for whom, with whom, where.
    static let stops: Set<String> = [
        "for", "mit", "avec", "con", "per", "für", "pour", "para", "the", "in", "at", "aus", "from", "on", "about",
        "is",
        "à", "en", "au", "aux", "–", "—", "-", "|",
    ]

    /// Words that stand in menus and headings and in no name.
    static let menuWords: Set<String> = [
        "the", "of", "and", "for", "to", "in", "on", "at", "with", "your", "our", "my", "more", "most", "all", "new",
        "news", "home", "about", "contact", "privacy", "policy", "terms", "service", "services", "sign", "log", "login",
        "subscribe", "newsletter", "menu", "search", "breaking", "latest", "live", "top", "stories", "story", "video",
        "videos", "audio", "podcast", "sports", "sport", "business", "politics", "world", "culture", "health",
        "science", "technology", "tech", "opinion", "weather", "travel", "money", "markets", "market", "events",
        "jobs", "shop", "store", "deals", "daily", "weekly", "magazine", "times", "post", "journal", "review", "wire",
        "radio", "tv", "press", "media", "today", "gallery", "related", "popular", "trending", "current", "issue",
        "read", "share", "facebook", "twitter", "follow", "us", "main", "content", "skip", "advertisement", "photo",
        "photos", "image", "images", "credit", "getty", "reuters", "united", "states", "north", "south", "east", "west",
        "city", "university", "president", "government", "court", "council", "house", "white", "street", "games",
        "food", "life", "style", "real", "estate", "arts", "art", "music", "movie", "movies", "film", "books", "book",
        "best", "how", "what", "why", "who", "when", "where", "is", "are", "by", "get", "app", "free", "join", "now",
        "nachrichten", "startseite", "wirtschaft", "politik", "kultur", "die", "das", "der", "und", "zum", "zur", "les",
        "une", "los", "las", "noticias", "bildung", "newsticker", "archiv", "archive", "archives", "category", "tags",
        "google", "apple", "amazon", "club", "association", "institute", "foundation", "center", "centre", "society",
        "committee", "department", "ministry", "party", "league", "cup", "day", "week", "year", "school", "college",
        "online", "digital", "international", "national", "global", "american", "european", "german", "british",
        "statement", "update", "updates", "report", "reports", "analysis", "interview", "guide", "tips", "list",
        "next", "previous", "back", "recent", "posts", "comments", "leave", "reply", "add", "view", "show", "click",
        "here", "see", "watch", "listen", "download", "print", "email", "save", "copy", "link", "donate", "support",
    ]

    /// A word without the handle or label that lost the space before it: `MarshTwitter`, `Marsh@ada`, `MarshFOX`.
    static func withoutTail(_ word: [UInt8]) -> [UInt8] {
        if let at = word.firstIndex(of: UInt8(ascii: "@")), at >= 2 { return Array(word[..<at]) }
        for tail in gluedTails where word.count > tail.count + 1 && word.suffix(tail.count).elementsEqual(tail) {
            return Array(word.dropLast(tail.count))
        }
        // Three capitals behind a small letter begin another word; "McDonald" and "DiCaprio" have one.
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

    /// What a text by somebody is called where the word for "by" stands behind it: `Analysis by A`, `Kolumne von A`.
    static let genres: Set<String> = [
        "column", "kolumne", "analysis", "analyse", "opinion", "comment", "kommentar", "essay", "interview", "report",
        "bericht", "review", "guest", "post", "story", "words", "text", "written", "posted", "published", "reported",
        "created", "a", "an", "ein", "eine", "einem", "gastbeitrag", "reportage", "article", "artikel", "exclusive",
        "submitted", "contributed", "compiled", "reporting", "porträt", "portrait", "geschrieben", "veröffentlicht",
        "verfasst", "publié", "écrit", "publicado", "escrito", "scritto", "pubblicato", "geschreven", "skrevet",
        "tekst",
        "last", "updated", "aktualisiert", "new",
    ]
}
