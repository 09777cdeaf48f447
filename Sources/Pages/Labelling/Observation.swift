/// One kind of observation of a block, with the values it takes.
///
/// An observation is an indicator: it is there or not there. Each value of each kind has a row of its own in the table of
/// embeddings. Words cannot be listed, so they share rows by their hashes (feature hashing: Weinberger et al., 2009).
package enum Observation: Int, CaseIterable, Sendable {
    // What the block is by itself.
    case words, width, shape, first, last, innerStops, capitalised, lowered, common, digits, letters, commas
    case separators, script, heading, listing, blankBefore, blankAfter, indentation, link, sign, date, byline
    // Where it stands, and what stands around it.
    case place, placeFromEnd, placeInPage, proseShareBefore, proseAhead, proseAhead8, proseBefore, proseBefore8
    case dateAhead, dateBefore, longProseAhead, longProseBefore, headingAhead, headingBefore
    case closingBefore, continuationAhead, continuationBefore
    // How it compares with the other lines that may be the headline of the same text.
    case shareInProse, shareRank, rivalsAhead, rivalsBefore, rivalry
    // How it recurs on the page: the very line, its template, its look, its look together with a neighbour's.
    case lineCount, lineSpread, lineGap, lineAfter, lineBefore
    case templateCount, templateSpread, templateGap, templateSince, templateTurn, templateAfter, templateBefore
    case templateBeforeFirst, templateAfterLast, templateProseBefore, templateProseAfter
    case formCount, formSpread, formGap, formSince, formTurn, formAfter, formBefore
    case formBeforeFirst, formAfterLast, formProseBefore, formProseAfter
    case pairCount, pairSpread, pairBeforeCount, pairBeforeSpread
    case datesAhead, datesBefore
    // The page as a whole.
    case pageBlocks, pageProse, pageStretch, pageDates, pageBylines, pageContinuations, pageCuts, pageHeadings
    case pageWordsOfProse, pageListMark, pageSpaced
    // Words, by hash.
    case word, firstWord, lastWord, line

    /// The values of a kind.
    enum Values {
        /// Steps of a number: up to the first bound, up to the second, …, above the last.
        case steps([Int])
        case names([String])
        /// As many rows as there are to be, shared by hash.
        case hashes(Int)

        var count: Int {
            switch self {
            case .steps(let bounds): bounds.count + 1
            case .names(let names): names.count
            case .hashes(let count): count
            }
        }

        func name(_ value: Int) -> String {
            switch self {
            case .names(let names): return names[value]
            case .hashes: return "#\(value)"
            case .steps(let bounds):
                if value == bounds.count { return "\((bounds.last ?? 0) + 1)+" }
                let low = value == 0 ? 0 : bounds[value - 1] + 1
                return low == bounds[value] ? "\(low)" : "\(low)-\(bounds[value])"
            }
        }
    }

    private static let shapes = BlockShape.allCases.map { "\($0)" } + ["mixed"]
    private static let spread = ["alone", "even", "near-even", "within-double", "uneven"]
    private static let turns = ["alone", "first", "middle", "last"]
    private static let few = [1, 2, 3, 5, 8, 14, 30]
    private static let gaps = [0, 1, 2, 4, 7, 12, 25]
    private static let distances = [1, 2, 3, 5, 8, 14, 32]
    private static let amounts = [0, 14, 39, 79, 149, 299]
    private static let counts = [0, 1, 2, 4, 8, 16]

    private static func cross(_ some: [String], _ others: [String]) -> [String] {
        some.flatMap { one in others.map { "\(one).\($0)" } }
    }

    private static let byLength = cross(["few", "some", "many"], ["0", "<25", "<50", "<75", "<100", "100"])

    var values: Values {
        switch self {
        case .words: .steps([0, 1, 2, 3, 5, 8, 12, 17, 25, 40, 70, 120])
        case .width: .steps([2, 5, 10, 16, 24, 36, 50, 70, 100, 160, 300])
        case .shape, .lineAfter, .lineBefore, .templateAfter, .templateBefore, .formAfter, .formBefore,
            .templateBeforeFirst, .templateAfterLast, .formBeforeFirst, .formAfterLast:
            .names(Observation.shapes)
        case .first:
            .names(["none", "capital", "small", "digit", "quote", "bracket", "hyphen", "other-letter", "sign"])
        case .last:
            .names([
                "none", "full-stop", "question", "colon", "comma", "ellipsis", "quote", "bracket", "letter", "digit",
                "sign",
            ])
        case .innerStops, .separators: .steps([0, 1, 2])
        case .capitalised, .lowered: .names(Observation.byLength)
        case .common:
            .names(Observation.cross(["few", "some", "many"], ["0", "<10", "<20", "<30", "<40", "40+"]))
        case .digits: .steps([0, 4, 10, 20, 35, 60, 99])
        case .letters: .steps([49, 74, 84])
        case .commas: .names(["0", "1", "2", "3+", "dense"])
        case .script:
            .names([
                "none", "latin", "greek", "cyrillic", "hebrew", "arabic", "indic", "south-east", "kana", "han",
                "hangul", "other",
            ])
        case .heading: .steps([0, 1, 2, 3, 4, 5])
        case .listing: .names(["close", "apart", "listed-close", "listed-apart"])
        case .blankBefore, .blankAfter: .steps([0, 1, 2])
        case .indentation: .names(["none", "1-2", "3-4", "5-8", "9+"])
        case .link: .names(["none", "part", "whole"])
        case .sign: .names(BlockSigns.names)
        case .date: .names(["among-words", "alone-on-line", "named", "marked", "update", "bare"])
        case .byline:
            .names(["none", "authors", "outlet", "both", "count", "authors-count", "outlet-count", "all"])
        case .place, .placeFromEnd: .steps([0, 1, 2, 4, 8, 16, 32, 64, 128])
        case .placeInPage: .steps([9, 19, 29, 39, 49, 59, 69, 79, 89])
        case .proseShareBefore: .steps([0, 1, 9, 29, 69, 89, 97, 99])
        case .proseAhead, .proseAhead8, .proseBefore, .proseBefore8, .templateProseBefore, .templateProseAfter,
            .formProseBefore, .formProseAfter:
            .steps(Observation.amounts)
        case .dateAhead, .dateBefore, .longProseAhead, .longProseBefore, .headingAhead, .headingBefore,
            .closingBefore, .continuationAhead, .continuationBefore:
            .steps(Observation.distances)
        case .shareInProse: .names(["none", "0", "<25", "<50", "<75", "<100", "100"])
        case .shareRank: .names(["none", "1", "2-3", "4-8", "9+"])
        case .rivalsAhead, .rivalsBefore: .steps([0, 1, 2, 3, 5])
        case .rivalry: .names(["neither", "best", "longest", "both"])
        case .lineCount, .templateCount, .formCount, .pairCount, .pairBeforeCount: .steps(Observation.few)
        case .lineSpread, .templateSpread, .formSpread, .pairSpread, .pairBeforeSpread: .names(Observation.spread)
        case .lineGap, .templateGap, .templateSince, .formGap, .formSince: .steps(Observation.gaps)
        case .templateTurn, .formTurn: .names(Observation.turns)
        case .datesAhead, .datesBefore:
            .names(Observation.cross(["1", "2", "3", "4"], (0...7).map { Values.steps(Observation.few).name($0) }))
        case .pageBlocks: .steps([4, 9, 19, 49, 99, 199, 399])
        case .pageProse: .steps([0, 49, 149, 299, 599, 1199, 2499])
        case .pageStretch: .steps([0, 9, 19, 39, 59, 79, 94])
        case .pageDates, .pageBylines, .pageContinuations, .pageCuts, .pageHeadings: .steps(Observation.counts)
        case .pageWordsOfProse: .steps([0, 15, 25, 35, 50, 75, 120])
        case .pageListMark: .names(["no", "yes"])
        case .pageSpaced: .steps([14, 28, 42, 57, 71, 85, 99])
        case .word: .hashes(6144)
        case .firstWord, .lastWord, .line: .hashes(2048)
        }
    }

    /// The row of each kind's first value; the last entry is the number of all rows.
    package static let offsets: [Int] = allCases.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.values.count) }

    /// The bounds of each kind's steps; none for a kind of other values.
    static let bounds: [[Int]] = allCases.map { kind in
        if case .steps(let bounds) = kind.values { bounds } else { [] }
    }

    package static var rows: Int { offsets[allCases.count] }

    /// The first row of words.
    package static var wordRow: Int { offsets[word.rawValue] }

    /// The name of a row: its kind and its value.
    static func name(of row: Int) -> String {
        let kind = allCases.last { offsets[$0.rawValue] <= row } ?? .words
        return "\(kind)=\(kind.values.name(row - offsets[kind.rawValue]))"
    }
}
