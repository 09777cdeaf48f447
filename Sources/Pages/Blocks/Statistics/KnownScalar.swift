/// What the counts of a block need to know of a character beyond ASCII.
///
/// A page has a few hundred different ones, each many times, so what was found of one is kept (`PageCounter`).
struct KnownScalar {
    /// The character, its flags and its lower case: 21, 11 and 32 bits.
    private let bits: UInt64

    private static let letter: UInt64 = 1 << 32
    private static let digit: UInt64 = 1 << 33
    private static let capital: UInt64 = 1 << 34
    private static let unspaced: UInt64 = 1 << 35
    private static let closing: UInt64 = 1 << 36

    /// How many places for characters a page needs, and a single line; both are powers of two.
    ///
    /// Two characters that share a place push each other out.
    static let placesOfPage = 512
    static let placesOfLine = 16

    @inline(__always)
    private init(bits: UInt64) { self.bits = bits }

    private init(_ scalar: UInt32) {
        let isLetter = BlockText.isLetter(scalar)
        let lower = BlockText.lower(scalar)
        var bits = UInt64(scalar) &<< 43 | UInt64(lower)
        if isLetter { bits |= KnownScalar.letter }
        if !isLetter, BlockText.isDigit(scalar) { bits |= KnownScalar.digit }
        if isLetter, lower != scalar || BlockText.isUpper(scalar) { bits |= KnownScalar.capital }
        if BlockText.isUnspaced(scalar) { bits |= KnownScalar.unspaced }
        if BlockText.isClosing(scalar) { bits |= KnownScalar.closing }
        self.bits = bits
    }

    /// What is known of a character, found anew where it is not kept.
    @inline(__always)
    static func of(_ scalar: UInt32, _ kept: inout MutableSpan<UInt64>) -> KnownScalar {
        let place = Int(scalar ^ scalar &>> 9) & (kept.count &- 1)
        let bits = kept[place]
        return bits &>> 43 == scalar ? KnownScalar(bits: bits) : found(scalar, &kept, place)
    }

    @inline(never)
    private static func found(_ scalar: UInt32, _ kept: inout MutableSpan<UInt64>, _ place: Int) -> KnownScalar {
        let known = KnownScalar(scalar)
        kept[place] = known.bits
        return known
    }

    /// Its lower case, where that is one character; else itself.
    var lower: UInt32 { UInt32(truncatingIfNeeded: bits) }
    var isLetter: Bool { bits & KnownScalar.letter != 0 }
    var isDigit: Bool { bits & KnownScalar.digit != 0 }
    var isLetterOrDigit: Bool { bits & (KnownScalar.letter | KnownScalar.digit) != 0 }
    /// Whether it is a letter with a lower case.
    var isCapital: Bool { bits & KnownScalar.capital != 0 }
    var isUnspaced: Bool { bits & KnownScalar.unspaced != 0 }
    var isClosing: Bool { bits & KnownScalar.closing != 0 }
}
