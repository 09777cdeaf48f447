/// A rough class of what a block looks like, used for the block itself and for its neighbours.
package enum BlockShape: UInt8, CaseIterable, Sendable {
    /// No block: before the first or after the last.
    case edge
    /// Running text of several lines.
    case longProse
    /// A sentence or two.
    case prose
    /// Text that was cut short: it ends in an ellipsis.
    case cut
    /// A line of a headline's length.
    case headline
    /// A line that may be a headline, of two to four words.
    case shortHeadline
    /// A heading by its markup.
    case heading
    /// A line that names an author or an outlet.
    case byline
    /// A date and nothing else.
    case date
    /// A person's name and nothing else.
    case name
    case caption
    /// Boilerplate that every site prints around its stories.
    case notice
    /// A short entry of a list.
    case entry
    /// Anything else.
    case scrap

    /// Finds a block's shape from its statistics and from what was recognised in it.
    init(
        _ block: Block,
        _ statistics: BlockStatistics,
        _ signs: BlockSigns,
        byline: Bool?,
        isName: Bool,
        hasDateline: Bool
    ) {
        if signs.contains(.notice) {
            self = .notice
        } else if let byline {
            self = byline ? .byline : .date
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
            let isLong = statistics.words >= 5 || statistics.capitalised == 0 && statistics.width >= 10
            self = isLong ? .headline : .shortHeadline
        } else {
            self = .scrap
        }
    }

    /// Whether it may be a story's own text.
    package var isProse: Bool { self == .longProse || self == .prose || self == .cut }

    /// In characters: pages cut headlines shorter than summaries.
    ///
    /// A longer one still counts as a headline where most of its words begin with a capital.
    private static let mostCutHeadline = 80

    /// Whether a cut text is the beginning of a headline.
    private static func isCutHeadline(_ statistics: BlockStatistics) -> Bool {
        let isWritten = statistics.width <= mostCutHeadline || statistics.capitalised * 2 > statistics.words
        return statistics.words <= 16 && isWritten && statistics.innerStops == 0 && isHeadline(statistics)
    }

    /// Whether it is running text: a sentence ends in it, or it is longer than any headline.
    static func isProse(_ statistics: BlockStatistics) -> Bool {
        // A table's row has digits where text has letters.
        guard statistics.letters > statistics.digits * 2 else { return false }
        if statistics.words >= 26 { return true }
        if statistics.isCutInBrackets { return statistics.words >= 8 }
        let stopsSurely = statistics.endsSentence && statistics.last != 0x3F && statistics.last != 0x21
        if stopsSurely { return statistics.words >= 4 && !statistics.startsLower || statistics.innerStops > 0 }
        if statistics.endsSentence {
            return statistics.words >= 14 || statistics.innerStops > 0 && statistics.words >= 8
        }
        return statistics.innerStops > 0 && statistics.words >= 16
    }

    /// Whether a line may be a headline: a few words that end in no full stop.
    static func isHeadline(_ statistics: BlockStatistics) -> Bool {
        guard (2...30).contains(statistics.words), statistics.width <= 220, statistics.width >= 6 else { return false }
        guard !statistics.startsLower, statistics.letters > statistics.digits else { return false }
        switch statistics.first {
        // Signatures, handles, hashtags and arrows begin with a character that no headline begins with.
        case 0x2D, 0x2010...0x2015, 0x40, 0x23, 0x2190...0x21FF, 0x7C, 0x3E, 0xBB, 0x2E, 0x2C: return false
        default: break
        }
        switch statistics.last {
        // A comma, a bar, a colon or a semicolon at the end announces something that follows.
        case 0x2C, 0x7C, 0x3A, 0x3B: return false
        case 0x2E: return !statistics.endsSentence && statistics.words >= 4
        default: return true
        }
    }
}
