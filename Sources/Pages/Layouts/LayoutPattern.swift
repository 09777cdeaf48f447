/// One line's pattern: literal text and placeholders, such as `By {authors:names} | {published_on:date}`.
///
/// There is no repetition and no choice, so matching never goes back: a placeholder ends where the literal behind it
/// first occurs. White space around literals is free, because the converters differ in it.
struct LayoutPattern: Hashable, Sendable {
    /// What a placeholder takes.
    enum Kind: String, CaseIterable, Sendable {
        /// A date in any form that the date reader knows.
        case date
        /// One person's name.
        case name
        /// Names with commas or "and" between them.
        case names
        /// One to twelve words.
        case words
        /// Texts with commas between them; may be empty.
        case list
        /// Tags of which only the commas between them may be left; may be empty.
        case commasCount = "commas-count"
        /// "Leave a comment", "2 Comments".
        case commentsCount = "comments-count"
        /// Anything; may be empty.
        case any
    }

    /// The fields that a placeholder may fill.
    enum Field: String, CaseIterable, Sendable {
        case authors
        case outlet
        case publishedOn = "published_on"
        case postedOn = "posted_on"
        case categories
        case tagCount = "tag_count"
        case commentCount = "comment_count"
        case site
        case tagline

        /// The kinds whose text the field can be read from.
        var kinds: [Kind] {
            switch self {
            case .authors: [.name, .names]
            case .outlet, .site, .tagline: [.words]
            case .publishedOn, .postedOn: [.date]
            case .categories: [.list, .words]
            case .tagCount: [.commasCount]
            case .commentCount: [.commentsCount]
            }
        }
    }

    enum Part: Hashable, Sendable {
        /// Text without the white space around it.
        case literal([UInt8])
        case field(Field, Kind)
        /// `{*}`: anything, kept nowhere.
        case gap
    }

    let parts: [Part]
    /// The literal that a line must begin with; empty where there is none.
    let opening: [UInt8]
    /// The literal that asks most of a line; empty where there is none.
    ///
    /// Nearly no line of a page fits any pattern, and this tells so before dates are searched.
    let rarest: [UInt8]
    let hasDate: Bool

    init(parts: [Part]) {
        self.parts = parts
        var rarest: [UInt8] = []
        var hasDate = false
        for part in parts {
            switch part {
            case .literal(let literal): if literal.count > rarest.count { rarest = literal }
            case .field(_, .date): hasDate = true
            case .field, .gap: break
            }
        }
        if case .literal(let literal)? = parts.first { opening = literal } else { opening = [] }
        self.rarest = rarest
        self.hasDate = hasDate
    }
}
