import Pages

/// The part of a text that shows best why it was found.
///
/// FTS5's `snippet()` does the same for an index that has its texts. The indexes of split texts have none, and words of
/// two characters need not be words of the text.
package struct Excerpt: Equatable, Sendable {
    /// About how many characters it has; half as many of those that take two columns each and say as much as two.
    private static let length = 160
    /// In longer texts, what stands further behind is not shown.
    private static let mostScalars = 1 << 20

    /// On one line; with … where something is left out before or after it.
    package let text: String
    /// Where the words that were looked for stand in it, as numbers of Unicode scalars.
    package let marks: [Range<Int>]

    /// Cuts an excerpt.
    ///
    /// - Parameters:
    ///   - text: The whole text.
    ///   - phrases: What was looked for, as it was written. Where none stands in the text, the excerpt is its beginning.
    package init(of text: String, around phrases: [String]) {
        let scalars = Array(text.unicodeScalars.prefix(Excerpt.mostScalars))
        let found = Excerpt.places(of: phrases, in: scalars)
        let first = found.first?.range.lowerBound ?? 0
        let isDense = scalars.dropFirst(first).prefix(40).count { $0.value >= 0x3000 && Bigrams.isUnspaced($0) } > 20
        let window = Excerpt.window(
            found.map(\.range),
            found.map(\.phrase),
            of: scalars.count,
            length: isDense ? Excerpt.length / 2 : Excerpt.length
        )
        let range = Excerpt.wholeWords(window, scalars)
        var shown = String.UnicodeScalarView()
        // At each place of the text, how many scalars of the excerpt stand before it.
        var before: [Int] = []
        if range.lowerBound > 0 { shown.append("…") }
        for scalar in scalars[range] {
            before.append(shown.count)
            if !scalar.properties.isWhitespace {
                shown.append(scalar)
            } else if shown.last != " ", !shown.isEmpty {
                shown.append(" ")
            }
        }
        before.append(shown.count)
        if range.upperBound < scalars.count { shown.append("…") }
        self.text = String(shown)
        var marks: [Range<Int>] = []
        for place in found
        where place.range.lowerBound >= range.lowerBound && place.range.upperBound <= range.upperBound {
            let mark =
                before[place.range.lowerBound - range.lowerBound]..<before[place.range.upperBound - range.lowerBound]
            // Where two touch or overlap, they are one.
            if let last = marks.last, mark.lowerBound <= last.upperBound {
                marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, mark.upperBound)
            } else {
                marks.append(mark)
            }
        }
        self.marks = marks
    }

    /// Where phrases stand in a text, in order, with the number of the phrase.
    private static func places(of phrases: [String], in scalars: [Unicode.Scalar]) -> [(range: Range<Int>, phrase: Int)]
    {
        let words = words(of: scalars)
        var found: [(range: Range<Int>, phrase: Int)] = []
        for (number, phrase) in phrases.enumerated() {
            let wanted = self.words(of: Array(phrase.unicodeScalars))
            guard let first = wanted.first else { continue }
            for start in words.indices where words[start].folded.hasPrefix(first.folded) {
                guard let end = end(of: wanted, in: words, from: start) else { continue }
                found.append((words[start].range.lowerBound..<words[end].range.upperBound, number))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The last word of a phrase that begins at a word; nil where it does not stand there.
    ///
    /// Its last word may be the beginning of one, since it may be a prefix.
    private static func end(of wanted: [FoldedWord], in words: [FoldedWord], from start: Int) -> Int? {
        let end = start + wanted.count - 1
        guard end < words.count else { return nil }
        for (offset, word) in wanted.enumerated() {
            let held = words[start + offset]
            let isLast = offset == wanted.count - 1
            guard held.folded == word.folded || isLast && held.folded.hasPrefix(word.folded) else { return nil }
        }
        return end
    }

    private struct FoldedWord {
        let range: Range<Int>
        /// In small letters and without accents.
        let folded: String
    }

    /// The words of a text; each character of a script without spaces is one.
    private static func words(of scalars: [Unicode.Scalar]) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var place = 0
        while place < scalars.count {
            let start = place
            guard Bigrams.isWordCharacter(scalars[place]) else {
                place += 1
                continue
            }
            place += 1
            if Bigrams.isUnspaced(scalars[start]) {
                words.append(FoldedWord(range: start..<place, folded: String(scalars[start])))
                continue
            }
            while place < scalars.count, Bigrams.isWordCharacter(scalars[place]), !Bigrams.isUnspaced(scalars[place]) {
                place += 1
            }
            let word = String(String.UnicodeScalarView(scalars[start..<place]))
            words.append(FoldedWord(range: start..<place, folded: Identity.folded(word)))
        }
        return words
    }

    /// The part of a text, of the length of an excerpt, that holds the most different phrases.
    private static func window(_ places: [Range<Int>], _ phrases: [Int], of count: Int, length: Int) -> Range<Int> {
        guard !places.isEmpty else { return 0..<min(length, count) }
        var best = (count: 0, first: 0, last: 0)
        for first in places.indices {
            var different: Set<Int> = []
            var last = first
            for next in first..<places.count where places[next].upperBound - places[first].lowerBound <= length * 3 / 4
            {
                different.insert(phrases[next])
                last = next
                // In a text that is nothing but the word, this would take the square of its length.
                if next - first > 50 { break }
            }
            if different.count > best.count { best = (different.count, first, last) }
            if best.count == Set(phrases).count { break }
        }
        let middle = places[best.first].lowerBound..<max(places[best.first].upperBound, places[best.last].upperBound)
        let start = max(0, middle.lowerBound - max(0, length - middle.count) / 3)
        return start..<min(count, max(middle.upperBound, start + length))
    }

    /// A part of a text made smaller, or at its end larger, so that it cuts no word.
    private static func wholeWords(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
        func cutsWord(_ place: Int) -> Bool {
            place > 0 && place < scalars.count && Bigrams.isWordCharacter(scalars[place - 1])
                && Bigrams.isWordCharacter(scalars[place]) && !Bigrams.isUnspaced(scalars[place])
        }
        var (start, end) = (range.lowerBound, range.upperBound)
        // Not for ever: a text may be one word.
        for _ in 0..<40 where start > 0 && cutsWord(start) { start -= 1 }
        for _ in 0..<40 where cutsWord(end) { end += 1 }
        return start..<end
    }
}
