/// Recognises lines that every site prints around its stories: menus, invitations to share, marks of advertisements.
///
/// The words are common on the whole web: line beginnings are listed in some thirty languages, whole lines in eleven.
/// Lines of one site or of one family of pages belong in a layout file.
enum Boilerplate {
    /// Boilerplate lines are stored cut to this many bytes.
    static let keptLength = 300

    static func isBoilerplate(_ line: LineText, _ statistics: BlockStatistics) -> Bool {
        let head = line.head
        if openings.begin(head) { return true }
        let isShort = line.text.count <= longestCount && statistics.digits > 0
        guard statistics.words <= mostLineWords || isShort, line.text.count <= LineText.longestHead else {
            return false
        }
        var range = BlockText.trimmed(head, 0..<head.count)
        while let mark = markLength(head, range) {
            range = BlockText.trimmed(head, range.lowerBound..<range.upperBound - mark)
        }
        if statistics.words <= mostLineWords, range.count <= longestLine, lines.bits(of: head.span, range) != 0 {
            return true
        }
        return isShort && line.text.contains(where: BlockText.isDigitByte) && isCount(head, range)
    }

    /// Whether a line shows that the story above it has ended, because it opens readers' comments or other stories.
    static func closes(_ line: LineText, _ statistics: BlockStatistics) -> Bool {
        closings.begin(line.head) || statistics.mayTellComments && FooterCount.isComments(line.head.span)
    }

    /// Whether a line ends in an invitation to read on elsewhere, as a teaser's summary does.
    static func continues(_ line: LineText) -> Bool {
        continuations.occur(in: line.head, from: line.head.count - 60)
    }

    /// Lines with a count have at most this many bytes.
    private static let longestCount = 60

    private static let continuations = BlockPhrases([
        "read more", "continue reading", "read the rest", "read full", "full story", "keep reading", "more »", "[more",
        "(more", "weiterlesen", "mehr lesen", "lire la suite", "leer más", "seguir leyendo", "leggi tutto", "continua",
        "leia mais", "lees meer", "lees verder", "les mer", "läs mer", "læs mere", "читать далее", "подробнее",
        "czytaj więcej", "číst dále", "devamını oku", "더 보기", "続きを読む", "阅读全文", "»", "[…]", "[...]",
    ])

    private static let closings = BlockPhrases([
        "join the conversation", "leave a reply", "post a comment", "related ", "recommended ", "more stories",
        "more news", "you may also", "you might also", "most read", "most popular", "most viewed", "read next",
        "trending",
        "mehr zum thema", "meistgelesen", "à lire aussi", "les plus lus", "más leídas", "lees ook", "читайте также",
    ])

    /// Whether a whole line, in lower case, is a number of comments or a reading time in minutes.
    private static func isCount(_ line: [UInt8], _ range: Range<Int>) -> Bool {
        if FooterCount.comments(line.span.extracting(range)) != nil { return true }
        let words = line[range]
        return readingEnds.contains { words.suffix($0.count).elementsEqual($0) }
            || readingBeginnings.begin(Array(words))
    }

    private static let readingEnds = [" min read", " minute read"].map { Array($0.utf8) }
    private static let readingBeginnings = BlockPhrases(["lesezeit", "lesedauer", "reading time"])

    private static let openings = BlockPhrases(BoilerplateOpenings.all)

    /// Boilerplate lines in full, without the sign that may follow them (see `markLength`).
    private static let lineWords = [
        "advertisement", "ad", "ads", "sponsored", "sponsored content", "supported by", "promoted", "anzeige",
        "werbung",
        "publicité", "publicidad", "pubblicità", "publicidade", "advertentie", "реклама", "광고", "広告", "广告",
        "menu", "navigation", "search", "home", "suche", "startseite", "accueil", "inicio", "главная", "поиск",
        "log in", "login", "sign in", "sign up", "sign out", "register", "subscribe", "subscribe to our newsletter",
        "newsletter", "newsletters", "abonnieren", "s'abonner", "suscríbete", "iscriviti", "assine", "подписаться",
        "share", "share this story", "share this article", "share this post", "teilen", "partager", "compartir",
        "condividi", "compartilhar", "delen", "поделиться", "공유", "シェア", "print", "email", "e-mail", "tweet",
        "pin it",
        "facebook", "twitter", "x", "instagram", "whatsapp", "telegram", "linkedin", "pinterest", "reddit",
        "youtube",
        "copy link", "link copied", "bookmark", "save", "like this", "like", "loading", "follow", "comments",
        "add a comment", "leave a reply", "post a comment", "reply", "view comments", "show comments",
        "cancel reply",
        "related", "related posts", "related articles", "related stories", "related topics", "related news",
        "see also",
        "more stories", "more news", "more from this section", "latest", "latest news", "latest stories",
        "trending",
        "trending now", "popular", "most popular", "most popular articles", "most popular stories", "popular posts",
        "most read", "most read stories", "most read articles", "editor's picks", "editors' picks", "recommended",
        "recent posts", "recent articles", "read more", "continue reading", "continue reading the main story",
        "more",
        "next", "previous", "next post", "previous post", "older posts", "newer posts", "next article",
        "previous article",
        "next page", "previous page", "tags", "topics", "categories", "archives", "mehr zum thema", "weiterlesen",
        "meistgelesen", "lire la suite", "lire aussi", "à lire aussi", "les plus lus", "leer más", "más leídas",
        "leggi anche",
        "leia mais", "lees ook", "lees meer", "читать далее", "читайте также", "about us", "contact", "contact us",
        "privacy policy", "terms of use", "terms of service", "cookie policy", "cookies", "sitemap", "impressum",
        "datenschutz", "mentions légales", "about", "faq", "help", "jobs", "careers", "rss", "skip to content",
        "close", "accept", "accept all", "reject all", "top", "back to top", "listen", "listen to this article",
        "watch",
        "play", "video", "photos", "gallery", "open menu", "close menu", "toggle navigation", "discover more",
    ]

    private static let lines = WordTable([lineWords])
    private static let longestLine = lineWords.reduce(0) { max($0, $1.utf8.count) }
    private static let mostLineWords = lineWords.reduce(0) { max($0, BlockStatistics(Array($1.utf8)).words) }

    /// The length in bytes of a sign at the end of a menu's words that adds nothing to them: `…`, `»`, `→`, `›` and the
    /// like; nil where the line does not end in one, or consists of one only.
    private static func markLength(_ line: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.count > 1 else { return nil }
        let end = range.upperBound
        switch (line[end - 2], line[end - 1]) {
        case (_, UInt8(ascii: ":")), (_, UInt8(ascii: ".")), (_, UInt8(ascii: "!")), (_, UInt8(ascii: ">")),
            (_, UInt8(ascii: "*")):
            return 1
        case (0xC2, 0xBB): return range.count > 2 ? 2 : nil
        case (0x80, 0xA6), (0x80, 0xBA), (0x86, 0x92): return range.count > 3 && line[end - 3] == 0xE2 ? 3 : nil
        default: return nil
        }
    }
}
