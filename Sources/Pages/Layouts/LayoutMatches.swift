/// The blocks of a page that match the lines of one layout.
package struct LayoutMatches: Sendable {
    /// A block that matched a line of the layout.
    struct Match: Sendable {
        let rule: String
        let text: [UInt8]
        let captures: [LayoutPattern.Capture]
    }

    let layout: Layout
    private(set) var footers: [Int: Match] = [:]
    private(set) var bylines: [Int: Match] = [:]
    private(set) var boilerplate: Set<Int> = []

    /// The layout that fits a page best; nil where none does.
    ///
    /// The layout with the most matches and fields wins, and among equal ones the one whose file was read first.
    static func best(of layouts: [Layout], _ beginnings: LayoutBeginnings, for list: BlockList) -> LayoutMatches? {
        var best: LayoutMatches?
        var most = 0
        for reading in all(of: layouts, beginnings, for: list) where reading.isMet {
            let weight = reading.weight
            if weight > most { (best, most) = (reading, weight) }
        }
        return best
    }

    /// The matches of each layout on a page, found in one pass over its blocks.
    ///
    /// - Parameters:
    ///   - layouts: The layouts.
    ///   - beginnings: How their lines begin.
    ///   - list: The page's blocks.
    /// - Returns: the matches of each layout.
    static func all(of layouts: [Layout], _ beginnings: LayoutBeginnings, for list: BlockList) -> [LayoutMatches] {
        var readings = layouts.map { LayoutMatches(layout: $0) }
        guard !beginnings.isEmpty else { return readings }
        let utf8 = list.source.utf8
        for index in list.indices {
            let block = list.blocks[index]
            guard block.range.count <= LayoutPattern.longestLine, block.range.count > 0 else { continue }
            let isDated = list.statistics[index].digits >= leastDigits
            // In Markdown a block may begin with a mark that is no part of its text, so its first byte decides nothing.
            guard list.isMarkdown || beginnings.mayBegin(utf8[block.range.lowerBound], isDated: isDated) else {
                continue
            }
            if block.isPlain, !beginnings.mayMatch(utf8.span.extracting(block.range), isDated: isDated) { continue }
            let text = list.text(index)
            guard beginnings.mayMatch(text.span, isDated: isDated) else { continue }
            let dates = isDated ? DateReader.dates(in: text) : []
            for place in readings.indices { readings[place].read(index, text, dates) }
        }
        return readings
    }

    /// A date has at least the four digits of its year.
    private static let leastDigits = 4

    private init(layout: Layout) {
        self.layout = layout
    }

    private mutating func read(_ index: Int, _ text: [UInt8], _ dates: [DateReader.Found]) {
        if let match = match(layout.lines[.footer] ?? [], text, dates) {
            footers[index] = match
        } else if let match = match(layout.lines[.byline] ?? [], text, dates) {
            bylines[index] = match
        } else if match(layout.lines[.boilerplate] ?? [], text, dates) != nil {
            boilerplate.insert(index)
        }
    }

    /// Matches the lines before the first item against the layout's head, in order.
    func head(_ blocks: [Int], _ list: BlockList) -> [(block: Int, match: Match)] {
        var lines = (layout.lines[.head] ?? [])[...]
        var found: [(block: Int, match: Match)] = []
        for block in blocks {
            guard let line = lines.first else { break }
            let text = list.text(block)
            guard let match = match([line], text, DateReader.dates(in: text)) else { continue }
            found.append((block, match))
            lines.removeFirst()
        }
        return found
    }

    /// Whether the page has as many lines of each section as the layout needs.
    var isMet: Bool {
        layout.needs.allSatisfy { count(of: $0.section) >= $0.count }
    }

    /// The number of matches and of the fields that they gave: of two layouts that match the same lines, the one that
    /// takes more fields from them is right.
    private var weight: Int {
        let matches = [footers.values.map(\.captures.count), bylines.values.map(\.captures.count)].joined()
        return matches.reduce(boilerplate.count) { $0 + $1 + 1 }
    }

    private func count(of section: Layout.Section) -> Int {
        switch section {
        case .footer: footers.count
        case .byline: bylines.count
        case .boilerplate: boilerplate.count
        case .head: 0
        }
    }

    private func match(_ lines: [Layout.Line], _ text: [UInt8], _ dates: [DateReader.Found]) -> Match? {
        for line in lines {
            if let captures = line.pattern.match(text, dates: dates) {
                return Match(rule: layout.rule(line), text: text, captures: captures)
            }
        }
        return nil
    }
}
