extension ParagraphPairs {
    /// Paragraphs with less than this share of their words in common are no pair.
    ///
    /// Two paragraphs of one language that say different things share a tenth to a seventh: its articles, prepositions
    /// and pronouns. A paragraph half of which was written anew shares a third.
    private static let leastLikeness = 0.25
    /// A word that stands in more old paragraphs than this says too little about which of them is meant.
    private static let maximalParagraphsOfWord = 16
    /// How many old paragraphs, those with the most words in common, are compared with a new one.
    private static let candidateCount = 4

    private struct Candidate {
        let old: Int
        let new: Int
        let likeness: Double
    }

    /// Joins the paragraphs that are still free with the older form they are most like, the most similar ones first.
    ///
    /// A new paragraph is compared with few old ones: those that have rare words of it, and those that stand where it
    /// should stand, counted from the nearest pair before and after it. So the work grows with the paragraphs' number and
    /// not with its square.
    mutating func joinAlike(_ old: [String], _ new: [String]) {
        let oldFree = old.indices.filter { ofOld[$0] == nil }
        let newFree = new.indices.filter { ofNew[$0] == nil }
        guard !oldFree.isEmpty, !newFree.isEmpty else { return }
        var sketches: [Int: ParagraphSketch] = [:]
        var places: [UInt64: [Int]] = [:]
        for place in oldFree {
            let sketch = ParagraphSketch(old[place])
            sketches[place] = sketch
            // One more than the limit is kept, to tell that it is passed.
            for word in sketch.words where places[word, default: []].count <= ParagraphPairs.maximalParagraphsOfWord {
                places[word, default: []].append(place)
            }
        }
        let expected = expectedPlaces()
        var candidates: [Candidate] = []
        for place in newFree {
            let sketch = ParagraphSketch(new[place])
            for other in Set(ParagraphPairs.sharing(sketch, places) + expected[place]) {
                guard let likeness = sketches[other]?.resemblance(to: sketch) else { continue }
                guard likeness >= ParagraphPairs.leastLikeness else { continue }
                candidates.append(Candidate(old: other, new: place, likeness: likeness))
            }
        }
        join(candidates)
    }

    private mutating func join(_ candidates: [Candidate]) {
        let sorted = candidates.sorted {
            ($1.likeness, abs($0.old - $0.new), $0.new, $0.old) < ($0.likeness, abs($1.old - $1.new), $1.new, $1.old)
        }
        for candidate in sorted where areFree(candidate.old, candidate.new) {
            join(candidate.old, candidate.new, likeness: candidate.likeness)
        }
    }

    /// The old paragraphs that have the most words in common with a new one, common words left out.
    private static func sharing(_ sketch: ParagraphSketch, _ places: [UInt64: [Int]]) -> [Int] {
        var counts: [Int: Int] = [:]
        for word in sketch.words {
            guard let found = places[word], found.count <= maximalParagraphsOfWord else { continue }
            for place in found { counts[place, default: 0] += 1 }
        }
        let best = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return best.prefix(candidateCount).map(\.key)
    }

    /// For each new paragraph that is free, where its older form stands if paragraphs only changed in their places.
    private func expectedPlaces() -> [[Int]] {
        var expected = [[Int]](repeating: [], count: ofNew.count)
        var next = 0
        for place in ofNew.indices {
            if let pair = ofNew[place] { next = pair.place } else { expected[place].append(next) }
            next += 1
        }
        next = ofOld.count - 1
        for place in ofNew.indices.reversed() {
            if let pair = ofNew[place] { next = pair.place } else { expected[place].append(next) }
            next -= 1
        }
        return expected
    }
}
