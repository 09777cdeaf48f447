import Pages

/// One text of a story as a test tells it.
struct Told {
    var title = ""
    var on: String? = "2026-03-04"
    var source: String? = "tin whistle gazette"
    var body = ""
    var pageKey: String?

    var text: StoryText {
        let folded = Identity.foldedBytes(body)
        return StoryText(
            id: Identity.article(source: source, title: title, publishedOn: on, body: body),
            source: source,
            title: Identity.folded(title),
            publishedOn: on,
            pageKey: pageKey,
            bodyHash: Identity.foldedHash(body),
            shingles: Shingles(folded: folded)
        )
    }

    /// How two texts belong together: the rule, `copy`, or nil; asked both ways round.
    static func kinship(_ one: Told, _ other: Told) -> String? {
        let (there, back) = (one.text.kinship(with: other.text), other.text.kinship(with: one.text))
        guard there == back else { return "\(String(describing: there)) one way, \(String(describing: back)) back" }
        return switch there {
        case .story(let rule, _): rule.rawValue
        case .copy: "copy"
        case nil: nil
        }
    }
}
