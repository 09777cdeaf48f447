extension LabelWeights {
    /// Reads a table in the form that `table` writes.
    ///
    /// A line that names no known feature, state or value of `PageKind` stops the process: the table ships with the
    /// program, and a renamed feature must not lose its weights in silence.
    ///
    /// It is read byte by byte, because this happens at every start of the process, and with strings it took a tenth of
    /// a second.
    package init(table: String) {
        self.init()
        let features = LabelWeights.numbers(LabelFeature.names)
        let states = LabelWeights.numbers(PageState.all.map(\.name))
        let kinds = LabelWeights.numbers(PageKind.names)
        let step = LabelWeights.number(">")
        let page = LabelWeights.number("kind")
        let text = table.utf8.span
        var at = 0
        while at < text.count {
            if let name = LabelWeights.field(text, &at)?.name {
                if let feature = features[name] {
                    var row = 0
                    while let field = LabelWeights.field(text, &at) {
                        if row < 32 { self[feature, row] = field.weight ?? 0 }
                        row += 1
                    }
                } else if name == step {
                    readStep(text, &at, states)
                } else if name == page, let kind = LabelWeights.field(text, &at).flatMap({ kinds[$0.name] }) {
                    self.kind[kind] = LabelWeights.field(text, &at)?.weight ?? 0
                } else {
                    preconditionFailure("the table of weights has a line for something that has no weight")
                }
            }
            while LabelWeights.field(text, &at) != nil {}
            at += 1
        }
    }

    /// Reads a transition score, or the score of starting in a state, which has `start` in place of the previous state.
    private mutating func readStep(_ text: Span<UInt8>, _ at: inout Int, _ states: [UInt64: Int]) {
        guard let from = LabelWeights.field(text, &at),
            let to = LabelWeights.field(text, &at).flatMap({ states[$0.name] }),
            let weight = LabelWeights.field(text, &at)?.weight
        else { preconditionFailure("the table of weights has a step to no known state") }
        if let from = states[from.name] {
            transitions[to * PageState.count + from] = weight
        } else if from.name == LabelWeights.number("start") {
            starts[to] = weight
        } else {
            preconditionFailure("the table of weights has a step from no known state")
        }
    }

    /// Reads the next word of a line: its hash, and its value where it is a number; nil at the line's end.
    private static func field(_ text: Span<UInt8>, _ at: inout Int) -> (name: UInt64, weight: Int32?)? {
        while at < text.count, text[at] == UInt8(ascii: " ") { at += 1 }
        var name = WordTable.emptyHash
        var weight: Int32 = 0
        let start = at
        let isNegative = at < text.count && text[at] == UInt8(ascii: "-")
        var isWeight = true
        while at < text.count, text[at] > UInt8(ascii: " ") {
            let byte = text[at]
            name = (name ^ UInt64(byte)) &* WordTable.prime
            if BlockText.isDigitByte(byte) {
                weight = weight &* 10 &+ Int32(byte &- 0x30)
            } else if at > start || !isNegative {
                isWeight = false
            }
            at += 1
        }
        guard at > start else { return nil }
        return (name, isWeight ? (isNegative ? -weight : weight) : nil)
    }

    private static func number(_ name: String) -> UInt64 {
        name.utf8.reduce(WordTable.emptyHash) { ($0 ^ UInt64($1)) &* WordTable.prime }
    }

    private static func numbers(_ names: [String]) -> [UInt64: Int] {
        var numbers: [UInt64: Int] = [:]
        numbers.reserveCapacity(names.count)
        for (place, name) in names.enumerated() { numbers[number(name)] = place }
        return numbers
    }
}
