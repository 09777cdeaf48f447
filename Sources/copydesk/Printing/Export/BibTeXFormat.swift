import Pages

/// BibTeX, as LaTeX, JabRef, Zotero and pandoc read it: an `@article` for each, with its id as the key.
///
/// The field `date` is read by BibLaTeX, `year`, `month` and `day` by the others. The title stands in two pairs of
/// braces: otherwise styles would change its capitals.
struct BibTeXFormat: ArticleFormat {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    func written(_ article: ExportedArticle) -> [UInt8] {
        var fields: [(name: String, value: String)] = []
        func add(_ name: String, _ text: String?) {
            if let text { fields.append((name, "{\(BibTeXFormat.escaped(text))}")) }
        }
        if let title = article.text("title") { fields.append(("title", "{{\(BibTeXFormat.escaped(title))}}")) }
        let authors = article.list("authors")
        if !authors.isEmpty {
            fields.append(("author", "{\(authors.map(BibTeXFormat.name).joined(separator: " and "))}"))
        }
        add("journal", article.source)
        if let day = article.published {
            add("date", day.text)
            add("year", String(day.year))
            fields.append(("month", BibTeXFormat.months[day.month - 1]))
            add("day", String(day.day))
        }
        add("language", article.text("language"))
        let categories = article.list("categories")
        if !categories.isEmpty { add("keywords", categories.joined(separator: ", ")) }
        if article.source != nil { add("entrysubtype", "newspaper") }
        add("note", "copydesk \(article.id)")
        // An article of an unknown source lacks what BibTeX demands of an @article.
        let kind = article.source == nil ? "misc" : "article"
        let lines = fields.map { "  \($0.name) = \($0.value)" }.joined(separator: ",\n")
        return Array("@\(kind){\(article.id),\n\(lines)\n}\n\n".utf8)
    }

    /// A name as the page gives it, which is the order that BibTeX expects; in braces where BibTeX would read something
    /// else from it: several names, a name turned round, a number.
    private static func name(_ name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        let isPlain =
            (2...4).contains(words.count) && !words.contains("and") && !words.contains("others")
            && name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || " .'’-".unicodeScalars.contains($0) }
        return isPlain ? escaped(name) : "{\(escaped(name))}"
    }

    /// A text on one line, with what means something to TeX written so that it is shown.
    ///
    /// BibTeX counts braces also where a backslash stands before them. Where they have no partners they are written as
    /// commands, which LaTeX shows and some other readers leave out.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        let hasPairs = hasPairsOfBraces(text)
        var escaped = ""
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { before = scalar }
            switch scalar {
            // Two hyphens, and the sign of an opening quote, are other signs to TeX.
            case "-" where before == "-": escaped += "{}-"
            case "`": escaped += "\\`{}"
            case "\\": escaped += "\\textbackslash{}"
            case "{": escaped += hasPairs ? "\\{" : "\\textbraceleft{}"
            case "}": escaped += hasPairs ? "\\}" : "\\textbraceright{}"
            case "~": escaped += "\\textasciitilde{}"
            case "^": escaped += "\\textasciicircum{}"
            case "$", "&", "%", "#", "_": escaped += "\\" + String(scalar)
            default:
                let isControl = scalar.properties.generalCategory == .control
                escaped.unicodeScalars.append(isControl || scalar.properties.isWhitespace ? " " : scalar)
            }
        }
        return escaped
    }

    /// Whether a byte of UTF-8 belongs to nothing that is written otherwise; those that begin some of it do not.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, 0xC2, 0xE1, 0xE2, 0xE3: false
        default: !"\\{}~^`$&%#_-".utf8.contains(byte)
        }
    }

    private static func hasPairsOfBraces(_ text: String) -> Bool {
        var depth = 0
        for scalar in text.unicodeScalars {
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
