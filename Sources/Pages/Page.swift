/// A page as read from a dump: its own fields, and its items in page order.
package struct Page: Hashable, Sendable {
    package var site: String?
    package var tagline: String?
    /// The page's own date (`YYYY-MM-DD`): when it was rendered or visited, which is not its articles' date.
    package var pageOn: String?
    /// The name of the layout that matched, nil where the general rules read the page.
    package var layout: String?
    /// Lines that belong to no item and to no page field, in page order; a removed interjection comes last.
    package var boilerplate: [String] = []
    package var items: [Item] = []
    /// Evidence for the page's own fields.
    package var evidence: [Evidence] = []

    package init() {}

    package var articleCount: Int { items.count { $0.kind == .article } }
    package var teaserCount: Int { items.count { $0.kind == .teaser } }
}
