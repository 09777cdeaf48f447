/// Tells the line under a picture from the story's own text.
enum Caption {
    /// Captions longer than this, in words, are taken for text.
    static let mostWords = 90

    /// Credits are looked for in so many bytes at the end.
    private static let longestCredit = 60

    /// Whether a block is a caption or a credit by its own words.
    static func isCaption(_ line: LineText, _ features: Features) -> Bool {
        guard features.words <= mostWords, line.text.count <= 900 else { return false }
        if openings.begin(line.head) { return true }
        // A credit stands at the end. A sentence may speak of an agency; it goes on, or ends in a full stop.
        guard !features.endsSentence || line.text.last == UInt8(ascii: ")") || line.text.last == UInt8(ascii: "]")
        else {
            return false
        }
        let lower = line.lower
        return credits.occur(in: lower, from: lower.count - longestCredit)
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
