extension Explanation {
    /// One block of the page, and what it was taken for.
    package struct Block {
        /// Its place in the dump as delivered.
        package let bytes: Range<Int>
        /// White space folded, marks left out.
        package let text: String
        package let label: BlockLabel
        /// How sure the label is; nil where a layout's rule gave it.
        package let odds: LabelOdds.Odds?
        /// The layout's rule that knew the block.
        package let rule: String?
        /// What became of it; nil where it went into nothing.
        package let use: Use?
        /// The strongest reasons for the label against the runner-up, the weightiest first.
        package let reasons: [Reason]
        /// The fields that were read from it; a mark that goes on over more blocks stands at its first.
        package let marks: [Mark]
        /// For each mark its place in the UTF-8 of `text`, where it can be told.
        package let places: [Range<Int>?]
    }

    /// What an item or the page made of a block.
    package struct Use: Hashable, Sendable {
        package enum Role: String, Sendable {
            case title, repeated, byline, name, aside, body, footer, site, tagline
            case pageOn = "page_on"
        }

        /// The item's number, from 1; nil for a field of the page.
        package let item: Int?
        package let role: Role
    }

    /// Something that spoke for a label, or against it.
    package struct Reason: Hashable, Sendable {
        /// A feature (`shape=headline`), or the step from or to a neighbour's label.
        package let name: String
        /// How much more it speaks for the label than for the runner-up, in logarithms of odds; nil where it rules that
        /// out.
        package let weight: Double?
    }

    private static let mostReasons = 5

    /// Explains one block.
    ///
    /// - Parameter index: its place among the page's blocks.
    /// - Returns: nil where there is no such block.
    package func block(_ index: Int) -> Block? {
        let list = reading.list
        guard list.indices.contains(index) else { return nil }
        let bytes = list.source.bytes(of: list.blocks[index].range)
        let text = list.text(index)
        let own = marks(at: index)
        let state = states.indices.contains(index) ? states[index] : nil
        let odds = odds?.odds(index)
        return Block(
            bytes: bytes,
            text: String(decoding: text, as: UTF8.self),
            label: state?.label ?? label(ofUse: index),
            odds: odds,
            rule: rule(index),
            use: uses[index],
            reasons: reasons(index, odds?.runnerUp),
            marks: own,
            places: own.map { place(of: $0, in: text, at: index) }
        )
    }

    private var states: [PageState] { reading.decision?.states ?? [] }

    /// The layout's line that knew a block; on pages that a layout read alone, at least the layout.
    private func rule(_ index: Int) -> String? {
        guard let layout = reading.layout else { return nil }
        if let match = layout.footers[index] ?? layout.bylines[index] { return match.rule }
        if layout.boilerplate.contains(index) { return "\(layout.layout.name):boilerplate" }
        return reading.decision == nil ? layout.layout.name : nil
    }

    /// What a layout's reading took a block for.
    private func label(ofUse index: Int) -> BlockLabel {
        switch uses[index]?.role {
        case .title: .headline
        case .repeated: .repeated
        case .byline, .name: .byline
        case .aside: .aside
        case .body: .paragraph
        case .footer: .footer
        case .site, .tagline, .pageOn, nil: .boilerplate
        }
    }

    /// BlockStatistics and steps, by how much more they speak for the label than for another.
    private func reasons(_ index: Int, _ other: PageState?) -> [Reason] {
        guard let other, states.indices.contains(index) else { return [] }
        let chosen = states[index]
        var features: [Int] = []
        reading.observations.features(of: index, into: &features)
        var reasons = features.map { feature in
            let weight = Int(weights[feature, chosen.row]) - Int(weights[feature, other.row])
            return Reason(name: Explanation.featureNames[feature], weight: LabelWeights.logarithm(weight))
        }
        if let habits = reading.decision?.habits {
            let leaning = habits.leaning(index)
            let weight = Int(leaning[Int(chosen.label.rawValue)]) - Int(leaning[Int(other.label.rawValue)])
            reasons.append(Reason(name: "as elsewhere on the page", weight: LabelWeights.logarithm(weight)))
        }
        // The runner-up may stand elsewhere in the page's plan; steps compare only what follows the same neighbour.
        if index > 0 {
            let previous = states[index - 1]
            reasons.append(step("after \(previous.label)", (previous, chosen), (previous, other)))
        }
        if index + 1 < states.count {
            let next = states[index + 1]
            reasons.append(step("before \(next.label)", (chosen, next), (other, next)))
        }
        let strongest = reasons.filter { $0.weight != 0 }.sorted {
            ($0.weight?.magnitude ?? .infinity, $1.name) > ($1.weight?.magnitude ?? .infinity, $0.name)
        }
        return Array(strongest.prefix(Explanation.mostReasons))
    }

    private func step(
        _ name: String,
        _ chosen: (PageState, PageState),
        _ other: (PageState, PageState)
    ) -> Reason {
        guard other.0.mayPrecede(other.1) else { return Reason(name: name, weight: nil) }
        func weight(_ step: (PageState, PageState)) -> Int {
            guard let from = PageState.all.firstIndex(of: step.0), let to = PageState.all.firstIndex(of: step.1) else {
                return 0
            }
            return Int(weights.transitions[to * PageState.count + from])
        }
        return Reason(name: name, weight: LabelWeights.logarithm(weight(chosen) - weight(other)))
    }

    static func uses(_ outline: SegmenterOutline) -> [Int: Use] {
        var uses: [Int: Use] = [:]
        for (place, section) in outline.sections.enumerated() {
            func note(_ blocks: [Int], _ role: Use.Role) {
                for block in blocks { uses[block] = Use(item: place + 1, role: role) }
            }
            note(section.body, .body)
            note(section.aside, .aside)
            note(section.repeats, .repeated)
            note(section.names, .name)
            note(section.bylines, .byline)
            note([section.footer].compactMap(\.self), .footer)
            note([section.title].compactMap(\.self), .title)
        }
        if let site = outline.site { uses[site] = Use(item: nil, role: .site) }
        if let tagline = outline.tagline { uses[tagline] = Use(item: nil, role: .tagline) }
        if let date = outline.pageDate { uses[date] = Use(item: nil, role: .pageOn) }
        return uses
    }
}
