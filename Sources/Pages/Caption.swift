/// Tells the line under a picture from the story's own text.
enum Caption {
    /// Captions longer than this, in words, are taken for text.
    static let mostWords = 90

    /// Credits are looked for in so many bytes at the end.
    private static let longestCredit = 60

    /// Whether a block is a caption or a credit by its own words.
    static func isCaption(_ text: [UInt8], _ features: Features) -> Bool {
        guard features.words <= mostWords, text.count <= 900 else { return false }
        let line = BlockText.lowercased(text)
        if openings.begin(line) { return true }
        // A credit stands at the end. A sentence may speak of an agency; it goes on, or ends in a full stop.
        guard !features.endsSentence || line.last == UInt8(ascii: ")") || line.last == UInt8(ascii: "]") else {
            return false
        }
        return credits.occur(in: line, from: line.count - longestCredit)
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
