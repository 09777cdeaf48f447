/// Recognises the line above the comments of a story's readers: "34 responses to “The story’s headline”".
///
/// The comments below it look like the story's own text and are often longer; only this line shows that they are not
/// part of the story.
enum CommentMark {
    /// The fewest words of running text above such a line, since comments follow their story.
    static let leastProseBefore = 40
    /// The most words of such a line, with those of the story's headline.
    static let mostWords = 40

    /// Whether a line gives the number of comments on a story and names the story.
    static func opens(_ line: LineText, _ statistics: BlockStatistics) -> Bool {
        guard statistics.words <= mostWords, let start = line.head.firstIndex(where: isOfWord) else { return false }
        guard let end = number(line.head, from: start), let length = phrases.length(in: line.head, at: end) else {
            return false
        }
        let rest = line.head[(end + length)...].drop { $0 == 0x20 }
        // Without quotation marks it may be a sentence of the story: "34 responses to the survey came in."
        return isQuoted(rest) || rest.count >= 4 && !statistics.endsSentence
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        BlockText.isDigitByte(byte) || (0x61...0x7A).contains(byte) || (0xC3..<0xE2).contains(byte)
    }

    /// The offset after a number, or a word for "one", and the space that follows; nil where there is none.
    private static func number(_ line: [UInt8], from start: Int) -> Int? {
        var end = start
        while end < line.count, end - start < 7, BlockText.isDigitByte(line[end]) || line[end] == 0x2C { end += 1 }
        if end == start {
            guard let length = ones.length(in: line, at: start) else { return nil }
            return start + length
        }
        return end < line.count && line[end] == 0x20 ? end + 1 : nil
    }

    private static func isQuoted(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == 0x22 || quotes.contains { text.starts(with: $0) }
    }

    private static let quotes = ["“", "„", "«", "‘", "”"].map { Array($0.utf8) }

    private static let ones = BlockPhrases([
        "one ", "ein ", "eine ", "un ", "une ", "uno ", "una ", "um ", "uma ", "één ", "en ", "ett ", "et ", "один ",
    ])

    private static let phrases = BlockPhrases([
        "thoughts on ", "thought on ", "responses to ", "response to ", "replies to ", "reply to ", "comments on ",
        "comment on ", "comments to ", "comment to ", "comments so far on ", "gedanken zu ", "gedanke zu ",
        "antworten auf ", "antwort auf ", "antworten zu ", "antwort zu ", "kommentare zu ", "kommentar zu ",
        "réflexions sur ", "réflexion sur ", "réflexions au sujet de ", "réponses à ", "réponse à ",
        "commentaires sur ", "commentaire sur ", "commentaires pour ", "respuestas a ", "respuesta a ",
        "comentarios en ", "comentario en ", "comentarios sobre ", "pensamientos en ", "pensamientos sobre ",
        "comentários em ", "comentário em ", "comentários sobre ", "respostas para ", "resposta para ",
        "commenti su ", "commento su ", "commenti a ", "pensieri su ", "risposte a ", "risposta a ", "reacties op ",
        "reactie op ", "gedachten over ", "gedachte over ", "svar till ", "svar på ", "svar til ", "tankar om ",
        "tanker om ", "kommentarer till ", "kommentarer til ", "komentarzy do ", "komentarze do ", "komentarz do ",
        "odpowiedzi na ", "odpowiedź na ", "комментариев к ", "комментария к ", "комментарий к ", "мыслей о ",
        "komentářů u ", "komentáře u ", "komentář u ",
    ])
}

/// Finds the remark that a post is closed for comments: `3 May 2024 by Ada Marsh · Comments Off on The Headline`.
///
/// WordPress writes one of the phrases below and then the post's headline; neither is an author's name or an outlet.
enum ClosedComments {
    private static let phrases = [
        "comments off", "comments are off", "comments are closed", "comments closed", "kommentare deaktiviert",
        "kommentare sind geschlossen", "commentaires fermés", "les commentaires sont fermés",
        "comentarios desactivados", "comentarios cerrados", "comentários desativados", "comentários desligados",
        "comentários fechados", "commenti disabilitati", "commenti chiusi", "reacties uitgeschakeld",
        "reacties zijn gesloten", "комментарии к записи", "комментарии отключены", "комментарии закрыты",
    ]
    private static let known = BlockPhrases(phrases)

    /// The offset of the remark in a line in lower case; nil where there is none.
    static func start(in line: [UInt8]) -> Int? {
        guard known.occur(in: line, from: 0) else { return nil }
        return phrases.compactMap { phrase in
            let bytes = Array(phrase.utf8)
            return line.indices.first { line[$0] == bytes[0] && line[$0...].starts(with: bytes) }
        }.min()
    }
}
