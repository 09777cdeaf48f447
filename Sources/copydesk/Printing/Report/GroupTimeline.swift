import Answers
import Pages
import Store

/// Who had a story when, as inline SVG: a line for each article, with a mark at its day.
struct GroupTimeline {
    let members: [Store.GroupMember]
    /// Tells the picture's parts from those of others on the page; letters and digits only.
    let id: String
    let title: String

    /// The height of a member's line, in pixels: its words, and below them its mark.
    private static let row = 40
    private static let foot = 24

    /// The day of an article: when it was published, else when the desk first saw it.
    private struct Entry {
        let member: Store.GroupMember
        let day: CalendarDate?
        /// The outlet; the site where another article of the group has the same outlet.
        let name: String

        init(_ member: Store.GroupMember, among all: [Store.GroupMember]) {
            self.member = member
            let isShared = all.count { $0.source == member.source } > 1
            name = Markup.cut((isShared ? member.site : nil) ?? member.source ?? "outlet unknown", to: 60)
            day = CalendarDate(text: member.publishedOn ?? String(member.firstSeenAt.prefix(10)))
        }

        /// The day in full, and what it is the day of.
        var when: String {
            let day = day.map(FigureText.day) ?? "day unknown"
            return member.publishedOn == nil ? "undated, first seen \(day)" : day
        }

        /// The same in few letters; the line below the picture tells the year.
        func shortWhen(besides year: Int) -> String {
            let day = day.map { FigureText.shortDay($0) + ($0.year == year ? "" : " \($0.year)") } ?? "day unknown"
            let name = member.isLikelyOrigin ? "likely origin · " : ""
            return name + (member.publishedOn == nil ? "seen \(day)" : day)
        }

        /// The outlet, cut to what fits beside the day on a telephone.
        var source: String { TerminalText.cut(name, to: 34) }
    }

    var markup: Markup {
        let entries = members.map { Entry($0, among: members) }.sorted {
            ($0.day?.dayNumber ?? .max) < ($1.day?.dayNumber ?? .max)
        }
        let days = entries.compactMap(\.day)
        let (first, last) = (days.min(), days.max())
        let height = entries.count * Self.row + Self.foot
        return """
            <svg class="timeline" role="img" aria-labelledby="\(id)-t \(id)-d" width="100%" height="\(raw: height)">
            <title id="\(id)-t">Who had it when: \(Markup.cut(title, to: 120))</title>
            <desc id="\(id)-d">\(Self.summary(entries))</desc>
            \(entries.enumerated().map { Self.line($1, at: $0 * Self.row, first, last) })\(Self.axis(first, last, height))</svg>

            """
    }

    private static func line(_ entry: Entry, at top: Int, _ first: CalendarDate?, _ last: CalendarDate?) -> Markup {
        let y = top + 27
        let x = place(entry.day, first, last)
        let mark: Markup =
            entry.member.isLikelyOrigin
            ? "<svg x=\"\(x)%\" y=\"\(raw: y)\" overflow=\"visible\"><path class=\"origin\" d=\"M0-8 8 0 0 8-8 0Z\"/></svg>"
            : "<circle class=\"\(entry.member.publishedOn == nil ? "seen" : "had")\" cx=\"\(x)%\" cy=\"\(raw: y)\" r=\"5.5\"/>"
        let when = entry.shortWhen(besides: last?.year ?? 0)
        // The picture within the picture cuts an outlet that is wider than its share, whatever its letters.
        let room = entry.member.isLikelyOrigin ? 42 : 62
        return """
            <svg x="0" y="\(raw: top)" width="\(raw: room)%" height="19"><text class="who" x="0" y="13">\(entry.source)</text></svg><text class="\(entry.member.isLikelyOrigin ? "first" : "when")" x="100%" y="\(raw: top + 13)" text-anchor="end">\(when)</text>
            <line class="grid" x1="0" x2="100%" y1="\(raw: y)" y2="\(raw: y)"/>\(mark)

            """
    }

    /// Where a day is from left to right, in per cent; all on one day stand in the middle.
    private static func place(_ day: CalendarDate?, _ first: CalendarDate?, _ last: CalendarDate?) -> String {
        guard let day, let first, let last, first < last else { return "50" }
        let share = Double(day.dayNumber - first.dayNumber) / Double(last.dayNumber - first.dayNumber)
        return FigureText.decimal(3 + 94 * share, 2)
    }

    private static func axis(_ first: CalendarDate?, _ last: CalendarDate?, _ height: Int) -> Markup {
        guard let first, let last else { return "" }
        let y = height - 6
        guard first < last else {
            return "<text x=\"50%\" y=\"\(raw: y)\" text-anchor=\"middle\">all on \(FigureText.day(first))</text>\n"
        }
        let days = last.dayNumber - first.dayNumber
        return """
            <text x="0" y="\(raw: y)">\(FigureText.day(first))</text><text x="50%" y="\(raw: y)" text-anchor="middle">\(FigureText.count(days, "day"))</text><text x="100%" y="\(raw: y)" text-anchor="end">\(FigureText.day(last))</text>

            """
    }

    private static func summary(_ entries: [Entry]) -> String {
        entries.map { entry in
            "\(entry.name): \(entry.when)"
                + (entry.member.isLikelyOrigin ? ", the likely origin" : "")
        }.joined(separator: ". ") + "."
    }
}
