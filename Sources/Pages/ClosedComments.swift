/// Where a post's line says that readers may not comment on it: `3 May 2024 by Ada Marsh · Comments Off on The Headline`.
///
/// WordPress writes this in the words below, with the post's headline behind them; neither is a name or an outlet.
enum ClosedComments {
    private static let phrases = [
        "comments off", "comments are off", "comments are closed", "comments closed", "kommentare deaktiviert",
        "kommentare sind geschlossen", "commentaires fermés", "les commentaires sont fermés",
        "comentarios desactivados", "comentarios cerrados", "comentários desativados", "comentários desligados",
        "comentários fechados", "commenti disabilitati", "commenti chiusi", "reacties uitgeschakeld",
        "reacties zijn gesloten", "комментарии к записи", "комментарии отключены", "комментарии закрыты",
    ]
    private static let known = BlockPhrases(phrases)

    /// The offset at which the remark begins in a line in lower case; nil where there is none.
    static func start(in line: [UInt8]) -> Int? {
        guard known.occur(in: line, from: 0) else { return nil }
        return phrases.compactMap { phrase in
            let bytes = Array(phrase.utf8)
            return line.indices.first { line[$0] == bytes[0] && line[$0...].starts(with: bytes) }
        }.min()
    }
}
