import Pages

/// The names of an item's fields, as evidence and views call them.
enum Fields {
    /// The fields that are set, those aside that carry no evidence.
    static func set(in item: Item) -> Set<String> {
        var fields: Set<String> = []
        if item.title != nil { fields.insert("title") }
        if item.byline != nil { fields.insert("byline") }
        if !item.authors.isEmpty { fields.insert("authors") }
        if item.outlet != nil { fields.insert("outlet") }
        if item.publishedOn != nil { fields.insert("published_on") }
        if item.publishedAt != nil { fields.insert("published_at") }
        if item.postedOn != nil { fields.insert("posted_on") }
        if !item.categories.isEmpty { fields.insert("categories") }
        if item.tagCount != nil { fields.insert("tag_count") }
        if item.commentCount != nil { fields.insert("comment_count") }
        if !item.body.isEmpty { fields.insert("body") }
        return fields
    }

    /// White space folded, marks of Markdown left out.
    static func folded(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ").filter { $0 != "*" && $0 != "#" }
    }
}
