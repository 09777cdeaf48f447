import Pages

/// A text that may be too long for one record, cut into parts.
struct LongText {
    /// What a part may take inside its JSON string.
    static let partLimit = 30_000

    /// The row it belongs to.
    let kind: Change.Kind
    let key: Int64
    let rev: Int64?
    let text: String
    let sha256: String
    /// The parts' texts in order; none cuts a character's UTF-8.
    let parts: [String]

    init(kind: Change.Kind, key: Int64, rev: Int64?, text: String) {
        self.kind = kind
        self.key = key
        self.rev = rev
        self.text = text
        let bytes = Array(text.utf8)
        sha256 = SHA256.digest(of: bytes.span).hex
        parts = LongText.cut(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Where the text of a kind stands, with parameters 1 and 2 for key and revision; nil where there is none.
    static func column(of kind: Change.Kind) -> (name: String, source: String)? {
        switch kind {
        case .article: ("body", "revision_text WHERE article = ?1 AND number = ?2")
        case .dump: ("boilerplate_json", "dump WHERE key = ?1 AND ?2 IS NULL")
        case .delivery, .teaser, .group: nil
        }
    }

    func belongs(to change: Change) -> Bool {
        kind == change.kind && key == change.key && rev == change.rev
    }

    private static func cut(_ bytes: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var size = 0
        for (place, byte) in bytes.enumerated() {
            // Cut only before a byte that begins a character: continuation bytes are 10xxxxxx.
            if byte & 0xC0 != 0x80, size >= partLimit {
                parts.append(start..<place)
                start = place
                size = 0
            }
            size += JSON.writtenSize(of: byte)
        }
        parts.append(start..<bytes.count)
        return parts
    }
}
