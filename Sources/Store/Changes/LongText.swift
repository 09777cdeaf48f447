import Pages

/// A text that may be too long for one record, cut into parts.
struct LongText {
    /// A part ends at the first character that starts at or after this many bytes inside its JSON string.
    static let partLimit = 30_000

    /// The row that has the text.
    let kind: Change.Kind
    let key: Int64
    let rev: Int64?
    let text: String
    let sha256: String
    /// The parts' texts in order; each holds whole characters only.
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

    /// The query for the long text of a row, by its key and its revision; nil where rows of this kind have none.
    static func query(of kind: Change.Kind) -> String? {
        switch kind {
        case .article: "SELECT body FROM revision_text WHERE article = ?1 AND number = ?2"
        case .dump: "SELECT boilerplate_json FROM dump WHERE key = ?1 AND ?2 IS NULL"
        case .delivery, .teaser, .group: nil
        }
    }

    func belongs(to change: Change) -> Bool {
        kind == change.target.kind && key == change.target.key && rev == change.rev
    }

    private static func cut(_ bytes: [UInt8]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var size = 0
        for (place, byte) in bytes.enumerated() {
            // Cuts only before a byte that begins a character: continuation bytes are 10xxxxxx.
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

extension Store {
    /// How many bytes the long text of a change takes in its record, with the old text where the change replaces one.
    func textSize(of change: Change) throws(StoreError) -> Int {
        guard let query = LongText.query(of: change.target.kind) else { return 0 }
        var size = try textSize(query, change.target.key, change.rev)
        if [.articleRevised, .articleReread].contains(change.type) {
            size += try textSize(query, change.target.key, change.stateBefore?.rev)
        }
        return size
    }

    private func textSize(_ query: String, _ key: Int64, _ rev: Int64?) throws(StoreError) -> Int {
        try connection.first(query, [.integer(key), .optional(rev)], doing: "measure a text") {
            $0.optionalText(0).map(JSON.writtenSize(of:)) ?? 0
        } ?? 0
    }

    /// The long text of a change, cut into parts.
    func longText(of change: Change) throws(StoreError) -> LongText {
        if let longText, longText.belongs(to: change) { return longText }
        let target = change.target
        var text = ""
        if let query = LongText.query(of: target.kind) {
            let found = try connection.first(
                query,
                [.integer(target.key), .optional(change.rev)],
                doing: "read a text"
            ) { $0.text(0) }
            text = found ?? ""
        }
        let fresh = LongText(kind: target.kind, key: target.key, rev: change.rev, text: text)
        longText = fresh
        return fresh
    }
}
