/// How much each feature speaks for each label, and how well labels follow one another.
///
/// In hundredths of a natural logarithm of odds: whole numbers, so that every machine reads a page alike.
package struct LabelWeights: Sendable {
    /// For each feature its weights for the labels of a story page, by the label's number.
    package var story: [SIMD16<Int32>]
    /// The same for the labels of a list.
    package var list: [SIMD16<Int32>]
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
        story = [SIMD16<Int32>](repeating: .zero, count: LabelFeature.count)
        list = story
        transitions = [Int32](repeating: 0, count: PageState.count * PageState.count)
        starts = [Int32](repeating: 0, count: PageState.count)
        kind = [Int32](repeating: 0, count: PageKind.names.count)
    }

    /// Reads a table as `table` writes it; a line whose feature is not known says nothing.
    package init(table: String) {
        self.init()
        var features: [Substring: Int] = [:]
        let names = LabelFeature.names
        for (number, name) in names.enumerated() { features[name[...]] = number }
        var states: [Substring: Int] = [:]
        let stateNames = PageState.all.map(\.name)
        for (number, name) in stateNames.enumerated() { states[name[...]] = number }
        for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
            let parts = Substring(line).split(separator: " ")
            guard let name = parts.first else { continue }
            if name == ">", parts.count == 4, let to = states[parts[2]], let weight = Int32(parts[3]) {
                if let from = states[parts[1]] {
                    transitions[to * PageState.count + from] = weight
                } else {
                    starts[to] = weight
                }
            } else if name == "kind", parts.count == 3, let place = PageKind.names.firstIndex(of: String(parts[1])) {
                kind[place] = Int32(parts[2]) ?? 0
            } else if let feature = features[name] {
                for (row, part) in parts.dropFirst().prefix(32).enumerated() {
                    let weight = Int32(part) ?? 0
                    if row < 16 { story[feature][row] = weight } else { list[feature][row - 16] = weight }
                }
            }
        }
    }

    /// The table's text: a line for each feature with its 32 weights, and one for each step that weighs anything.
    package var table: String {
        var lines: [String] = []
        for (number, name) in LabelFeature.names.enumerated() {
            let weights = (0..<16).map { story[number][$0] } + (0..<16).map { list[number][$0] }
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
    func scores(of features: [Int]) -> SIMD32<Int32> {
        var story = SIMD16<Int32>.zero
        var list = SIMD16<Int32>.zero
        for feature in features {
            story &+= self.story[feature]
            list &+= self.list[feature]
        }
        return SIMD32(lowHalf: story, highHalf: list)
    }
}
