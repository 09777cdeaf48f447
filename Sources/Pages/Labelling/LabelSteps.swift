/// The steps from the states of one block to those of the next, weighed for all states at once.
///
/// A page's blocks are many, and this is where labelling them spent its time. What a way weighs and the state it comes
/// from are one number, so that the greater of two is the better way and no branch is needed: 16 times the weight, and
/// 15 less the state's place among those that may stand before, since of ways that weigh the same the one from the first
/// state is taken. Floating point numbers, since every processor with 64 bits finds the greater of those at once; all
/// are whole and far below 2^51, however long the page, so no bit is lost.
struct LabelSteps {
    /// What the way back takes for each block: four bits a state.
    static let backCount = (PageState.count + 1) / 2
    /// What a state weighs that no way leads to: less than the worst way through two million blocks.
    static let unreached = -(1 << 42)

    /// The states before the story; the story's and those behind it; a list's, with two more so that it comes out even.
    private static let before = 0..<4
    private static let middle = 4..<20
    private static let list = 20..<34

    /// From each state before the story the steps to each of those.
    private var toBefore: [SIMD4<Double>]
    /// From each state of a story's page the steps to the story's and those behind it.
    private var toMiddle: [SIMD16<Double>]
    /// From each state of a list the steps to each of those.
    private var toList: [SIMD16<Double>]
    /// What the best way to each state weighs, 16 times.
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

    /// The first of the sixteen states that may stand before a state.
    private static func window(_ state: Int) -> Int {
        switch state {
        case 0..<16: 0
        case 16..<20: 4
        default: 20
        }
    }

    /// What the best way to each state weighs.
    var scores: [Int] {
        get { ways.prefix(PageState.count).map { Int($0) / 16 } }
        set { for (state, score) in newValue.enumerated() { ways[state] = Double(score * 16) } }
    }

    /// Takes the best step to each state of the next block.
    ///
    /// - Parameters:
    ///   - emissions: what the next block speaks for each row of weights.
    ///   - back: gets the place of the state before each state, `backCount` bytes.
    ///   - offset: where in `back` they begin.
    mutating func advance(_ emissions: SIMD32<Int16>, _ back: inout [UInt8], at offset: Int) {
        let before = LabelSteps.best(of: toBefore, ways, from: 0)
        let middle = LabelSteps.best(of: toMiddle, ways, from: 0)
        let list = LabelSteps.best(of: toList, ways, from: LabelSteps.list.lowerBound)
        // A story's own labels stand first there, and behind them those around it.
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

    /// Finds the best way to each of some states of the next block.
    ///
    /// Two of one shape and no generic one: in a function of its own each keeps its ways in the processor's registers.
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

    /// Notes what eight ways weigh with what the block adds, and gives the places of the states they come from in pairs.
    ///
    /// Added to so large a number, a whole one stands in the low bits: there the parts are told from each other.
    @inline(__always)
    private static func take(
        _ best: SIMD8<Double>,
        _ emissions: SIMD8<Int16>,
        _ ways: inout MutableSpan<Double>,
        at first: Int
    ) -> SIMD4<UInt8> {
        // Casts of numbers of 64 bits to numbers of 64 bits.
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

    /// The state before a state, as `advance` noted it.
    static func state(before state: Int, in back: [UInt8], at offset: Int) -> Int {
        let pair = back[offset + state / 2]
        return window(state) + Int(state & 1 == 0 ? pair & 15 : pair >> 4)
    }

    /// Less than any way weighs: no step from the first state.
    private static let none = -0x1p50 + 15
    private static let large = 0x1.8p52
}
