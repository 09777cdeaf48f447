/// A text that is held: the revision of an article.
struct HeldText: Hashable, Comparable {
    let article: Int64
    let revision: Int64

    static func < (one: HeldText, other: HeldText) -> Bool {
        (one.article, one.revision) < (other.article, other.revision)
    }
}
