/// The functions of FIPS 180-4, section 4.1.2, and the message schedule of section 6.2.2.
extension SHA256 {
    /// One round; only two of the eight words change, and the caller renames the rest.
    @inline(__always)
    static func round(
        _ a: UInt32,
        _ b: UInt32,
        _ c: UInt32,
        _ d: inout UInt32,
        _ e: UInt32,
        _ f: UInt32,
        _ g: UInt32,
        _ h: inout UInt32,
        _ scheduled: UInt32
    ) {
        // These are the standard's Ch and Maj with one operation less each.
        let choice = g ^ (e & (f ^ g))
        let majority = (a & b) | (c & (a | b))
        let sum1 = rotated(e ^ rotated(e ^ rotated(e, 14), 5), 6)
        let sum0 = rotated(a ^ rotated(a ^ rotated(a, 9), 11), 2)
        h = h &+ sum1 &+ choice &+ scheduled
        d = d &+ h
        h = h &+ sum0 &+ majority
    }

    /// Reads one block as sixteen big-endian words.
    @inline(__always)
    static func load(_ w: inout [16 of UInt32], from bytes: Span<UInt8>, at start: Int) {
        for index in 0..<16 {
            let at = start &+ index &* 4
            w[index] =
                UInt32(bytes[at]) &<< 24 | UInt32(bytes[at &+ 1]) &<< 16
                | UInt32(bytes[at &+ 2]) &<< 8 | UInt32(bytes[at &+ 3])
        }
    }

    /// The schedule word of round `first` + `index`; from round 16 on it replaces the one of 16 rounds before.
    ///
    /// It is computed right where its round uses it: computing sixteen ahead costs registers, and a fifth of the speed.
    @inline(__always)
    static func scheduled(_ w: inout [16 of UInt32], _ index: Int, from first: Int) -> UInt32 {
        guard first > 0 else { return w[index] }
        let near = w[(index &+ 1) & 15]
        let far = w[(index &+ 14) & 15]
        let sigma0 = rotated(near, 7) ^ rotated(near, 18) ^ near &>> 3
        let sigma1 = rotated(far, 17) ^ rotated(far, 19) ^ far &>> 10
        w[index] = w[index] &+ sigma0 &+ w[(index &+ 9) & 15] &+ sigma1
        return w[index]
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }
}
