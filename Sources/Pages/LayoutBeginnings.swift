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
            if case .literal(let literal)? = pattern.parts.first, let first = literal.first {
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
    func mayMatch(_ text: [UInt8], isDated: Bool) -> Bool {
        guard let first = text.first else { return false }
        func mayMatch(_ place: Int) -> Bool {
            (isDated || !patterns[place].hasDate) && patterns[place].mayMatch(text)
        }
        return byFirst[Int(TextCursor.lowered(first))].contains(where: mayMatch) || open.contains(where: mayMatch)
    }
}
