/// The numbers of deliveries whose files the first listing has found where they are known to remain.
///
/// Each number is one bit: with a hundred thousand files, a set of their paths took a sixth of the time of a start.
struct SeenDeliveries {
    private var bits: [UInt64] = []

    mutating func insert(_ delivery: Int64) {
        guard let number = Int(exactly: delivery), number >= 0 else { return }
        let place = number / UInt64.bitWidth
        if place >= bits.count { bits += [UInt64](repeating: 0, count: max(place + 1 - bits.count, bits.count)) }
        bits[place] |= 1 << UInt64(number % UInt64.bitWidth)
    }

    func contains(_ delivery: Int64) -> Bool {
        guard let number = Int(exactly: delivery), number >= 0, number / UInt64.bitWidth < bits.count else {
            return false
        }
        return bits[number / UInt64.bitWidth] & 1 << UInt64(number % UInt64.bitWidth) != 0
    }
}
