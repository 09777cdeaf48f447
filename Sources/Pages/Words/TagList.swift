/// Recognises lines with the categories and tags of a post, which stand near it and look like headlines.
enum TagList {
    /// The most words of a line with tags.
    private static let mostWords = 40
    /// The most words of one tag.
    private static let longestTag = 4

    /// Whether a line begins with a word such as "Tags:", which announces tags or categories.
    static func announcesTags(_ line: LineText, _ statistics: BlockStatistics) -> Bool {
        statistics.words <= mostWords && openings.begin(line.head)
    }

    /// Whether a line is three or more short pieces with commas between them, as tags are, but also some headlines.
    static func isList(_ text: [UInt8], _ statistics: BlockStatistics) -> Bool {
        guard (3...mostWords).contains(statistics.words), !statistics.endsSentence else { return false }
        var pieces = 1
        var words = 0
        var isInWord = false
        for byte in text {
            switch byte {
            case UInt8(ascii: ","):
                pieces += 1
                words = 0
                isInWord = false
            case UInt8(ascii: " "):
                isInWord = false
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"):
                return false
            default:
                if !isInWord { words += 1 }
                isInWord = true
                if words > longestTag { return false }
            }
        }
        return pieces >= 3
    }

    private static let openings = BlockPhrases([
        "tags:", "tags ", "tag:", "tagged", "filed under", "filed in", "posted in", "categories:", "category:",
        "categories ", "labels:", "topics:", "keywords:", "related topics", "schlagwörter", "schlagworte",
        "schlagwort", "kategorie:", "kategorien:", "abgelegt unter", "veröffentlicht in", "themen:", "mots-clés",
        "catégorie", "classé dans", "étiquettes", "etiquetas", "categorías", "categoría", "archivado", "publicado en",
        "etichette", "categorie:", "categoria:", "categorias:", "trefwoorden", "tagi:", "kategorie ", "kategorier",
        "etiketter", "метки", "рубрика:", "рубрики:", "теги:", "тэги:", "категория:", "категории:", "ключевые слова",
        "мітки", "етикети", "štítky", "etiketler", "태그", "タグ", "标签", "標籤", "الوسوم",
    ])
}
