/// What a block looks like at a glance, for itself and as a neighbour of others.
package enum BlockShape: UInt8, CaseIterable, Sendable {
    /// No block: before the first or behind the last.
    case edge
    /// Running text of several lines.
    case longProse
    /// A sentence or two.
    case prose
    /// Text that was cut short: it ends in an ellipsis.
    case cut
    /// A line of a headline's length.
    case headline
    /// The same of two to four words.
    case shortHeadline
    /// A heading by its mark.
    case heading
    /// A line that names an author or an outlet.
    case byline
    /// A date and nothing else.
    case date
    /// A person's name and nothing else.
    case name
    case caption
    /// What every site prints around its stories.
    case notice
    /// A short entry of a list.
    case entry
    /// Anything else.
    case scrap

    /// A block's shape by its features and what its words were found to be.
    init(
        _ block: Block,
        _ statistics: BlockStatistics,
        _ signs: BlockSigns,
        byline: Byline?,
        isName: Bool,
        hasDateline: Bool
    ) {
        if signs.contains(.notice) {
            self = .notice
        } else if let byline {
            self = byline.names ? .byline : .date
        } else if signs.contains(.caption) {
            self = .caption
        } else if block.headingLevel > 0 {
            self = .heading
        } else if isName {
            self = .name
        } else if signs.contains(.tags) {
            self = .notice
        } else if signs.contains(.pieces) {
            self = .scrap
        } else if statistics.isCut, statistics.words >= 8, hasDateline || !BlockShape.isCutHeadline(statistics) {
            self = .cut
        } else if BlockShape.isProse(statistics) {
            self = statistics.words >= 30 ? .longProse : .prose
        } else if block.isListed, statistics.words < 6 {
            self = .entry
        } else if BlockShape.isHeadline(statistics) {
            self = statistics.words >= 5 || statistics.capitalised == 0 && statistics.width >= 10 ? .headline : .shortHeadline
        } else {
            self = .scrap
        }
    }

    /// Whether it may stand for a story's own words.
    package var isProse: Bool { self == .longProse || self == .prose || self == .cut }

    /// Pages cut headlines at fewer characters than summaries; those with most words in capitals are told by that.
    private static let mostCutHeadline = 80

    /// A headline that its page shows the beginning of.
    private static func isCutHeadline(_ statistics: BlockStatistics) -> Bool {
        let isWritten = statistics.width <= mostCutHeadline || statistics.capitalised * 2 > statistics.words
        return statistics.words <= 16 && isWritten && statistics.innerStops == 0 && isHeadline(statistics)
    }

    /// Running text: ends or parts sentences, or is longer than any headline.
    static func isProse(_ statistics: BlockStatistics) -> Bool {
        // A table's row has figures where text has letters.
        guard statistics.letters > statistics.digits * 2 else { return false }
        if statistics.words >= 26 { return true }
        if statistics.isCutInBrackets { return statistics.words >= 8 }
        let stopsSurely = statistics.endsSentence && statistics.last != 0x3F && statistics.last != 0x21
        if stopsSurely { return statistics.words >= 4 && !statistics.startsLower || statistics.innerStops > 0 }
        if statistics.endsSentence { return statistics.words >= 14 || statistics.innerStops > 0 && statistics.words >= 8 }
        return statistics.innerStops > 0 && statistics.words >= 16
    }

    /// A line that may be a headline: a few words that end in no full stop.
    static func isHeadline(_ statistics: BlockStatistics) -> Bool {
        guard (2...30).contains(statistics.words), statistics.width <= 220, statistics.width >= 6 else { return false }
        guard !statistics.startsLower, statistics.letters > statistics.digits else { return false }
        switch statistics.first {
        // Signatures, handles, hashtags and arrows begin with a sign that no headline begins with.
        case 0x2D, 0x2010...0x2015, 0x40, 0x23, 0x2190...0x21FF, 0x7C, 0x3E, 0xBB, 0x2E, 0x2C: return false
        default: break
        }
        switch statistics.last {
        // A comma, a bar or a colon at the end announces something else.
        case 0x2C, 0x7C, 0x3A, 0x3B: return false
        case 0x2E: return !statistics.endsSentence && statistics.words >= 4
        default: return true
        }
    }
}
