import Pages

/// Clues of texts that the table does not hold yet.
///
/// A transaction writes those of its texts at its end. A batch can bring a story twice, so they are looked up here too.
struct NewClues {
    private var texts: [Int64: [HeldText]] = [:]

    mutating func add(_ clues: Clues, of text: HeldText) {
        for clue in clues.all { texts[clue, default: []].append(text) }
    }

    func texts(behind clue: Int64) -> [HeldText]? { texts[clue] }

    /// Their rows in the order of the table.
    var rows: [(hash: Int64, text: HeldText)] {
        texts.sorted { $0.key < $1.key }.flatMap { (hash, texts) in texts.sorted().map { (hash, $0) } }
    }
}
