/// Tells the line under a picture from the story's own text.
enum Caption {
    /// Captions longer than this, in words, are taken for text.
    static let mostWords = 90

    /// Credits are looked for in so many bytes at the end.
    private static let longestCredit = 60

    /// Whether a block is a caption or a credit by its own words.
    static func isCaption(_ line: LineText, _ statistics: BlockStatistics) -> Bool {
        guard statistics.words <= mostWords, line.text.count <= 900 else { return false }
        if openings.begin(line.head) { return true }
        // A credit stands at the end. A sentence may speak of an agency; it goes on, or ends in a full stop.
        guard !statistics.endsSentence || line.text.last == UInt8(ascii: ")") || line.text.last == UInt8(ascii: "]")
        else {
            return false
        }
        let lower = line.lower
        return credits.occur(in: lower, from: lower.count - longestCredit)
    }

    /// A phrase of fewer words may be said twice for its own sake.
    private static let leastTwice = 4
    /// What is said twice makes up a third of the block or more.
    private static let mostParts = 6
    /// So many bytes tell where a block may begin anew.
    private static let key = 12

    /// Whether a block begins with the same words twice, one right behind the other: a picture's alternative text and
    /// the caption made of it, which text browsers fill into one paragraph.
    static func isDoubled(_ text: [UInt8], _ statistics: BlockStatistics) -> Bool {
        guard (2 * leastTwice...2 * mostWords).contains(statistics.words), text.count >= 4 * key else { return false }
        var again = key
        while again <= text.count / 2 + 2 {
            guard text[again] == text[0], text[again..<again + key].elementsEqual(text[..<key]) else {
                again += 1
                continue
            }
            var end = again
            while end > 0, text[end - 1] < 0x41 { end -= 1 }
            let spaces = text[..<end].count { $0 == 0x20 }
            guard spaces >= leastTwice - 1, again + end <= text.count else { return false }
            return mostParts * end >= text.count && text[again..<again + end].elementsEqual(text[..<end])
        }
        return false
    }

    private static let openings = BlockPhrases([
        "photo:", "photo by ", "photo credit", "photos:", "photos by ", "photograph:", "picture:", "image:",
        "image credit",
        "image source", "image caption", "(photo", "(image", "(picture", "file photo", "file picture", "file image",
        "credit:", "credit…", "credit...", "credits:", "caption:", "pictured:", "illustration:", "[photo", "[image",
        "foto:", "foto ©", "bild:", "bildquelle", "quelle:", "crédit photo", "crédits :", "photo d'illustration",
        "foto de ", "imagen:", "fuente:", "fotografía:", "immagine:", "beeld:", "фото:", "사진=", "사진:", "写真：",
        "video caption", "media caption",
    ])

    private static let credits = BlockPhrases([
        "getty images", "ap photo", "/ap)", "/afp", "/reuters", "/epa", "/ap", "shutterstock", "istock", "unsplash",
        "picture alliance", "imago images", "wikimedia commons", "/dpa", "/ap photo", "(reuters)", "©",
        "file photo", "courtesy of", "/keystone", "/xinhua", "/yonhap", "/tass", "/kyodo", "photo by", "photo:",
        "pixabay",
    ])
}
