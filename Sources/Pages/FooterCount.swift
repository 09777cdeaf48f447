/// Reads the counts of a post's last line: comments by their words, tags by the commas that are left of them.
enum FooterCount {
    /// The number of comments that a text in lower case names; nil where it does not say how many.
    static func comments(_ words: String) -> Int? {
        var number: Int?
        var hasWord = false
        var says0 = false
        guard words.utf8.count <= 60 else { return nil }
        // By bytes: characters cost twenty times as much, and every short line of a page is asked.
        for bytes in words.utf8.split(whereSeparator: { separators.contains($0) }) {
            let part = Substring(bytes)
            if let value = Int(part), value >= 0, part.utf8.count <= 9 {
                if number != nil { return nil }
                number = value
            } else if nouns.contains(String(part)) {
                hasWord = true
            } else if invitations.contains(String(part)) {
                says0 = true
            } else {
                return nil
            }
        }
        guard hasWord else { return nil }
        return number ?? (says0 ? 0 : nil)
    }

    /// Whether a text is a remark on comments, counted or not ("Comments Off").
    static func isComments(_ words: String) -> Bool {
        comments(words) != nil
            || words.utf8.count <= 60 && words.split(separator: " ").contains { nouns.contains(String($0)) }
    }

    /// The number of tags where their links were lost and the commas between them stayed.
    ///
    /// One comma parts two tags; an empty field may have held one tag or none, so it says nothing.
    static func tags(_ field: [UInt8]) -> Int? {
        if field.allSatisfy({ $0 == 0x20 }) { return nil }
        return field.count { $0 == UInt8(ascii: ",") } + 1
    }

    private static let separators = Array(" ()[]:".utf8)

    private static let nouns: Set<String> = [
        "comment", "comments", "kommentar", "kommentare", "kommentarer", "commentaire", "commentaires", "comentario",
        "comentarios", "comentário", "comentários", "commento", "commenti", "reactie", "reacties", "комментарий",
        "комментария", "комментариев", "replies", "reply", "responses", "response",
    ]

    private static let invitations: Set<String> = [
        "leave", "a", "no", "be", "the", "first", "to", "add", "post", "kein", "keine", "schreibe", "einen",
        "hinterlasse", "laisser", "un", "aucun", "dejar", "deja", "sin", "deixe", "um", "lascia", "nessun", "geef",
        "een", "geen", "нет", "yet", "new",
    ]
}
