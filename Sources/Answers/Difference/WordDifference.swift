/// The difference between paragraphs by words.
///
/// One value compares all paragraphs of two texts, so that all of them together take bounded work.
struct WordDifference {
    /// How many words may still be looked at; what needs more is shown as one removal and one insertion.
    ///
    /// It allows for 8000 paragraphs of 200 words with ten changes each, and ends within a second.
    private var steps = 1 << 24

    /// A run of words that both paragraphs have, or that one has where the other has others.
    private struct Run {
        var old: Range<Int>
        var new: Range<Int>
        let isSame: Bool
    }

    /// What is removed stands before what is inserted in its place.
    mutating func changes(from old: String, to new: String) -> [WordChange] {
        let oldWords = Word.words(of: old)
        let newWords = Word.words(of: new)
        var numbers = TextNumbers()
        let oldNumbers = oldWords.map { numbers.number(of: $0.text) }
        let newNumbers = newWords.map { numbers.number(of: $0.text) }
        let runs = WordDifference.joined(runs(oldNumbers, newNumbers), newWords)
        var changes: [WordChange] = []
        func append(_ kind: WordChange.Kind, _ words: ArraySlice<Word>, of text: String) {
            guard let first = words.first, let last = words.last else { return }
            changes.append(
                WordChange(kind: kind, text: String(text[first.text.startIndex..<last.text.endIndex]))
            )
        }
        for run in runs {
            if run.isSame {
                append(.same, newWords[run.new], of: new)
            } else {
                append(.removed, oldWords[run.old], of: old)
                append(.inserted, newWords[run.new], of: new)
            }
        }
        return changes
    }

    private mutating func runs(_ old: [Int], _ new: [Int]) -> [Run] {
        // Most changes leave the ends of a paragraph as they were.
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let middle = ShortestEdit.common(
            Array(old[start..<old.count - end]),
            Array(new[start..<new.count - end]),
            steps: &steps
        )
        var runs: [Run] = []
        func add(_ old: Range<Int>, _ new: Range<Int>, isSame: Bool) {
            if !old.isEmpty || !new.isEmpty { runs.append(Run(old: old, new: new, isSame: isSame)) }
        }
        add(0..<start, 0..<start, isSame: true)
        var (oldAt, newAt) = (start, start)
        for run in middle {
            let (oldStart, newStart) = (start + run.old, start + run.new)
            add(oldAt..<oldStart, newAt..<newStart, isSame: false)
            (oldAt, newAt) = (oldStart + run.count, newStart + run.count)
            add(oldStart..<oldAt, newStart..<newAt, isSame: true)
        }
        add(oldAt..<old.count - end, newAt..<new.count - end, isSame: false)
        add(old.count - end..<old.count, new.count - end..<new.count, isSame: true)
        return runs
    }

    /// The runs with changes joined between which there are only spaces and marks: `old man` to `young boy` is one.
    private static func joined(_ runs: [Run], _ words: [Word]) -> [Run] {
        var joined: [Run] = []
        for (place, run) in runs.enumerated() {
            let isBetween = place > 0 && place < runs.count - 1
            let isChange = !run.isSame || isBetween && words[run.new].allSatisfy { $0.kind == .other }
            if isChange, let last = joined.last, !last.isSame {
                joined[joined.count - 1].old = last.old.lowerBound..<run.old.upperBound
                joined[joined.count - 1].new = last.new.lowerBound..<run.new.upperBound
            } else {
                joined.append(Run(old: run.old, new: run.new, isSame: !isChange))
            }
        }
        return joined
    }
}
