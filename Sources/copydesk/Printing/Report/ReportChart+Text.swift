import Answers

extension ReportChart.Series {
    /// The name, escaped where it comes from a page.
    var label: Markup {
        switch kind {
        case .source(let name): .said(name, to: 60)
        default: "\(name)"
        }
    }

    /// The name as plain text.
    var name: String {
        switch kind {
        case .source(let name): Markup.cut(name, to: 60)
        case .otherSources(let count): FigureText.count(count, "other outlet")
        case .unknownSource: "outlet unknown"
        case .word("same_text"): "same text in other bytes"
        case .word("duplicate"): "duplicate, byte for byte"
        case .word("material"): "words changed"
        case .word("cosmetic"): "only spacing, marks or surroundings changed"
        case .word(let word): word
        }
    }

    /// The number of the fill that the style gives this series, whose place in its chart is given from 0.
    ///
    /// Fills differ in colour and in pattern.
    func fill(_ place: Int) -> Int {
        switch kind {
        case .source: min(place, 6)
        case .otherSources: 7
        case .unknownSource: 8
        case .word("duplicate"): 7
        case .word("same_text"): 2
        case .word("rejected"): 5
        case .word("material"): 9
        case .word("cosmetic"): 8
        case .word: 0
        }
    }
}
