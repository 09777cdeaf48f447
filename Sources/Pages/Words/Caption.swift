/// Recognises the line under a picture, so that it is not taken for the story's own text.
enum Caption {
    /// A caption has at most this many words; anything longer is taken for text.
    static let mostWords = 90

    /// A credit is searched for in this many bytes at the end of the block.
    private static let longestCredit = 60

    /// Whether a block is a caption or a credit by its own words.
    static func isCaption(_ line: LineText, _ statistics: BlockStatistics) -> Bool {
        guard statistics.words <= mostWords, line.text.count <= 900 else { return false }
        if openings.begin(line.head) { return true }
        // A credit stands at the end and has no full stop. A sentence that mentions an agency goes on after it or ends
        // in a full stop.
        guard !statistics.endsSentence || line.text.last == UInt8(ascii: ")") || line.text.last == UInt8(ascii: "]")
        else {
            return false
        }
        let lower = line.lower
        return credits.occur(in: lower, from: lower.count - longestCredit)
    }

    /// The fewest words of a doubled phrase; a shorter one may be repeated on purpose.
    private static let leastTwice = 4
    /// The phrase makes up at least a sixth of the block, and so its two copies a third.
    private static let mostParts = 6
    /// The second copy is searched for by this many bytes from the beginning of the first.
    private static let key = 12

    /// Whether a block begins with the same words twice in a row.
    ///
    /// Such a block is a picture's alternative text followed by a caption with the same words: text browsers join the
    /// two into one paragraph.
    static func isDoubled(_ text: [UInt8], _ statistics: BlockStatistics) -> Bool {
        guard (2 * leastTwice...2 * mostWords).contains(statistics.words), text.count >= 4 * key else { return false }
        let bytes = text.span
        var again = key
        while again <= text.count / 2 + 2 {
            // The line is long enough for its eight bytes from here on to be tested at once.
            if !ASCIIStretch.has(text[0], bytes, again) {
                again += ASCIIStretch.length
                continue
            }
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
