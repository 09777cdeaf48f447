/// The result of trying a layout on one page, for the person who writes it.
package struct LayoutTrial: Sendable {
    /// A line of the page that a line of the layout matched.
    package struct Match: Sendable {
        /// The layout's section.
        package let section: String
        /// `LAYOUT:LINE`, the line of the layout file.
        package let rule: String
        /// The page's line.
        package let text: String
        /// The fields and the text that each was read from, in the order of the layout's line.
        package let fields: [(name: String, text: String)]
    }

    /// The matches in page order.
    package let matches: [Match]
    /// What each `needs` asks for, and how much of it was found: `footer >= 2, found 1`.
    package let needs: [String]
    /// Whether all needs are met, so that the layout may be used.
    package let isMet: Bool

    package init(_ layout: Layout, on text: SourceText) {
        let list = BlockList(text)
        guard let reading = LayoutMatches.all(of: [layout], LayoutBeginnings([layout]), for: list).first else {
            matches = []
            needs = []
            isMet = false
            return
        }
        let sections = [("byline", reading.bylines), ("footer", reading.footers)]
        matches = sections.flatMap { name, found in found.map { (block: $0.key, section: name, match: $0.value) } }
            .sorted { $0.block < $1.block }
            .map { found in
                Match(
                    section: found.section,
                    rule: found.match.rule,
                    text: String(decoding: found.match.text, as: UTF8.self),
                    fields: found.match.captures.map {
                        ($0.field.rawValue, String(decoding: found.match.text[$0.range], as: UTF8.self))
                    }
                )
            }
        let counts: [Layout.Section: Int] = [
            .byline: reading.bylines.count, .footer: reading.footers.count, .boilerplate: reading.boilerplate.count,
        ]
        needs = layout.needs.map { need in
            "\(need.section.rawValue) >= \(need.count), found \(counts[need.section] ?? 0)"
        }
        isMet = reading.isMet
    }
}
