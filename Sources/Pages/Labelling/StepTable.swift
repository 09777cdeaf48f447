/// The row of each step that a number may fall on, for all kinds of observations that have steps.
///
/// Each number from 0 to the first that is above all bounds has an entry, so that none is compared with bounds.
struct StepTable: Sendable {
    /// The entries of all kinds one after another, where those of each kind begin, and the greatest number of each.
    private var rows: [UInt16] = []
    private var kinds: [(start: Int32, most: Int32)] = []

    static let observations = StepTable(Observation.bounds, Observation.offsets)

    /// - Parameters:
    ///   - bounds: the rising bounds of each kind, none of them below zero.
    ///   - offsets: the row of each kind's first step.
    private init(_ bounds: [[Int]], _ offsets: [Int]) {
        for (own, offset) in zip(bounds, offsets) {
            let most = (own.last ?? -1) + 1
            kinds.append((Int32(truncatingIfNeeded: rows.count), Int32(truncatingIfNeeded: most)))
            for number in 0...most {
                rows.append(UInt16(truncatingIfNeeded: offset + Observations.step(number, own)))
            }
        }
    }

    /// The row of the step of a kind that a number falls on; a number below zero is on the first.
    @inline(__always)
    func row(_ kind: Observation, _ number: Int) -> UInt16 {
        let own = kinds[kind.rawValue]
        return rows[Int(own.start) &+ max(0, min(number, Int(own.most)))]
    }
}
