/// One kind of indicator features of a block, with the values it takes.
///
/// Each value is one feature, which is there or not there. The table of weights has a line for each, named
/// `kind=value`.
package enum LabelFeature: Int, CaseIterable, Sendable {
    case always
    case words
    case shape
    case last
    case first
    case innerStops
    case capitalised
    case common
    case lowered
    case digits
    case commas
    case heading
    case listing
    case sign
    case shapeSign
    case occurrences
    case previous
    case next
    case previous2
    case next2
    case withPrevious
    case withNext
    case between
    case proseAhead
    case proseAhead8
    case proseBefore
    case proseBefore8
    case proseShareBefore
    case place
    case placeFromEnd
    case shareInProse
    case bylineAhead
    case bylineBefore
    case closingBefore
    case headingShape
    case pattern
    case anchor
    case dated
    case placeInProse
    case rivalsAhead
    case rivalsBefore
    case rivalry
    case pair
    // These describe the page as a whole: they tell its kind, not a block's label.
    case pageBlocks
    case pageProse
    case pageStretch
    case pageDates
    case pageBylines
    case pageContinuations
    case pageCuts
    case pageHeadings
    case pageHeads
    case pageAnchors

    /// Whether it describes the page as a whole.
    var isOfPage: Bool { rawValue >= LabelFeature.pageBlocks.rawValue }

    /// The names of its values.
    var values: [String] {
        switch self {
        case .always: ["yes"]
        case .words: ["0", "1", "2", "3", "4-5", "6-8", "9-12", "13-17", "18-25", "26-40", "41-70", "71-120", "121+"]
        case .shape, .previous, .next, .previous2, .next2: LabelFeature.shapes
        case .last:
            [
                "none", "full-stop", "question", "colon", "comma", "ellipsis", "quote", "bracket", "letter", "digit",
                "sign",
            ]
        case .first: ["none", "capital", "small", "digit", "quote", "bracket", "hyphen", "other-letter", "sign"]
        case .innerStops: ["0", "1", "2", "3+"]
        case .capitalised: LabelFeature.cross(["few", "some", "many"], LabelFeature.shares)
        case .common: LabelFeature.cross(["few", "some", "many"], ["0", "<10", "<20", "<30", "<40", "40+"])
        case .lowered: LabelFeature.cross(["few", "some", "many"], LabelFeature.shares)
        case .digits: LabelFeature.shares
        case .commas: ["0", "1", "2", "3+", "dense"]
        case .heading: ["0", "1", "2", "3", "4+"]
        case .listing: ["close", "apart", "listed-close", "listed-apart"]
        case .sign: BlockSigns.names
        case .shapeSign: LabelFeature.cross(LabelFeature.shapes, LabelFeature.crossedSigns)
        case .occurrences: LabelFeature.cross(["few", "some", "many"], ["1", "2", "3-5", "6+"])
        case .withPrevious, .withNext, .headingShape: LabelFeature.cross(LabelFeature.shapes, LabelFeature.shapes)
        case .between:
            LabelFeature.cross(LabelFeature.groups, LabelFeature.cross(LabelFeature.groups, LabelFeature.groups))
        case .proseAhead, .proseBefore, .proseAhead8, .proseBefore8:
            LabelFeature.cross(LabelFeature.groups, LabelFeature.amounts)
        case .proseShareBefore:
            LabelFeature.cross(LabelFeature.groups, ["0", "<2", "<10", "<30", "<70", "<90", "<98", "<100", "100"])
        case .place, .placeFromEnd:
            LabelFeature.cross(LabelFeature.groups, ["0", "1", "2", "3-4", "5-8", "9-16", "17-40", "41+"])
        case .shareInProse: LabelFeature.cross(LabelFeature.groups, ["none", "0", "<25", "<50", "<75", "<100", "100"])
        case .bylineAhead, .bylineBefore: LabelFeature.cross(LabelFeature.groups, ["1", "2", "3", "4-6", "7+"])
        case .closingBefore: LabelFeature.cross(LabelFeature.groups, ["1", "2-4", "5-15", "16+"])
        case .pattern:
            LabelFeature.cross(
                ["before", "ahead"],
                LabelFeature.cross(
                    LabelFeature.groups,
                    LabelFeature.cross(LabelFeature.groups, ["1", "2", "3-4", "5+"])
                )
            )
        case .anchor:
            LabelFeature.cross(["headline", "facts", "between"], ["1", "2", "3-4", "5+"])
        case .dated:
            LabelFeature.cross(
                ["below", "above"],
                [
                    "headline-date-before", "headline-date-ahead", "date-headline-before", "date-headline-ahead",
                    "date-both",
                ]
            )
        case .placeInProse:
            LabelFeature.cross(
                LabelFeature.groups,
                LabelFeature.cross(["0", "1", "2", "3+"], ["<50", "<80", "<95", "95+"])
            )
        case .rivalsAhead, .rivalsBefore: LabelFeature.cross(LabelFeature.groups, ["0", "1", "2", "3", "4-5", "6+"])
        case .rivalry: LabelFeature.cross(LabelFeature.groups, ["neither", "best", "longest", "both"])
        case .pair: LabelFeature.cross(["head", "text"], ["few", "<50", "<95", "most"])
        case .pageBlocks: ["<5", "<10", "<20", "<50", "<100", "<200", "200+"]
        case .pageProse: ["0", "<50", "<150", "<300", "<600", "<1200", "1200+"]
        case .pageStretch: ["none", "<10", "<20", "<40", "<60", "<80", "<95", "100"]
        case .pageDates, .pageBylines, .pageContinuations, .pageCuts, .pageHeads, .pageAnchors:
            ["0", "1", "2", "3-4", "5-8", "9+"]
        case .pageHeadings: ["0", "1", "2", "3-4", "5-8", "9+"]
        }
    }

    private static let shapes = BlockShape.allCases.map { "\($0)" }
    /// Groups of shapes, for kinds of features that cross a block's shape with many other values.
    static let groups = ["text", "cut", "headline", "heading", "facts", "name", "caption", "notice", "scrap", "edge"]
    static let crossedSigns = [
        "repeats-previous", "repeated-by-next", "begins-title-line", "common-beginning", "continuation", "apart",
        "listed",
    ]
    private static let shares = ["0", "<25", "<50", "<75", "<100", "100"]
    private static let amounts = ["0", "<15", "<40", "<80", "<150", "<300", "300+"]

    private static func cross(_ some: [String], _ others: [String]) -> [String] {
        some.flatMap { one in others.map { "\(one).\($0)" } }
    }

    /// The number of each kind's first feature; the last entry is the number of all features.
    package static let offsets: [Int] = allCases.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.values.count) }

    package static var count: Int { offsets[allCases.count] }

    /// The names of all features, in the order of their numbers.
    static var names: [String] {
        allCases.flatMap { kind in kind.values.map { "\(kind)=\($0)" } }
    }
}
