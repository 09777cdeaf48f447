/// From a number to a height in a chart.
struct BarScale: Equatable {
    /// The numbers at which a line is drawn, from 0 on, at most five; the last is not less than any bar.
    let ticks: [Int]
    /// In pixels.
    private let height: Int

    /// So much stays free above the highest line, in pixels, so that its number is not cut.
    private static let headroom = 8.0

    init(most: Int, height: Int) {
        self.height = height
        let most = max(1, most)
        // The least of 1, 2, 5, 10, 20, 50 … of which four steps are enough.
        var (step, power) = (1, 1)
        search: while true {
            for factor in [1, 2, 5] {
                let (product, overflow) = power.multipliedReportingOverflow(by: factor)
                step = overflow ? most : product
                if step >= most / 4 + (most.isMultiple(of: 4) ? 0 : 1) || overflow { break search }
            }
            power = power.multipliedReportingOverflow(by: 10).partialValue
        }
        let count = most / step + (most.isMultiple(of: step) ? 0 : 1)
        ticks = (0...count).map { $0.multipliedReportingOverflow(by: step).overflow ? most : $0 * step }
    }

    /// How far below the picture's upper edge a number is, in pixels.
    func y(_ number: Int) -> Double {
        let room = Double(height) - Self.headroom
        return Double(height) - room * Double(number) / Double(max(1, ticks.last ?? 1))
    }
}
