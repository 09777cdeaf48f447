/// One line's pattern: literal text and placeholders, such as `By {authors:names} | {published_on:date}`.
///
/// There is no repetition and no choice, so matching never backtracks: a placeholder ends at the first occurrence of
/// the literal or date that follows it. White space around literals is ignored, because converters differ in it.
struct LayoutPattern: Hashable, Sendable {
    /// The kinds of text that a placeholder takes.
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
        /// Tags with commas between them, or only the commas where the tags were lost; may be empty.
        case commasCount = "commas-count"
        /// A number of comments: "Leave a comment", "2 Comments".
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
        /// `{*}`: anything, which fills no field.
        case gap
    }

    let parts: [Part]
    /// The literal that a line must begin with; empty where there is none.
    let opening: [UInt8]
    /// The longest literal, which the fewest lines have; empty where there is none.
    ///
    /// Nearly no line of a page matches any pattern, and a search for this literal shows it before dates are searched.
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
