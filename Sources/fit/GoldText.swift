import Pages

/// A text of the gold as its words, in which blocks are searched for.
struct GoldText {
    /// The words in a run; the scorer compares texts by runs of the same length.
    private static let run = 4

    private let runs: Set<[String]>
    private let lines: Set<[String]>
    private let folded: String

    init(_ text: String) {
        runs = Set(GoldText.runs(of: GoldText.words(text)))
        folded = " " + GoldText.words(text).joined(separator: " ") + " "
        lines = Set(text.split(whereSeparator: \.isNewline).map { GoldText.words(String($0)) })
    }

    /// The words of a text, in lower case and without punctuation.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The share of a block's runs of words that this text has: all or nothing for a block shorter than a run.
    func share(of block: [String]) -> Double {
        guard block.count >= GoldText.run else {
            return lines.contains(block) || folded.contains(" " + block.joined(separator: " ") + " ") ? 1 : 0
        }
        let found = GoldText.runs(of: block)
        return Double(found.count { runs.contains($0) }) / Double(found.count)
    }

    private static func runs(of words: [String]) -> [[String]] {
        words.count < run ? [words] : (0...(words.count - run)).map { Array(words[$0..<$0 + run]) }
    }
}
