/// Finds the word that announces names: `By`, `Written by`, `Von`, `Analysis by`, `Eine Kolumne von`.
enum BylineOpening {
    /// Words before the one for "by" are looked for among so many.
    private static let mostGenreWords = 3

    /// The bytes up to where the names begin in a piece; nil where nothing announces any.
    static func length(in text: [UInt8], _ piece: Range<Int>) -> Int? {
        let head = BlockText.lowercased(BlockText.cut(Array(text[piece]), to: 60))
        // No word of the list changes its length in lower case, so offsets in the one are offsets in the other.
        if let length = openings.length(in: head, at: 0), length < piece.count { return length }
        // A link's text that lost the space before it: "byAda Marsh".
        let bytes = text[piece]
        if bytes.count > 4, bytes.starts(with: "by".utf8), (0x41...0x5A).contains(bytes[bytes.startIndex + 2]) {
            return 2
        }
        return genreLength(head, count: piece.count)
    }

    /// Whether a line's first word is one that opens a byline.
    static func begins(_ text: [UInt8]) -> Bool {
        length(in: text, 0..<text.count) != nil
    }

    private static func genreLength(_ head: [UInt8], count: Int) -> Int? {
        var start = 0
        for _ in 0...mostGenreWords {
            guard let space = head[start...].firstIndex(of: 0x20) else { return nil }
            let word = String(decoding: head[start..<space], as: UTF8.self)
            if start > 0, words.contains(word) { return space + 1 < count ? space + 1 : nil }
            guard BylineWords.genres.contains(word) else { return nil }
            start = space + 1
            guard start < head.count else { return nil }
        }
        return nil
    }

    /// The words that open a line of names, with the space or colon behind them; longest first, in lower case.
    private static let openings = BlockPhrases(
        ([
            "written by", "posted by", "published by", "reported by", "story by", "words by", "author by", "created by",
            "submitted by", "reporting by", "text by",
        ] + words).flatMap { ["\($0) ", "\($0):"] }
            + [
                "автор", "текст", "autor", "autorin", "autoren", "author", "authors", "autore", "auteur", "text",
                "tekst",
            ]
            .flatMap { ["\($0) ", "\($0):"] }
    )

    private static let words = ["by", "von", "par", "por", "di", "door", "av", "af"]
}
