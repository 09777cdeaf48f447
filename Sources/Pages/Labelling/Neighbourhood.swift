/// Where the nearest blocks of some classes stand before and after a block, as bits: bit n is the block n + 1 away.
struct Neighbourhood {
    /// A class of blocks whose distance is observed.
    enum Class: Int, CaseIterable {
        case date, longProse, heading, closing, continuation
    }

    private var before = [UInt32](repeating: 0, count: Class.allCases.count)
    private var after = [UInt32](repeating: 0, count: Class.allCases.count)
    private var own = [Bool](repeating: false, count: Class.allCases.count)

    /// Stands before the first block, whose class and those of the 31 blocks after it are given.
    init(_ first: some Sequence<UInt8>) {
        for (place, bits) in first.enumerated().prefix(32) {
            for kind in Class.allCases where bits & 1 << UInt8(kind.rawValue) != 0 {
                after[kind.rawValue] |= 1 << UInt32(place)
            }
        }
    }

    /// Goes to the next block.
    ///
    /// - Parameter coming: the classes of the block 32 after it; 0 where there is none.
    mutating func advance(_ coming: UInt8) {
        for kind in 0..<Class.allCases.count {
            before[kind] = before[kind] &<< 1 | (own[kind] ? 1 : 0)
            own[kind] = after[kind] & 1 != 0
            after[kind] = after[kind] &>> 1 | (coming & 1 << UInt8(kind) != 0 ? 1 << 31 : 0)
        }
    }

    /// The distance to the nearest block of a class before or after: 1 to 32, and 33 where there is none.
    func before(_ kind: Class) -> Int { before[kind.rawValue].trailingZeroBitCount + 1 }
    func after(_ kind: Class) -> Int { after[kind.rawValue].trailingZeroBitCount + 1 }
}

extension Observations {
    /// The classes of a block, as a set of bits.
    func classes(_ index: Int) -> UInt8 {
        let signs = signs[index]
        var bits: UInt8 = 0
        func note(_ kind: Neighbourhood.Class, _ isOf: Bool) { if isOf { bits |= 1 << UInt8(kind.rawValue) } }
        note(.date, signs.contains(.date))
        note(.longProse, shapes[index] == .longProse)
        note(.heading, shapes[index] == .heading)
        note(.closing, signs.contains(.closing))
        note(.continuation, signs.contains(.continuation))
        return bits
    }
}
