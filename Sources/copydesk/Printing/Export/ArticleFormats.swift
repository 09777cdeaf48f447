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
