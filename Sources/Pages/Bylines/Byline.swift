/// What one line says of who wrote an item, for whom, and when.
package struct Byline: Hashable, Sendable {
    /// A value and where it stands in the line's text.
    struct Part<Value: Hashable & Sendable>: Hashable, Sendable {
        let value: Value
        let range: Range<Int>
    }

    /// How sure it is that a line's date is its item's.
    enum Sureness: Int, Comparable, Sendable {
        /// The date stands among a few words that are not understood.
        case amongWords
        /// The line is a date and nothing else.
        case alone
        /// Names of people or an outlet, or a count of comments, stand beside it.
        case named
        /// A word says that it tells of publication: `Published`, `Stand`.
        case marked

        static func < (one: Sureness, other: Sureness) -> Bool { one.rawValue < other.rawValue }
    }

    var authors: Part<[String]>?
    var outlet: Part<String>?
    var date: DateReader.Found?
    /// Whether its date is that of a change made later ("Updated …"), which is no publication date.
    var isUpdate = false
    var sureness = Sureness.named
    /// The order of a date's figures that any date of the line proves.
    var proves: DateReader.Order?
    var comments: Part<Int>?
    var categories: Part<[String]>?
    /// The name of the form that was read.
    var rule: String

    init(rule: String) { self.rule = rule }

    /// Whether it names anybody; a date on a line of its own is no byline.
    var names: Bool { authors != nil || outlet != nil }

    /// The days its date may mean, as `YYYY-MM-DD`.
    package var days: [String] {
        switch date?.reading {
        case .day(let day): [day.text]
        case .either(let one, let other): [one.text, other.text]
        default: []
        }
    }
}

extension Byline {
    /// What a layout's line read in a byline.
    init(_ match: LayoutMatches.Match) {
        self.init(rule: match.rule)
        for capture in match.captures {
            let text = Array(match.text[capture.range])
            let string = String(decoding: text, as: UTF8.self)
            switch capture.field {
            case .authors: authors = Part(value: BylineNames.names(in: text), range: capture.range)
            case .outlet: outlet = Part(value: string, range: capture.range)
            case .publishedOn: date = capture.date
            case .categories: categories = Part(value: Footer.list(text), range: capture.range)
            case .commentCount:
                guard let count = FooterCount.comments(string.lowercased()) else { continue }
                comments = Part(value: count, range: capture.range)
            case .postedOn, .tagCount, .site, .tagline: continue
            }
        }
    }
}
