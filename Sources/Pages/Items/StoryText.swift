/// One text of a story, with what tells whether another text is the same story.
///
/// Two texts are compared only with each other, never with what else the desk holds. So it does not matter in which
/// order they come.
package struct StoryText: Sendable {
    /// The id the text would give to an article.
    package let id: String
    /// The site or the outlet, folded; nil where the page tells neither.
    package let source: String?
    /// The headline, folded; empty where there is none.
    package let title: String
    /// `YYYY-MM-DD`.
    package let publishedOn: String?
    /// The key of the page, where this is the page's only article.
    package let pageKey: String?
    /// SHA-256 of the folded body, in hexadecimal.
    package let bodyHash: String
    package let shingles: Shingles

    package init(
        id: String,
        source: String?,
        title: String,
        publishedOn: String?,
        pageKey: String?,
        bodyHash: String,
        shingles: Shingles
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.publishedOn = publishedOn
        self.pageKey = pageKey
        self.bodyHash = bodyHash
        self.shingles = shingles
    }

    /// How two texts belong together.
    package enum Kinship: Equatable, Sendable {
        /// They are one story of one source; the rule that says so, and the share of the shorter text in the longer one.
        case story(Rule, score: Double)
        /// They are one story of two sources.
        case copy(score: Double)
    }

    /// What makes two texts one story, the surest first.
    package enum Rule: String, Comparable, Sendable {
        case sameID = "same-id"
        case sameText = "same-text"
        case nearText = "near-text"
        case sameTitle = "same-title"
        case samePage = "same-page"

        private var rank: Int {
            switch self {
            case .sameID: 0
            case .sameText: 1
            case .nearText: 2
            case .sameTitle: 3
            case .samePage: 4
            }
        }

        package static func < (one: Rule, other: Rule) -> Bool { one.rank < other.rank }
    }

    /// Days that two dates of one story may lie apart: time zones, and a story put on a page at midnight.
    private static let daysApart = 1
    /// Days that copies of one story may lie apart.
    private static let daysOfCopies = 60
    /// Shingles that make a text long enough for its words alone to tell it from others.
    ///
    /// Posts made from one template are shorter, as a rule, or differ more.
    private static let short = 20
    private static let long = 40
    private static let veryLong = 100

    /// How this text and another one belong together; nil where they do not.
    ///
    /// The thresholds were chosen on pages in several conversions (same story) and on the items of one page (different
    /// stories, posts from one template among them); Tests/Evaluation/README.md has the figures.
    package func kinship(with other: StoryText) -> Kinship? {
        let likeness = Likeness(shingles, other.shingles)
        let isSameText = bodyHash == other.bodyHash
        let score = isSameText ? 1 : likeness.containment
        if let source, let theirs = other.source, source != theirs {
            let isCopy =
                score >= 0.5 && likeness.shorter >= (titleLikeness(other) == .none ? StoryText.long : StoryText.short)
                && daysBetween(other).map { $0 <= StoryText.daysOfCopies } ?? true
            return isCopy ? .copy(score: score) : nil
        }
        return rule(other, likeness, isSameText: isSameText).map { .story($0, score: score) }
    }

    private func rule(_ other: StoryText, _ likeness: Likeness, isSameText: Bool) -> Rule? {
        let share = isSameText ? 1 : likeness.containment
        let titles = titleLikeness(other)
        if let days = daysBetween(other), days > StoryText.daysApart {
            return isSameText || !isSeries(other) ? ruleOfRedated(likeness, titles, isSameText: isSameText) : nil
        }
        if id == other.id, share >= 0.2 { return .sameID }
        if isSameText, titles != .none || likeness.shorter >= StoryText.short { return .sameText }
        let isNear = likeness.shorter >= StoryText.long && share >= 0.85 && likeness.resemblance >= 0.7
        // Titles that differ only in their numbers name the parts of a series, whose texts can be made from a template.
        if isNear, share >= 0.98 || !isSeries(other) { return .nearText }
        let isUntitled = title.isEmpty || other.title.isEmpty
        if isUntitled, likeness.shorter >= StoryText.veryLong, share >= 0.9 { return .nearText }
        if titles == .equal && share >= 0.3 || titles == .contained && share >= 0.6 { return .sameTitle }
        if let pageKey, pageKey == other.pageKey, share >= 0.3 { return .samePage }
        return nil
    }

    /// The rule for texts with two different dates: a column of every week has its own text each time, and a date can
    /// have been read from the wrong line.
    private func ruleOfRedated(_ likeness: Likeness, _ titles: TitleLikeness, isSameText: Bool) -> Rule? {
        if isSameText, likeness.shorter >= StoryText.long { return .sameText }
        let isNear = likeness.containment >= 0.9 && likeness.resemblance >= 0.8
        if titles != .none, likeness.shorter >= StoryText.long, isNear { return .nearText }
        let isNearer = likeness.containment >= 0.95 && likeness.resemblance >= 0.85
        return likeness.shorter >= StoryText.veryLong && isNearer ? .nearText : nil
    }

    private enum TitleLikeness {
        case equal
        /// One stands in the other, as where a kicker was taken for a part of it.
        case contained
        case none
    }

    private func titleLikeness(_ other: StoryText) -> TitleLikeness {
        guard !title.isEmpty, !other.title.isEmpty else { return .none }
        if title == other.title { return .equal }
        let (short, long) = title.utf8.count < other.title.utf8.count ? (title, other.title) : (other.title, title)
        // Three words, or as many characters of a script without spaces as make a headline.
        let isTelling =
            short.utf8.count { $0 == UInt8(ascii: " ") } >= 2 || short.utf8.count >= 24 && short.utf8.first ?? 0 >= 0x80
        return isTelling && " \(long) ".contains(isSpaced(short) ? " \(short) " : short) ? .contained : .none
    }

    /// Whether the titles differ, and only in their numbers.
    private func isSeries(_ other: StoryText) -> Bool {
        func withoutDigits(_ title: String) -> [UInt8] {
            title.utf8.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        return title != other.title && !title.isEmpty && withoutDigits(title) == withoutDigits(other.title)
    }

    private func isSpaced(_ title: String) -> Bool { title.utf8.contains(UInt8(ascii: " ")) }

    private func daysBetween(_ other: StoryText) -> Int? {
        guard let publishedOn, let theirs = other.publishedOn, let one = CalendarDate(text: publishedOn)?.dayNumber,
            let two = CalendarDate(text: theirs)?.dayNumber
        else { return nil }
        return abs(one - two)
    }
}
