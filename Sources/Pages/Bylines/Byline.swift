/// What one line says about who wrote an item, for which outlet, and when.
package struct Byline: Hashable, Sendable {
    /// A value and where it stands in the line's text.
    struct Part<Value: Hashable & Sendable>: Hashable, Sendable {
        let value: Value
        // Four bytes each: a page may be all bylines, which are most of the memory that reading it takes.
        private let lower: UInt32
        private let upper: UInt32

        init(value: Value, range: Range<Int>) {
            self.value = value
            lower = UInt32(truncatingIfNeeded: range.lowerBound)
            upper = UInt32(truncatingIfNeeded: range.upperBound)
        }

        var range: Range<Int> { Int(lower)..<Int(upper) }
    }

    /// How sure it is that the date on a line is the date of its item, in rising order.
    enum Sureness: Int, Comparable, Sendable {
        /// The date stands among a few words that no rule understands.
        case amongWords
        /// The line is a date and nothing else.
        case alone
        /// Names of people, an outlet or a number of comments stand beside the date.
        case named
        /// A word marks the date as that of publication: `Published`, `Stand`.
        case marked

        static func < (one: Sureness, other: Sureness) -> Bool { one.rawValue < other.rawValue }
    }

    /// What shows that the outlet is one, in rising order.
    enum OutletGrounds: Int, Comparable, Sendable {
        /// Its words say that it is something else: a section, a job.
        case other
        /// It stands beside a date.
        case none
        /// Signs such as bars and dashes stand between it and the date.
        case separated
        /// It stands between an announced author and the date: `By A | OUTLET | DATE`.
        case slot
        /// Its name is an outlet's, or a word or a layout says so.
        case name

        static func < (one: OutletGrounds, other: OutletGrounds) -> Bool { one.rawValue < other.rawValue }
    }

    var authors: Part<[String]>?
    var outlet: Part<String>?
    var outletGrounds = OutletGrounds.name
    var date: DateReader.Found?
    /// Whether its date is that of a later update ("Updated …") and so no publication date.
    var isUpdate = false
    var sureness = Sureness.named
    /// The order of day and month that one of the line's dates proves; nil where none does.
    var proves: DateReader.Order?
    var comments: Part<Int>?
    var categories: Part<[String]>?
    /// The name of the rule that read the line.
    var rule: String
    /// Whether the authors, and the date, were read because the network says that the line has them.
    var isAuthorByLabel = false
    var isDateByLabel = false

    init(rule: String) { self.rule = rule }

    /// Whether it names an author or an outlet; a line with a date alone is not stored as an item's byline.
    var names: Bool { authors != nil || outlet != nil }

    /// Whether it is a date with nothing beside it but words that belong to dates.
    var isDateAlone: Bool { rule == "byline.date" && !names && comments == nil && date != nil }

    /// The days that its date may mean, as `YYYY-MM-DD`.
    package var days: [String] {
        switch date?.meaning {
        case .day(let day): [day.text]
        case .either(let one, let other): [one.text, other.text]
        default: []
        }
    }
}

extension Byline {
    /// Takes the fields that a byline pattern of a layout captured.
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
