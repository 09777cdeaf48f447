/// A piece of a document that is there to be typed or compared: a fenced block of Markdown, or a display of a page.
struct DocumentBlock {
    /// Who runs a block.
    enum Runner: Equatable {
        /// `DocumentReader`, beside a desk that is served.
        case desk
        /// `ReadmeTests`, each line where its tool is there.
        case tools
        /// `ManualExamplesTests`, each line by itself.
        case examples
        /// `SourceGuideTests`, in a copy of the sources.
        case clone
        /// `DocumentedServiceTests`, on a machine where the package is installed.
        case guest
        /// `.ci/run`, as it stands.
        case continuousIntegration
        /// `LayoutGuideTests`, which makes the files and compares what is printed.
        case layoutGuide
        /// Nobody: it is a drawing.
        case drawing
    }

    /// The document's path below the repository.
    let document: String
    /// Where the block begins.
    let line: Int
    /// What its fence, or the comment before its display, says: a language, and how the block is run.
    let mark: String
    let text: String

    var language: Substring { mark.prefix { $0 != " " } }
    var place: String { "\(document):\(line) (\(mark))" }

    /// Who runs the block; nil where the mark says nothing that anybody knows.
    var runner: Runner? {
        if document == Document.layoutGuide { return ["sh", "text"].contains(language) ? .layoutGuide : nil }
        switch mark {
        case "sh", "sh follow", "sh stopped", "sql", "crontab", "text": return .desk
        case "sh tools": return .tools
        case "sh examples": return .examples
        case "sh clone": return .clone
        case "sh ci": return .continuousIntegration
        case "shell", "shell follow": return .guest
        case "text drawing": return .drawing
        default: return language == "text" ? .desk : nil
        }
    }
}
