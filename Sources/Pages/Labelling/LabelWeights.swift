/// How much each feature speaks for each label, and how well labels follow one another.
///
/// In hundredths of a natural logarithm of odds: whole numbers, so that every machine reads a page alike.
package struct LabelWeights: Sendable {
    /// For each feature its weights: for the sixteen labels of a story page by the label's number, then a list's.
    ///
    /// Sixteen bits: a block has some fifty features, and no sum of the weights that ship comes near their bounds.
    private(set) var rows: [SIMD32<Int16>]
    /// For each state, at `to * PageState.count + from`, the weight of coming from another.
    package var transitions: [Int32]
    package var starts: [Int32]
    /// For each of `PageKind.names` how much it speaks for a list.
    package var kind: [Int32]

    package static let unit = 100.0

    /// The weights that ship; `Sources/fit` finds them.
    package static let shipped = LabelWeights(table: LabelTable.text)

    /// Weights of nothing.
    package init() {
        rows = [SIMD32<Int16>](repeating: .zero, count: LabelFeature.count)
        transitions = [Int32](repeating: 0, count: PageState.count * PageState.count)
        starts = [Int32](repeating: 0, count: PageState.count)
        kind = [Int32](repeating: 0, count: PageKind.names.count)
    }

    /// The weight of a feature for a row, cut to what its bits hold.
    package subscript(feature: Int, row: Int) -> Int32 {
        get { Int32(rows[feature][row]) }
        set { rows[feature][row] = Int16(clamping: newValue) }
    }

    /// The table's text: a line for each feature with its 32 weights, and one for each step that weighs anything.
    package var table: String {
        var lines: [String] = []
        for (number, name) in LabelFeature.names.enumerated() {
            let weights = (0..<32).map { self[number, $0] }
            guard weights.contains(where: { abs($0) > 4 }) else { continue }
            lines.append(name + " " + weights.map(String.init).joined(separator: " "))
        }
        for to in PageState.all.indices {
            let name = PageState.all[to].name
            if starts[to] != 0 { lines.append("> start \(name) \(starts[to])") }
            for from in PageState.all.indices where transitions[to * PageState.count + from] != 0 {
                lines.append("> \(PageState.all[from].name) \(name) \(transitions[to * PageState.count + from])")
            }
        }
        for (name, weight) in zip(PageKind.names, kind) { lines.append("kind \(name) \(weight)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The logarithm of the odds that a page is a list, in hundredths.
    package func listOdds(_ page: PageKind) -> Int {
        Int(zip(page.values, kind).reduce(0.0) { $0 + $1.0 * Double($1.1) })
    }

    /// The scores of a block's labels, by row.
    func scores(of features: [Int]) -> SIMD32<Int16> {
        features.reduce(into: .zero) { $0 &+= rows[$1] }
    }
}
