/// The transition step of the Viterbi algorithm: the best paths to the states of the next block, for all states at
/// once.
///
/// A page has many blocks, and labelling them spent its time here. So the score of a path and the state it comes from
/// are packed into one number, and the greater of two numbers is the better path, without a branch. The number is 16
/// times the score, plus 15 less the place of the previous state among those that may stand before: of paths with the
/// same score, the one from the first state wins. The numbers are doubles, because every 64-bit processor compares
/// several of those at once. All are whole and far below 2^51, however long the page, so none is rounded.
struct LabelSteps {
    /// Bytes of back-pointers for each block: four bits a state.
    static let backCount = (PageState.count + 1) / 2
    /// The score of a state that no path reaches: lower than that of the worst path through two million blocks.
    static let unreached = -(1 << 42)

    // The states before the story, those in it and after it, and those of a list.
    private static let before = 0..<4
    private static let middle = 4..<20
    private static let list = 20..<34

    /// Transition scores from each of the 4 states before the story (rows) to the same 4 (lanes), packed as above.
    private var toBefore: [SIMD4<Double>]
    /// Those from each of the 20 states of a story page to the 16 states in and after the story.
    private var toMiddle: [SIMD16<Double>]
    /// Those from each of the 14 states of a list to the same 14; the last two lanes are unused.
    private var toList: [SIMD16<Double>]
    /// The score of the best path to each of the 34 states, times 16; two more for the unused lanes.
    private var ways: [Double]

    init(_ weights: LabelWeights) {
        toBefore = [SIMD4<Double>](repeating: SIMD4(repeating: -.infinity), count: 4)
        toMiddle = [SIMD16<Double>](repeating: SIMD16(repeating: -.infinity), count: 20)
        toList = [SIMD16<Double>](repeating: SIMD16(repeating: -.infinity), count: 14)
        ways = [Double](repeating: Double(LabelSteps.unreached) * 16, count: PageState.count + 2)
        for (to, predecessors) in PageState.predecessors.enumerated() {
            for state in predecessors {
                let from = Int(state)
                let place = 15 - (from - LabelSteps.window(to))
                let step = Double(Int(weights.transitions[to * PageState.count + from]) * 16 + place)
                switch to {
                case LabelSteps.before: toBefore[from][to] = step
                case LabelSteps.middle: toMiddle[from][to - LabelSteps.middle.lowerBound] = step
                default: toList[from - LabelSteps.list.lowerBound][to - LabelSteps.list.lowerBound] = step
                }
            }
        }
    }

    /// The first of the sixteen states among which a state's predecessors are.
    private static func window(_ state: Int) -> Int {
        switch state {
        case 0..<16: 0
        case 16..<20: 4
        default: 20
        }
    }

    /// The score of the best path to each state.
    var scores: [Int] {
        get { ways.prefix(PageState.count).map { Int($0) / 16 } }
        set { for (state, score) in newValue.enumerated() { ways[state] = Double(score * 16) } }
    }

    /// Extends the best paths by one block.
    ///
    /// - Parameters:
    ///   - emissions: The emission scores of the next block.
    ///   - back: Gets the back-pointers, which are places of previous states, in `backCount` bytes.
    ///   - offset: Where in `back` they begin.
    mutating func advance(_ emissions: SIMD32<Int16>, _ back: inout [UInt8], at offset: Int) {
        let before = LabelSteps.best(of: toBefore, ways, from: 0)
        let middle = LabelSteps.best(of: toMiddle, ways, from: 0)
        let list = LabelSteps.best(of: toList, ways, from: LabelSteps.list.lowerBound)
        // The order of the middle states: first the story's own labels, then the four labels of blocks around it.
        let low = emissions.lowHalf.lowHalf
        let high = emissions.lowHalf.highHalf
        let around = SIMD4(low[0], low[1], high[6], high[7])
        let inStory = SIMD16(
            lowHalf: SIMD8(low[2], low[3], low[4], low[5], low[6], low[7], high[0], high[1]),
            highHalf: SIMD8(lowHalf: SIMD4(high[2], high[3], high[4], high[5]), highHalf: around)
        )
        var ways = ways.mutableSpan
        let beforeBack = LabelSteps.take(before, around, &ways, at: 0)
        let middleLow = LabelSteps.take(middle.lowHalf, inStory.lowHalf, &ways, at: 4)
        let middleHigh = LabelSteps.take(middle.highHalf, inStory.highHalf, &ways, at: 12)
        let listLow = LabelSteps.take(list.lowHalf, emissions.highHalf.lowHalf, &ways, at: 20)
        let listHigh = LabelSteps.take(list.highHalf, emissions.highHalf.highHalf, &ways, at: 28)
        var back = back.mutableSpan
        for pair in 0..<2 { back[offset &+ pair] = beforeBack[pair] }
        for pair in 0..<4 { back[offset &+ 2 &+ pair] = middleLow[pair] }
        for pair in 0..<4 { back[offset &+ 6 &+ pair] = middleHigh[pair] }
        for pair in 0..<4 { back[offset &+ 10 &+ pair] = listLow[pair] }
        for pair in 0..<3 { back[offset &+ 14 &+ pair] = listHigh[pair] }
    }

    /// Finds the best path to each of some states of the next block, before its emission scores are added.
    ///
    /// Written twice instead of once as a generic function: compiled by itself, each keeps its vectors in registers.
    @inline(never)
    private static func best(of steps: [SIMD16<Double>], _ ways: [Double], from first: Int) -> SIMD16<Double> {
        var best = SIMD16(repeating: LabelSteps.none)
        let ways = ways.span.extracting(first..<first + steps.count)
        for from in steps.indices {
            let way = steps[from] + SIMD16(repeating: ways[from])
            best.replace(with: way, where: way .> best)
        }
        return best
    }

    @inline(never)
    private static func best(of steps: [SIMD4<Double>], _ ways: [Double], from first: Int) -> SIMD4<Double> {
        var best = SIMD4(repeating: LabelSteps.none)
        let ways = ways.span.extracting(first..<first + steps.count)
        for from in steps.indices {
            let way = steps[from] + SIMD4(repeating: ways[from])
            best.replace(with: way, where: way .> best)
        }
        return best
    }

    /// Adds the emission scores to eight path scores and stores them; returns the places of the previous states in
    /// pairs.
    ///
    /// A whole number added to so large a one stands in the low bits of the double's significand. There the score and
    /// the place can be taken apart.
    @inline(__always)
    private static func take(
        _ best: SIMD8<Double>,
        _ emissions: SIMD8<Int16>,
        _ ways: inout MutableSpan<Double>,
        at first: Int
    ) -> SIMD4<UInt8> {
        // Both casts are between vectors of the same size, with lanes of 64 bits.
        let bits = unsafe unsafeBitCast(best + large, to: SIMD8<Int64>.self)
        let sums = (bits & ~15) &+ (SIMD8<Int64>(truncatingIfNeeded: emissions) &<< 4)
        let weights = unsafe unsafeBitCast(sums, to: SIMD8<Double>.self) - large
        for lane in 0..<8 { ways[first &+ lane] = weights[lane] }
        let places = SIMD8<UInt8>(truncatingIfNeeded: ~bits & 15)
        return places.evenHalf | places.oddHalf &<< 4
    }

    @inline(__always)
    private static func take(
        _ best: SIMD4<Double>,
        _ emissions: SIMD4<Int16>,
        _ ways: inout MutableSpan<Double>,
        at first: Int
    ) -> SIMD2<UInt8> {
        let bits = unsafe unsafeBitCast(best + large, to: SIMD4<Int64>.self)
        let sums = (bits & ~15) &+ (SIMD4<Int64>(truncatingIfNeeded: emissions) &<< 4)
        let weights = unsafe unsafeBitCast(sums, to: SIMD4<Double>.self) - large
        for lane in 0..<4 { ways[first &+ lane] = weights[lane] }
        let places = SIMD4<UInt8>(truncatingIfNeeded: ~bits & 15)
        return places.evenHalf | places.oddHalf &<< 4
    }

    /// The previous state on the best path to a state, from the back-pointers that `advance` wrote.
    static func state(before state: Int, in back: [UInt8], at offset: Int) -> Int {
        let pair = back[offset + state / 2]
        return window(state) + Int(state & 1 == 0 ? pair & 15 : pair >> 4)
    }

    /// Lower than the number of any path; its place is that of the first state.
    private static let none = -0x1p50 + 15
    private static let large = 0x1.8p52
}
