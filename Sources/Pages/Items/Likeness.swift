/// How much two texts have in common, by their shingles.
package struct Likeness: Equatable, Sendable {
    /// The share, 0 to 1, of the shorter text's shingles that the longer one has too: 1 for a text that stands whole in
    /// a longer one.
    package let containment: Double
    /// The share, 0 to 1, of all shingles of both that both have (Jaccard's index).
    package let resemblance: Double
    /// How many shingles the shorter text has.
    package let shorter: Int

    package init(_ one: Shingles, _ other: Shingles) {
        // A cut list has all shingles up to its largest hash, and nothing is known of those above it. So both lists are
        // compared up to the smaller of the two largest hashes. Hashes are spread evenly, so this part stands for the
        // whole.
        let limit = min(
            one.isCut ? one.hashes.last ?? .max : .max,
            other.isCut ? other.hashes.last ?? .max : .max
        )
        var common = 0
        var ones = 0
        var at = 0
        var others = 0
        for hash in one.hashes where hash <= limit {
            ones += 1
            while at < other.hashes.count, other.hashes[at] < hash { at += 1 }
            if at < other.hashes.count, other.hashes[at] == hash { common += 1 }
        }
        for hash in other.hashes where hash <= limit { others += 1 }
        let least = min(ones, others)
        containment = least > 0 ? Double(common) / Double(least) : 0
        resemblance = least > 0 ? Double(common) / Double(ones + others - common) : 0
        shorter = min(one.hashes.count, other.hashes.count)
    }
}
