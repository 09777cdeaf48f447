/// The weights of the label model, a linear-chain CRF, and those that decide a page's kind.
///
/// The model is that of Lafferty, McCallum and Pereira ("Conditional random fields", 2001). Weights are in hundredths
/// of a natural logarithm, as whole numbers, so that every machine reads a page alike.
package struct LabelWeights: Sendable {
    /// Emission weights: for each feature 16 for the labels of a story page, then 16 for those of a list.
    ///
    /// Sixteen bits are enough: a block has some fifty features, and no sum of the weights that ship comes near the
    /// bounds.
    private(set) var rows: [SIMD32<Int16>]
    /// Transition scores, 34 × 34 at `to * PageState.count + from`.
    package var transitions: [Int32]
    /// The scores of starting in each of the 34 states.
    package var starts: [Int32]
    /// The weight of each value of `PageKind`, in the order of its names; positive for a list.
    package var kind: [Int32]

    package static let unit = 100.0

    /// The weights that ship; `Sources/fit` finds them.
    package static let shipped = LabelWeights(table: LabelTable.text)

    /// Makes weights that are all zero.
    package init() {
        rows = [SIMD32<Int16>](repeating: .zero, count: LabelFeature.count)
        transitions = [Int32](repeating: 0, count: PageState.count * PageState.count)
        starts = [Int32](repeating: 0, count: PageState.count)
        kind = [Int32](repeating: 0, count: PageKind.names.count)
    }

    /// A feature's weight for one of the 32 places, clamped to 16 bits when set.
    package subscript(feature: Int, row: Int) -> Int32 {
        get { Int32(rows[feature][row]) }
        set { rows[feature][row] = Int16(clamping: newValue) }
    }

    /// The table's text: a line for each feature, each transition and start that is not zero, and each value of
    /// `PageKind`.
    ///
    /// Features all of whose weights are within 4 hundredths of zero are left out.
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

    /// The log-odds that a page is a list, in hundredths.
    package func listOdds(_ page: PageKind) -> Int {
        Int(zip(page.values, kind).reduce(0.0) { $0 + $1.0 * Double($1.1) })
    }

    /// The emission scores of a set of features: the sums of their weights.
    func scores(of features: [Int]) -> SIMD32<Int16> {
        features.reduce(into: .zero) { $0 &+= rows[$1] }
    }
}
