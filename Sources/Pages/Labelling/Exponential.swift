/// The exponential function, which the standard library lacks.
enum Exponential {
    /// Beyond this either way a double has no room for the result.
    private static let most = 700.0
    /// The logarithm of two, as a part that multiplies exactly and what that leaves.
    private static let twoHigh = 0.693_147_180_369_123_8
    private static let twoLow = 1.908_214_929_270_587_7e-10
    private static let factors: [Double] = (1...14).map { 1 / Double($0) }

    /// `e` to the power of a number, right to about fifteen digits.
    static func value(_ power: Double) -> Double {
        guard power > -most else { return 0 }
        let power = min(power, most)
        let twos = (power / twoHigh).rounded()
        let rest = power - twos * twoHigh - twos * twoLow
        // Half the logarithm of two at most: fourteen terms of the series are more than a double holds.
        var sum = 1.0
        for factor in factors.reversed() { sum = 1 + rest * factor * sum }
        return Double(sign: .plus, exponent: Int(twos), significand: sum)
    }

    /// The probability that belongs to odds, given as their logarithm.
    static func probability(odds: Double) -> Double {
        odds >= 0 ? 1 / (1 + value(-odds)) : value(odds) / (1 + value(odds))
    }
}
