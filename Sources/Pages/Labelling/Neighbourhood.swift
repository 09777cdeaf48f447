/// Where the nearest blocks of some classes stand before and after a block, as bits: bit n is the block n + 1 away.
struct Neighbourhood {
    /// A class of blocks whose distance is observed.
    enum Class: Int, CaseIterable {
        case date, longProse, heading, closing, continuation, head
    }

    private var before = InlineArray<6, UInt32>(repeating: 0)
    private var after = InlineArray<6, UInt32>(repeating: 0)
    /// The classes of the block itself, as a set of bits.
    private var own: UInt8 = 0

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
        var next: UInt8 = 0
        for kind in before.indices {
            before[kind] = before[kind] &<< 1 | UInt32(own &>> UInt8(kind) & 1)
            next |= UInt8(after[kind] & 1) &<< UInt8(kind)
            after[kind] = after[kind] &>> 1 | UInt32(coming &>> UInt8(kind) & 1) &<< 31
        }
        own = next
    }

    /// The distance to the nearest block of a class before or after: 1 to 32, and 33 where there is none.
    func before(_ kind: Class) -> Int { before[kind.rawValue].trailingZeroBitCount + 1 }
    func after(_ kind: Class) -> Int { after[kind.rawValue].trailingZeroBitCount + 1 }

    /// Which blocks nearer than some distance, of 32 at most, are of a class: bit n is the block n + 1 away.
    func before(_ kind: Class, within distance: Int) -> UInt32 {
        before[kind.rawValue] & (1 << UInt32(distance - 1) - 1)
    }
    func after(_ kind: Class, within distance: Int) -> UInt32 {
        after[kind.rawValue] & (1 << UInt32(distance - 1) - 1)
    }
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
        switch shapes[index] {
        case .headline, .shortHeadline, .heading, .name: note(.head, true)
        default: break
        }
        return bits
    }
}
