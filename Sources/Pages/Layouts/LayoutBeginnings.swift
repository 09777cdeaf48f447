/// An index of patterns by the first byte of the lines that they can match.
///
/// It excludes most lines of a page before their text is assembled from the block.
struct LayoutBeginnings: Sendable {
    private let patterns: [LayoutPattern]
    /// For each byte, in lower case, the indices of the patterns whose first part is a literal that begins with it.
    private var byFirst = [[Int]](repeating: [], count: 256)
    /// Which patterns match only lines with a date.
    private var hasDate: [Bool] = []
    /// The indices of the patterns that begin with a placeholder.
    private var open: [Int] = []
    /// Whether one of these matches lines without a date.
    private var takesAny = false

    /// - Parameter layouts: the layouts whose lines, but those of the page's head, are looked for on the whole page.
    init(_ layouts: [Layout]) {
        patterns = layouts.flatMap { layout in
            [Layout.Section.footer, .byline, .boilerplate].flatMap { layout.lines[$0] ?? [] }.map(\.pattern)
        }
        for (place, pattern) in patterns.enumerated() {
            hasDate.append(pattern.hasDate)
            if let first = pattern.opening.first {
                byFirst[Int(TextCursor.lowered(first))].append(place)
            } else {
                open.append(place)
                takesAny = takesAny || !pattern.hasDate
            }
        }
    }

    var isEmpty: Bool { patterns.isEmpty }

    /// Whether a line with a first byte may match a pattern; `isDated` says whether the line may have a date.
    func mayBegin(_ first: UInt8, isDated: Bool) -> Bool {
        takesAny || isDated && !open.isEmpty || !byFirst[Int(TextCursor.lowered(first))].isEmpty
    }

    /// Whether a line may match one of the patterns.
    func mayMatch(_ text: Span<UInt8>, isDated: Bool) -> Bool {
        guard text.count > 0 else { return false }
        let first = Int(TextCursor.lowered(text[0]))
        return (0..<byFirst[first].count).contains { mayMatch(byFirst[first][$0], text, isDated) }
            || open.contains { mayMatch($0, text, isDated) }
    }

    private func mayMatch(_ place: Int, _ text: Span<UInt8>, _ isDated: Bool) -> Bool {
        (isDated || !hasDate[place]) && patterns[place].mayMatch(text)
    }
}
