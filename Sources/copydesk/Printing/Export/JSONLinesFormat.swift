import Pages

/// JSON Lines: an object a line, with all columns of `articles`; those named `*_json` are arrays.
struct JSONLinesFormat: ArticleFormat {
    func written(_ article: ExportedArticle) -> [UInt8] {
        var bytes: [UInt8] = []
        JSON.object(article.row).write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }
}
