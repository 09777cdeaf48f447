/// Chooses among a line's dates.
enum BylineDate {
    /// The first date that is not a change's; where there is none, a change's.
    static func set(_ byline: inout Byline, _ dates: [DateReader.Found], _ line: BylineLine) {
        byline.proves = dates.lazy.compactMap(\.proves).first
        var before = 0
        for date in dates {
            let label = before..<max(before, date.range.lowerBound)
            before = date.range.upperBound
            if !tellsChange(line, label) {
                byline.date = date
                return
            }
        }
        byline.date = dates.first
        byline.isUpdate = !dates.isEmpty
    }

    /// Whether the words before a date say that it is a change's: the last word that says anything decides.
    private static func tellsChange(_ line: BylineLine, _ label: Range<Int>) -> Bool {
        guard !label.isEmpty else { return false }
        for token in DateReader.tokens(of: Array(line.text[label])).reversed() {
            if token.has(.update) { return true }
            if token.has(.mark) { return false }
        }
        return false
    }
}
