import Pages

/// Markdown (CommonMark): each article with its fields as YAML between two lines `---`, its headline, and its text.
struct MarkdownFormat: ArticleFormat {
    private var hasBegun = false

    mutating func written(_ article: ExportedArticle) -> [UInt8] {
        let gap = hasBegun ? "\n" : ""
        hasBegun = true
        return Array(gap.utf8) + MarkdownFormat.document(article)
    }

    /// One article as a document of its own.
    static func document(_ article: ExportedArticle) -> [UInt8] {
        var text = "---\n"
        for member in article.row where member.name != "body" {
            // The same list stands in two columns: joined, and as an array.
            if member.name.hasSuffix("_json") { continue }
            let isList = article.row.contains { $0.name == member.name + "_json" }
            let value = isList && member.value != .null ? list(article.list(member.name)) : value(member.value)
            text += "\(member.name): \(value)\n"
        }
        var bytes = Array((text + "---\n").utf8)
        if let title = article.text("title") {
            bytes += "\n# ".utf8
            MarkdownText.writeHeading(title, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        if let body = article.text("body") {
            bytes.append(UInt8(ascii: "\n"))
            MarkdownText.writeParagraphs(body, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map(YAMLText.quoted).joined(separator: ", ") + "]"
    }

    private static func value(_ value: JSON) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        case .text(let text), .written(let text): YAMLText.quoted(text)
        case .bool, .array, .object: YAMLText.quoted(value.string)
        }
    }
}
