/// With which bytes a line begins that some pattern may match, and which patterns those are.
///
/// It turns most lines of a page away before their text is put together.
struct LayoutBeginnings {
    private let patterns: [LayoutPattern]
    /// By byte in lower case: the places of the patterns whose first literal begins with it.
    private var byFirst = [[Int]](repeating: [], count: 256)
    /// The places of those that begin with a placeholder.
    private var open: [Int] = []
    /// Whether one of these takes lines without a date.
    private var takesAny = false

    init(_ patterns: [LayoutPattern]) {
        self.patterns = patterns
        for (place, pattern) in patterns.enumerated() {
            if let first = pattern.opening.first {
                byFirst[Int(TextCursor.lowered(first))].append(place)
            } else {
                open.append(place)
                takesAny = takesAny || !pattern.hasDate
            }
        }
    }

    /// Whether a line with this first byte may match; `isDated` says whether it may hold a date.
    func mayBegin(_ first: UInt8, isDated: Bool) -> Bool {
        takesAny || isDated && !open.isEmpty || !byFirst[Int(TextCursor.lowered(first))].isEmpty
    }

    /// Whether a line may match one of the patterns.
    func mayMatch(_ text: Span<UInt8>, isDated: Bool) -> Bool {
        guard text.count > 0 else { return false }
        for place in byFirst[Int(TextCursor.lowered(text[0]))] where isDated || !patterns[place].hasDate {
            if patterns[place].mayMatch(text) { return true }
        }
        for place in open where isDated || !patterns[place].hasDate {
            if patterns[place].mayMatch(text) { return true }
        }
        return false
    }
}
