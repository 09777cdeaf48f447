/// Reads the counts on a post's last line: comments by the words for them, tags by the commas that are left of them.
enum FooterCount {
    /// The number of comments that a text gives; nil where it does not say how many.
    static func comments(_ words: String) -> Int? {
        comments(words.utf8.span)
    }

    /// The number of comments that a text gives, case ignored: 0 for "Leave a comment", nil for "Comments Off".
    static func comments(_ text: Span<UInt8>) -> Int? {
        guard text.count <= longest else { return nil }
        var number: Int?
        var hasWord = false
        var says0 = false
        var at = 0
        while let part = nextPart(text, from: at, apart: isSeparator) {
            at = part.upperBound
            if let value = FooterCount.number(text, part) {
                if number != nil { return nil }
                number = value
                continue
            }
            // This runs for every short line of a page, and nearly all of them return here, at their first word.
            let kind = words.bits(of: text, part)
            guard kind != 0 else { return nil }
            if kind & nounBit != 0 { hasWord = true } else { says0 = true }
        }
        guard hasWord else { return nil }
        return number ?? (says0 ? 0 : nil)
    }

    /// Whether a text is a remark on comments, with a count or without ("Comments Off").
    static func isComments(_ words: String) -> Bool {
        isComments(words.utf8.span)
    }

    /// Whether a text is a remark on comments, with a count or without ("Comments Off"), case ignored.
    static func isComments(_ text: Span<UInt8>) -> Bool {
        guard text.count <= longest else { return false }
        if comments(text) != nil { return true }
        var at = 0
        while let part = nextPart(text, from: at, apart: { $0 == 0x20 }) {
            if words.bits(of: text, part) & nounBit != 0 { return true }
            at = part.upperBound
        }
        return false
    }

    /// The most bytes of a remark on comments.
    private static let longest = 60

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"): true
        default: false
        }
    }

    /// The next run of bytes that are no separators; nil where only separators follow.
    private static func nextPart(_ text: Span<UInt8>, from start: Int, apart: (UInt8) -> Bool) -> Range<Int>? {
        var lower = start
        while lower < text.count, apart(text[lower]) { lower += 1 }
        guard lower < text.count else { return nil }
        var upper = lower
        while upper < text.count, !apart(text[upper]) { upper += 1 }
        return lower..<upper
    }

    /// The value of a part that has at most nine digits and nothing else; nil for any other.
    private static func number(_ text: Span<UInt8>, _ part: Range<Int>) -> Int? {
        guard part.count <= 9 else { return nil }
        var value = 0
        for index in part {
            guard BlockText.isDigitByte(text[index]) else { return nil }
            value = value * 10 + Int(text[index] - 0x30)
        }
        return value
    }

    /// The number of tags, where their links were lost and only the commas between them are left.
    ///
    /// One comma separates two tags. An empty field may have held one tag or none, so it gives no number.
    static func tags(_ field: [UInt8]) -> Int? {
        if field.allSatisfy({ $0 == 0x20 }) { return nil }
        return field.count { $0 == UInt8(ascii: ",") } + 1
    }

    private static let nounBit: UInt64 = 1

    /// The words for readers' comments.
    static let nouns = [
        "comment", "comments", "kommentar", "kommentare", "kommentarer", "commentaire", "commentaires", "comentario",
        "comentarios", "comentário", "comentários", "commento", "commenti", "reactie", "reacties", "комментарий",
        "комментария", "комментариев", "replies", "reply", "responses", "response", "luận",
    ]

    private static let words = WordTable([
        nouns,
        [
            "leave", "a", "no", "be", "the", "first", "to", "add", "post", "kein", "keine", "schreibe", "einen",
            "hinterlasse", "laisser", "un", "aucun", "dejar", "deja", "sin", "deixe", "um", "lascia", "nessun", "geef",
            "een", "geen", "нет", "yet", "new", "bình",
        ],
    ])
}
