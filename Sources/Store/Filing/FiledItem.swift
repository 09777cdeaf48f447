import Pages

/// An item with the values of its columns.
struct FiledItem: Sendable {
    /// Where a body is kept.
    enum Body: Sendable {
        /// In the dump, word for word: the offset of its first byte, and its length in bytes.
        case inDump(start: Int, count: Int)
        /// In its own column.
        case apart
    }

    let item: Item
    /// The id it gets unless another story has it already.
    let id: String
    let title: String?
    let foldedTitle: String?
    /// The site or the outlet, folded; nil where the page tells neither.
    let source: String?
    /// SHA-256 of the folded body.
    let foldedHash: String
    /// By what texts like it are found; nil for a teaser.
    let clues: Clues?
    /// The key of its page, where it is the page's only article.
    let pageKey: String?
    let byline: String?
    let outlet: String?
    let authors: String?
    let categories: String?
    let evidence: String
    let wordCount: Int
    let bodyHash: String
    /// How many bytes the body takes in a JSON string.
    let bodySize: Int
    let place: Body

    init(_ item: Item, on page: Page, _ bytes: [UInt8], pageKey: String?) {
        self.item = item
        id =
            switch item.kind {
            case .article:
                Identity.article(
                    source: page.site ?? item.outlet,
                    title: item.title,
                    publishedOn: item.publishedOn,
                    body: item.body
                )
            case .teaser: Identity.teaser(site: page.site, title: item.title, summary: item.body)
            }
        title = TextForm.cut(item.title, to: 2000)
        foldedTitle = title.map(Identity.folded)
        source = FiledItem.source(site: TextForm.cut(page.site, to: 500), outlet: TextForm.cut(item.outlet, to: 500))
        let folded = Identity.foldedBytes(item.body)
        foldedHash = SHA256.digest(of: folded.span).hex
        self.pageKey = page.articleCount == 1 ? pageKey : nil
        clues =
            item.kind == .article
            ? Clues(
                bodyHash: foldedHash,
                folded: folded,
                title: foldedTitle ?? "",
                pageKey: self.pageKey
            )
            : nil
        byline = TextForm.cut(item.byline, to: 1000)
        outlet = TextForm.cut(item.outlet, to: 500)
        authors = TextForm.list(item.authors)
        categories = TextForm.list(item.categories)
        evidence = TextForm.evidence(item.evidence)
        wordCount = item.wordCount
        bodyHash = SHA256.digest(of: item.body.utf8Bytes.span).hex
        bodySize = JSON.writtenSize(of: item.body)
        place = FiledItem.place(of: item, in: bytes)
    }

    /// By what name the source of an article is compared with that of another; nil where it is unknown.
    static func source(site: String?, outlet: String?) -> String? {
        let folded = (site ?? outlet).map(Identity.folded) ?? ""
        return folded.isEmpty ? nil : folded
    }

    /// The item as it is compared with others.
    var story: StoryText {
        StoryText(
            // As it is made of a held text, whose title may have been cut.
            id: title == item.title
                ? id : Identity.article(source: source, title: title, publishedOn: item.publishedOn, body: item.body),
            source: source,
            title: foldedTitle ?? "",
            publishedOn: item.publishedOn,
            pageKey: pageKey,
            bodyHash: foldedHash,
            shingles: Shingles(folded: Identity.foldedBytes(item.body))
        )
    }

    /// The evidence of an appearance whose article was known already: how it was known again comes last.
    func evidence(known match: StoryMatch?) -> String {
        guard let match else { return evidence }
        let note = JSON.object([
            .init("field", .text("article")), .init("rule", .text(match.rule.rawValue)),
            .init("bytes", .array([.integer(Int64(item.bytes.lowerBound)), .integer(Int64(item.bytes.upperBound))])),
            .init("raw", .null), .init("score", .written(match.scoreText)),
        ]).string
        return String(evidence.dropLast()) + (evidence.utf8.count > 2 ? "," : "") + note + "]"
    }

    /// Where the body is to be kept.
    ///
    /// A body in the dump costs a reader the whole original. So in a large dump of many stories, each body has its own
    /// column.
    private static func place(of item: Item, in bytes: [UInt8]) -> Body {
        let body = item.body.utf8.span
        if let start = item.evidence.first(where: { $0.field == "body" })?.bytes.lowerBound,
            bytes.count <= cheapOriginal || body.count >= bytes.count / 4,
            stands(body, at: start, in: bytes.span)
        {
            return .inDump(start: start, count: body.count)
        }
        return .apart
    }

    private static func stands(_ text: Span<UInt8>, at start: Int, in bytes: Span<UInt8>) -> Bool {
        guard text.count > 0, start + text.count <= bytes.count else { return false }
        for index in text.indices where text[index] != bytes[start &+ index] { return false }
        return true
    }

    /// Up to this many bytes, an original is read as fast as a body in its own column.
    private static let cheapOriginal = 1 << 16
}

extension String {
    /// A copy of the text's UTF-8.
    var utf8Bytes: [UInt8] { Array(utf8) }
}
