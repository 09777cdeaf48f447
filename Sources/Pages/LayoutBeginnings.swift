/// With which bytes a line begins that some pattern may match.
///
/// It turns most lines of a page away before their text is put together.
struct LayoutBeginnings {
    /// By byte in lower case: whether a pattern's first literal begins with it.
    private var bytes = [Bool](repeating: false, count: 256)
    /// Whether a pattern that begins with a placeholder takes lines without a date, and with one.
    private var takesAny = false
    private var takesDated = false

    init(_ patterns: [LayoutPattern]) {
        for pattern in patterns {
            if case .literal(let literal)? = pattern.parts.first, let first = literal.first {
                bytes[Int(TextCursor.lowered(first))] = true
            } else if pattern.hasDate {
                takesDated = true
            } else {
                takesAny = true
            }
        }
    }

    /// Whether a line with this first byte may match; `isDated` says whether it may hold a date.
    func mayBegin(_ first: UInt8, isDated: Bool) -> Bool {
        takesAny || isDated && takesDated || bytes[Int(TextCursor.lowered(first))]
    }
}
