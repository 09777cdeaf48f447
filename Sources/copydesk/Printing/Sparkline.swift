/// Numbers as a row of signs, one a number, as high as the number is beside the largest.
enum Sparkline {
    private static let blocks = Array("▁▂▃▄▅▆▇█")
    /// For terminals that show ASCII only; the eye takes each for heavier than the one before.
    private static let letters = Array("_-~=+*%#")

    /// The row of signs.
    ///
    /// - Parameters:
    ///   - numbers: None below zero.
    ///   - isUnicode: Whether blocks can be shown.
    /// - Returns: As many characters as numbers. Zero is a dot, so that it differs from the least that came.
    static func text(_ numbers: [Int64], isUnicode: Bool) -> String {
        let most = numbers.max() ?? 0
        let signs = isUnicode ? blocks : letters
        return String(
            numbers.map { number in
                guard number > 0, most > 0 else { return isUnicode ? "·" : "." }
                let height = (Double(number) / Double(most) * Double(signs.count)).rounded(.up)
                return signs[min(max(Int(height), 1), signs.count) - 1]
            }
        )
    }
}
