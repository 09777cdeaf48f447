/// How a page's lines recur: which lines are alike, how often each kind recurs, at what distances, and between what.
///
/// Sites print each item of a list by one template, so what recurs at regular distances is the frame of an item, in any
/// language.
struct Recurrence {
    /// What is known of all lines that share a key.
    struct Kind {
        var first: UInt32 = 0
        var last: UInt32 = 0
        var count: UInt16 = 0
        var leastGap: UInt16 = .max
        var mostGap: UInt16 = 0
        /// The commonest shape of the block after, and of the one before, with its lead over all others (the majority
        /// vote of Boyer and Moore, 1991).
        var after: UInt8 = 0
        var afterLead: UInt8 = 0
        var before: UInt8 = 0
        var beforeLead: UInt8 = 0
        /// The shape of the block before the first of them, and of the one after the last.
        var beforeFirst: UInt8 = 0
        var afterLast: UInt8 = 0
        /// The line after the last of them.
        var afterLastLine: UInt32 { last &+ 1 }

        mutating func add(_ index: Int, after next: UInt8, before previous: UInt8) {
            let index = UInt32(truncatingIfNeeded: index)
            if count == 0 {
                first = index
                beforeFirst = previous
            } else {
                let gap = UInt16(clamping: index &- last)
                leastGap = min(leastGap, gap)
                mostGap = max(mostGap, gap)
            }
            last = index
            afterLast = next
            if count < .max { count += 1 }
            Kind.vote(next, &after, &afterLead)
            Kind.vote(previous, &before, &beforeLead)
        }

        private static func vote(_ shape: UInt8, _ leader: inout UInt8, _ lead: inout UInt8) {
            if lead == 0 {
                leader = shape
                lead = 1
            } else if leader == shape {
                if lead < .max { lead += 1 }
            } else {
                lead -= 1
            }
        }

        /// The mean distance of neighbouring recurrences; 0 for a line that is alone.
        var gap: Int { count < 2 ? 0 : Int(last &- first) / Int(count - 1) }

        /// How even the distances are: 0 alone, 1 all the same, 2 within a quarter, 3 within double, 4 uneven.
        var spread: Int {
            if count < 2 { return 0 }
            let (least, most) = (Int(leastGap), Int(mostGap))
            return most == least ? 1 : most * 4 <= least * 5 ? 2 : most <= least * 2 ? 3 : 4
        }

        /// The shape that stands mostly after its lines, and the one before, as a value of an observation; the last
        /// value where none does.
        var mostAfter: Int { afterLead > 1 ? Int(after) : BlockShape.allCases.count }
        var mostBefore: Int { beforeLead > 1 ? Int(before) : BlockShape.allCases.count }
    }

    /// A page with more different lines has no template that matters, so kinds may share a place there.
    private static let mostKinds = 1 << 10

    private var kinds: [Kind]

    init(lines: Int) {
        var size = 64
        while size < lines, size < Recurrence.mostKinds { size *= 2 }
        kinds = [Kind](repeating: Kind(), count: size)
    }

    /// Where what is known of a key stands, below `places`.
    func place(_ key: UInt32) -> Int { Int((key ^ key &>> 15) & UInt32(kinds.count - 1)) }

    mutating func add(_ key: UInt32, at index: Int, after: UInt8, before: UInt8) {
        kinds[place(key)].add(index, after: after, before: before)
    }

    subscript(key: UInt32) -> Kind { kinds[place(key)] }

    var places: Int { kinds.count }

    /// A second walk over the lines, from the top, which tells how far back each line's last recurrence is.
    struct Walk {
        /// The line of each kind that was passed last, and how many were.
        private var passed: [UInt32]
        private var counts: [UInt16]

        init(_ recurrence: Recurrence) {
            passed = [UInt32](repeating: 0, count: recurrence.places)
            counts = [UInt16](repeating: 0, count: recurrence.places)
        }

        /// Goes to a line of the kind at some place.
        ///
        /// - Returns: how many of its kind were passed before it, and how far back the last of these is; 0 for none.
        mutating func step(to index: Int, at place: Int) -> (turn: Int, since: Int) {
            let turn = Int(counts[place])
            let since = turn == 0 ? 0 : index - Int(passed[place])
            passed[place] = UInt32(truncatingIfNeeded: index)
            if counts[place] < .max { counts[place] += 1 }
            return (turn, since)
        }
    }
}
