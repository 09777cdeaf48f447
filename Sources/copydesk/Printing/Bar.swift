/// A bar whose length is a share of its longest, to an eighth of a column.
enum Bar {
    private static let eighths = Array("▏▎▍▌▋▊▉")

    /// The bar.
    ///
    /// - Parameters:
    ///   - part: What it stands for.
    ///   - whole: What a bar of full length stands for.
    ///   - columns: The full length.
    ///   - isUnicode: Whether blocks can be shown; otherwise it is made of whole `#`.
    /// - Returns: At most that many characters; at least one where there is anything, and none where there is nothing.
    static func text(_ part: Int64, of whole: Int64, columns: Int, isUnicode: Bool) -> String {
        guard part > 0, whole > 0, columns > 0 else { return "" }
        let length = min(Double(part) / Double(whole), 1) * Double(columns)
        guard isUnicode else { return String(repeating: "#", count: max(1, Int(length.rounded()))) }
        let count = max(1, Int((length * 8).rounded()))
        let rest = count % 8
        return String(repeating: "█", count: count / 8) + (rest > 0 ? String(eighths[rest - 1]) : "")
    }
}
