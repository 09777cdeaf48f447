/// Kinds that can be recognised only in the decoded text: markup, data and mail.
///
/// The tests are strict on purpose: an article about HTML, or one that begins with a bracket, is an article.
extension FileKind {
    /// How many bytes of the text are searched for tags.
    private static let head = 8192

    /// The kind of a normalised text, or nil where it may be a page's text.
    init?(text: Span<UInt8>) {
        let cursor = TextCursor.afterBlanks(text, from: 0)
        guard cursor < text.count else { return nil }
        let kind: FileKind? =
            switch text[cursor] {
            case UInt8(ascii: "<"): FileKind.markup(text, from: cursor)
            case UInt8(ascii: "{"), UInt8(ascii: "["): FileKind.isJSON(text, from: cursor) ? .json : nil
            default: FileKind.isMail(text) ? .mail : nil
            }
        guard let kind else { return nil }
        self = kind
    }

    // MARK: Markup

    private static func markup(_ text: Span<UInt8>, from start: Int) -> FileKind? {
        var at = start
        var isDeclared = false
        // Comments, processing instructions and the document type stand before the first element.
        while TextCursor.begins(text, "<!--", at: at) || TextCursor.begins(text, "<?", at: at) {
            let isComment = TextCursor.begins(text, "<!--", at: at)
            if TextCursor.begins(text, "<?xml", at: at) { isDeclared = true }
            guard let end = TextCursor.find(text, isComment ? "-->" : "?>", from: at, below: text.count) else { break }
            at = TextCursor.afterBlanks(text, from: end)
        }
        if TextCursor.begins(text, "<!doctype", at: at) {
            let name = TextCursor.afterBlanks(text, from: at + 9)
            guard TextCursor.begins(text, "html", at: name) else { return isDeclared ? .xml : nil }
            return tagCount(text, from: name) > 0 ? .html : nil
        }
        let name = TextCursor.name(text, at: at + 1)
        if htmlTags.contains(name) {
            let count = tagCount(text, from: at + 1)
            if count >= (name == "html" ? 1 : 3) { return .html }
        }
        if isDeclared { return .xml }
        return !name.isEmpty && endsWithClosing(text, name) ? .xml : nil
    }

    /// How many HTML tags, opening or closing, stand in the head of the text.
    private static func tagCount(_ text: Span<UInt8>, from start: Int) -> Int {
        var count = 0
        for at in start..<min(text.count, max(start, head)) where text[at] == UInt8(ascii: "<") {
            let isClosing = TextCursor.begins(text, "</", at: at)
            let name = TextCursor.name(text, at: isClosing ? at + 2 : at + 1)
            if htmlTags.contains(name) { count += 1 }
        }
        return count
    }

    private static let htmlTags: Set<String> = [
        "html", "head", "title", "meta", "link", "style", "script", "body", "header", "nav", "main", "article",
        "section", "aside", "footer", "div", "span", "p", "a", "img", "ul", "ol", "li", "table", "tr", "td", "th",
        "tbody", "thead", "h1", "h2", "h3", "h4", "br", "hr", "figure", "form", "blockquote", "b", "i", "em", "strong",
        "center", "font", "noscript", "iframe",
    ]

    /// Whether the text's last line ends by closing the element that the text begins with.
    private static func endsWithClosing(_ text: Span<UInt8>, _ name: String) -> Bool {
        let closing = "</\(name)>"
        var end = text.count
        while end > 0, text[end - 1] <= 0x20 { end -= 1 }
        return TextCursor.begins(text, closing, at: end - closing.utf8.count)
    }
}
