/// Recognises lines that only a list page has: what its items have in common, and the link to older items.
enum ListMark {
    /// The most words of such a line.
    static let mostWords = 10
    /// The line that says what a list's items have in common stands above them: at most this many words of running text
    /// may come before it.
    static let mostProseBefore = 60

    /// Whether a line says what all items of a page have in common: a tag, a category, a month.
    ///
    /// A category counts only on the page's first two lines: the page of a single story names one too, but below its
    /// headline.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - place: its number among the page's lines.
    /// - Returns: whether the line shows that the page is a list.
    static func names(_ line: LineText, at place: Int) -> Bool {
        headings.begin(line.head) || place < 2 && filings.begin(line.head)
    }

    /// Whether a line leads to the rest of a list: "Older posts", "Page 2 of 7", "1 - 20 of 175".
    static func turns(_ line: LineText) -> Bool {
        guard let start = line.head.firstIndex(where: isOfWord) else { return false }
        return turnings.length(in: line.head, at: start) != nil || counts(line.head[start...])
    }

    /// Whether a byte is of a letter or a digit; arrows and quotation marks before the first word are skipped by this.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        BlockText.isDigitByte(byte) || (0x61...0x7A).contains(byte) || (0xC3..<0xE2).contains(byte)
    }

    /// Whether a line says which of a list's pages or items are shown; "3 of 7" alone may be a picture's number.
    private static func counts(_ line: ArraySlice<UInt8>) -> Bool {
        // The last word is digits alone, so the last byte of a word is one.
        guard let last = line.last(where: { isOfWord($0) || (0x80..<0xC0).contains($0) }),
            BlockText.isDigitByte(last) || last >= 0x80 && line.contains(where: BlockText.isDigitByte)
        else { return false }
        guard (4...5).contains(words(in: line)) else { return false }
        var line = Array(line)
        // Dashes and arrows separate words as spaces do; other bytes from 0x80 on belong to letters.
        for index in line.indices where line[index] == 0xE2 {
            for byte in index..<min(line.count, index + 3) { line[byte] = 0x20 }
        }
        let words = line.split { !isOfWord($0) && !(0x80..<0xC0).contains($0) }.map(Array.init)
        guard (4...5).contains(words.count), words[0] != words[1], ofWords.contains(words[words.count - 2]) else {
            return false
        }
        return [words.count - 1, words.count - 3].allSatisfy { words[$0].allSatisfy(BlockText.isDigitByte) }
            && (pageWords.contains(words[0]) || words[0].allSatisfy(BlockText.isDigitByte))
    }

    /// How many words a line has, where dashes and arrows separate words too.
    private static func words(in line: ArraySlice<UInt8>) -> Int {
        var words = 0
        var isInWord = false
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            index += byte == 0xE2 ? 3 : 1
            let isWord = byte != 0xE2 && (isOfWord(byte) || (0x80..<0xC0).contains(byte))
            if isWord, !isInWord { words += 1 }
            isInWord = isWord
        }
        return words
    }

    private static let ofWords = words("of von de sur di из van av af z")
    private static let pageWords = words("page pages seite página pagina страница стр strona strana sayfa side sida")

    private static func words(_ list: String) -> Set<[UInt8]> {
        Set(list.split(separator: " ").map { Array($0.utf8) })
    }

    private static let headings = BlockPhrases([
        "tag: ", "tag archives", "category archives", "author archives", "monthly archives", "daily archives",
        "yearly archives", "archives for ", "archive for ", "posts tagged", "posts by ", "posts in ", "articles by ",
        "articles tagged", "stories tagged", "all posts by ", "all posts in ", "all posts tagged", "browsing: ",
        "browsing category", "browsing tag", "schlagwort: ", "schlagwort-archiv", "archiv für ", "étiquette : ",
        "archives de ", "etiqueta: ", "archivo de ", "метка: ", "архив рубрики", "архив метки", "записи с меткой",
    ])

    private static let filings = BlockPhrases([
        "category: ", "author: ", "month: ", "year: ", "kategorie: ", "catégorie : ", "categoría: ", "categoria: ",
        "рубрика: ", "категория: ",
    ])

    private static let turnings = BlockPhrases([
        "older posts", "older entries", "older articles", "older stories", "older news", "previous entries",
        "load more posts", "load more stories", "load more articles", "more posts", "ältere beiträge",
        "ältere einträge", "ältere artikel", "articles plus anciens", "articles précédents", "entradas antiguas",
        "entradas más antiguas", "articoli meno recenti", "post più vecchi", "postagens mais antigas",
        "oudere berichten", "eldre innlegg", "äldre inlägg", "ældre indlæg", "starsze wpisy", "starší příspěvky",
        "предыдущие записи", "старые записи", "önceki yazılar", "1 2 3 next", "1 2 3 … ", "1 2 3 ... ",
        "1 2 3 4 5 next",
    ])
}
