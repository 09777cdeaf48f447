/// The difference between two texts by paragraphs.
///
/// 1. Equal paragraphs are paired (Heckel's algorithm), then those that are alike (by sketches of their words).
/// 2. Of the pairs, as much text as possible stays in its place (heaviest increasing subsequence); the others moved.
/// 3. Inside a pair that is not equal, words are compared (Myers' algorithm).
///
/// No step takes more than n log n for texts of n words, but for the last, which stops after a fixed number of steps.
enum ParagraphDifference {
    /// A paragraph that is said to have moved and to have changed has this share of its words in both texts at least.
    ///
    /// It is more than `ParagraphPairs` asks for: paragraphs far apart are alike by chance more easily than neighbours.
    private static let leastLikenessOfMoved = 0.4

    /// Every paragraph of the new text in order; a removed one stands before what followed it and is new.
    static func changes(from old: [String], to new: [String]) -> [ParagraphChange] {
        var pairs = ParagraphPairs(oldCount: old.count, newCount: new.count)
        var numbers = TextNumbers()
        let oldNumbers = old.map { numbers.number(of: $0[...]) }
        let newNumbers = new.map { numbers.number(of: $0[...]) }
        pairs.joinEqual(oldNumbers, newNumbers)
        pairs.joinAlike(old, new)
        let stays = inPlace(pairs, old, new)
        for (place, pair) in pairs.ofNew.enumerated() {
            if let pair, !stays[place], pair.likeness < leastLikenessOfMoved { pairs.part(pair.place, place) }
        }
        return list(pairs, stays, old, new)
    }

    /// Which paragraphs of the new text stand in their places among each other.
    private static func inPlace(_ pairs: ParagraphPairs, _ old: [String], _ new: [String]) -> [Bool] {
        var stays = [Bool](repeating: false, count: new.count)
        let joined = new.indices.filter { pairs.ofNew[$0] != nil }
        let partners = joined.compactMap { pairs.ofNew[$0] }
        // A pair weighs as many bytes as the two have in common, roughly; so the shorter part is what moved.
        let weights = zip(joined, partners).map { place, partner in
            1 + Int(Double(min(old[partner.place].utf8.count, new[place].utf8.count)) * partner.likeness)
        }
        for entry in HeaviestSubsequence.increasing(partners.map(\.place), weights) { stays[joined[entry]] = true }
        return stays
    }

    private static func list(_ pairs: ParagraphPairs, _ stays: [Bool], _ old: [String], _ new: [String])
        -> [ParagraphChange]
    {
        // The removed paragraphs that stand before the new one at a place are older than this place in the old text.
        var ends = [Int](repeating: old.count, count: new.count)
        var end = old.count
        for place in new.indices.reversed() {
            if stays[place], let pair = pairs.ofNew[place] { end = pair.place }
            ends[place] = end
        }
        var words = WordDifference()
        var changes: [ParagraphChange] = []
        var start = 0
        func remove(to end: Int) {
            for place in start..<max(start, end) where pairs.ofOld[place] == nil {
                changes.append(ParagraphChange(kind: .removed, from: place + 1, to: nil, text: old[place]))
            }
            start = max(start, end)
        }
        for (place, text) in new.enumerated() {
            remove(to: ends[place])
            guard let pair = pairs.ofNew[place] else {
                changes.append(ParagraphChange(kind: .inserted, from: nil, to: place + 1, text: text))
                continue
            }
            let isEqual = pair.isEqual
            changes.append(
                ParagraphChange(
                    kind: !stays[place] ? .moved : isEqual ? .same : .changed,
                    from: pair.place + 1,
                    to: place + 1,
                    text: text,
                    words: isEqual ? [] : words.changes(from: old[pair.place], to: text)
                )
            )
        }
        remove(to: old.count)
        return changes
    }
}
