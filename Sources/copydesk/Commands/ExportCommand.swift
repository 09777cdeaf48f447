import Answers
import Home
import Platform
import Store

extension Command {
    static let export = Command(
        name: "export",
        operands: "[WORDS…]",
        summary: "Write articles, all or those that a query selects, in a form that other tools read.",
        details: """
            The words are those of `copydesk search`; without words it is all articles. They are written in the order of
            filing, to standard output. Exit code 1 when there is none.

            jsonl: an object a line with the columns of the view articles; those named *_json are arrays.

            csv: by RFC 4180, in UTF-8, with a header and the columns of articles. Texts stand in quotes, unknown values
            are empty. Texts are written as they are: a spreadsheet takes one that begins with =, +, - or @ for a
            formula, so import the columns as text where you do not trust the pages.

            bibtex: an @article with the id as its key. A name of two to four words stands as the page gives it, any
            other in braces. csl: CSL JSON, article-newspaper, each author a literal name.

            markdown: the fields as YAML between two lines ---, the headline, and the text, in which nothing is
            Markdown. With --into, each article is a file DAY-TITLE-ID.md in a folder, which is made, or must be empty or
            hold files of an earlier export. Then only what differs is written; an article keeps the name of its file,
            and files of other articles stay.
            """,
        options: [
            CommandLineOption("format", .value(ArticleFormats.names.joined(separator: "|")), "the form (no default)"),
            CommandLineOption("into", .value("DIR"), "with markdown: a file for each article in this folder"),
        ],
        examples: [
            "copydesk export --home ./desk --format csv > articles.csv",
            "copydesk export --home ./desk --format jsonl 'ferry OR harbour' | jq -r .title",
            "copydesk export --home ./desk --format bibtex outlet:brackish > brackish.bib",
            "copydesk export --home ./desk --format csl lang:en > articles.json",
            "copydesk export --home ./desk --format markdown --into notes after:2026",
        ],
        takesQuery: true,
        run: { arguments, surroundings in
            guard let name = arguments.text("format"), let format = ArticleFormats.named(name) else {
                let given = arguments.text("format").map { " \(CommandLineArguments.shown($0))" } ?? ""
                throw CommandLineArguments.Misuse(
                    message: "--format\(given): expected one of \(ArticleFormats.names.joined(separator: ", "))"
                )
            }
            if arguments.has("into"), name != "markdown" {
                throw CommandLineArguments.Misuse(
                    message: "--into takes files of Markdown: it does not go with \(name)"
                )
            }
            let folder = arguments.values["into"]?.first.flatMap { Path(bytes: $0) }
            if arguments.has("into"), folder == nil {
                throw CommandLineArguments.Misuse(message: "--into DIR: the folder's name is empty")
            }
            let words = arguments.operandTexts.joined(separator: " ")
            let query =
                arguments.operands.isEmpty ? nil : try SearchQuery(asked: words, doing: "export", ofArticlesOnly: true)
            let reader = try arguments.reader(surroundings)
            var progress = ExportProgress(isShown: surroundings.errorIsTerminal && !surroundings.outputIsScreen)
            if let folder {
                try fill(folder, reader, query, &progress)
            } else {
                try write(format, reader, query, &progress, isScreen: surroundings.outputIsScreen)
            }
            progress.end()
            if progress.count == 0 { Console.writeError("copydesk: no article to export\n") }
            return progress.count == 0 ? 1 : 0
        }
    )

    /// Writes articles to standard output, some hundred kilobytes at a time.
    private static func write(
        _ format: any ArticleFormat,
        _ reader: Reader,
        _ query: SearchQuery?,
        _ progress: inout ExportProgress,
        isScreen: Bool
    ) throws(Fault) {
        var format = format
        var bytes: [UInt8] = []
        func flush() throws(Fault) {
            // A terminal would obey what a page says; a pipe and a file get it as it is.
            if isScreen {
                try Console.write(Console.safe(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")))
            } else {
                try Console.write(bytes)
            }
            bytes.removeAll(keepingCapacity: true)
        }
        try reader.articles(query) { (row) throws(Fault) in
            bytes += format.written(ExportedArticle(row: row))
            progress.add()
            if bytes.count > 1 << 18 { try flush() }
        }
        if progress.count > 0 { bytes += format.ending.utf8 }
        try flush()
    }

    /// Brings a folder of Markdown files up to date, and tells what was done.
    private static func fill(
        _ path: Path,
        _ reader: Reader,
        _ query: SearchQuery?,
        _ progress: inout ExportProgress
    ) throws(Fault) {
        var folder = try MarkdownFolder(path)
        try reader.articles(query) { (row) throws(Fault) in
            try folder.write(ExportedArticle(row: row))
            progress.add()
        }
        try folder.finish()
        progress.end()
        let left = folder.left == 0 ? "" : "; \(folder.left) of other articles left as they are"
        try Console.write(
            "\(folder.written) written, \(folder.rewritten) rewritten, \(folder.unchanged) unchanged in \(path)\(left)\n"
        )
    }
}
