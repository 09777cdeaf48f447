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
