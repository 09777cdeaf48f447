import Pages

/// Clues of texts that the table does not hold yet.
///
/// A transaction writes those of its texts at its end. A batch can bring a story twice, so they are looked up here too.
struct NewClues {
    /// The row of a clue in the table.
    struct Row: Comparable {
        let hash: Int64
        let text: HeldText

        static func < (one: Row, other: Row) -> Bool {
            one.hash != other.hash ? one.hash < other.hash : one.text < other.text
        }
    }

    private var added: [Row] = []
    /// The place of the last row of each clue.
    private var last: [Int64: Int] = [:]
    /// For each row the place of the row before it of the same clue; -1 where there is none.
    ///
    /// Nearly all clues lead to one text, so a list of texts for each would mostly be a list of one.
    private var before: [Int] = []

    mutating func add(_ clues: Clues, of text: HeldText) {
        for clue in clues.all {
            before.append(last.updateValue(added.count, forKey: clue) ?? -1)
            added.append(Row(hash: clue, text: text))
        }
    }

    /// The texts that a clue leads to, the last added first.
    func texts(behind clue: Int64) -> [HeldText] {
        var texts: [HeldText] = []
        var place = last[clue] ?? -1
        while place >= 0 {
            texts.append(added[place].text)
            place = before[place]
        }
        return texts
    }

    /// Their rows in the order of the table.
    var rows: [Row] { added.sorted() }
}
