/// The exponential function, which the standard library lacks.
enum Exponential {
    /// Above this the result is too large for a double, and below its negative too small.
    private static let most = 700.0
    /// The logarithm of two in two parts: one whose product with a small whole number is exact, and the rest.
    private static let twoHigh = 0.693_147_180_369_123_8
    private static let twoLow = 1.908_214_929_270_587_7e-10
    private static let factors: [Double] = (1...14).map { 1 / Double($0) }

    /// `e` to the power of a number, right to about fifteen digits.
    static func value(_ power: Double) -> Double {
        guard power > -most else { return 0 }
        let power = min(power, most)
        let twos = (power / twoHigh).rounded()
        let rest = power - twos * twoHigh - twos * twoLow
        // The rest is at most half the logarithm of two, so fourteen terms of the Taylor series are more than a double
        // holds.
        var sum = 1.0
        for factor in factors.reversed() { sum = 1 + rest * factor * sum }
        return Double(sign: .plus, exponent: Int(twos), significand: sum)
    }
}
