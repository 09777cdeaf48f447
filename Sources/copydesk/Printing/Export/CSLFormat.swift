import Pages

/// CSL JSON (https://docs.citationstyles.org), as Zotero, pandoc and citeproc read it: one array of
/// `article-newspaper`.
///
/// Authors are `literal`: a page says a name, not which part of it is the family's, nor whether it is a person's.
struct CSLFormat: ArticleFormat {
    private var hasBegun = false

    var ending: String { "\n]\n" }

    mutating func written(_ article: ExportedArticle) -> [UInt8] {
        var bytes = Array((hasBegun ? ",\n" : "[\n").utf8)
        hasBegun = true
        JSON.object(CSLFormat.members(of: article)).write(to: &bytes)
        return bytes
    }

    private static func members(of article: ExportedArticle) -> [JSON.Member] {
        var members: [JSON.Member] = [
            .init("id", .text(article.id)), .init("type", .text("article-newspaper")),
        ]
        func add(_ name: String, _ text: String?) {
            if let text { members.append(.init(name, .text(text))) }
        }
        add("title", article.text("title"))
        let authors = article.list("authors")
        if !authors.isEmpty {
            members.append(.init("author", .array(authors.map { .object([.init("literal", .text($0))]) })))
        }
        add("container-title", article.source)
        if let day = article.published {
            let parts = [day.year, day.month, day.day].map { JSON.integer(Int64($0)) }
            members.append(.init("issued", .object([.init("date-parts", .array([.array(parts)]))])))
        }
        add("language", article.text("language"))
        // Where the byline names another outlet than the site that carried it.
        if article.text("outlet") != nil { add("source", article.text("site")) }
        let categories = article.list("categories")
        if !categories.isEmpty { add("keyword", categories.joined(separator: ", ")) }
        return members
    }
}
