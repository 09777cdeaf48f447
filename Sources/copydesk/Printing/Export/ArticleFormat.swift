/// A form in which articles are written, one after the other; each is a value that remembers whether it has begun.
protocol ArticleFormat {
    /// What is written for an article, with what has to stand before it.
    mutating func written(_ article: ExportedArticle) -> [UInt8]

    /// What is written after the last article.
    var ending: String { get }
}

extension ArticleFormat {
    var ending: String { "" }
}

/// The forms by their names, in the order in which `--format` lists them.
enum ArticleFormats {
    static let names = ["jsonl", "csv", "bibtex", "csl", "markdown"]

    /// Nil where no form has that name.
    static func named(_ name: String) -> (any ArticleFormat)? {
        switch name {
        case "jsonl": JSONLinesFormat()
        case "csv": CSVFormat()
        case "bibtex": BibTeXFormat()
        case "csl": CSLFormat()
        case "markdown": MarkdownFormat()
        default: nil
        }
    }
}
