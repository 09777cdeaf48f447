extension Explanation {
    /// One block of the page, with its label and the reasons for it.
    package struct Block {
        /// Its byte range in the dump as delivered.
        package let bytes: Range<Int>
        /// Its text with white space folded and the marks of Markdown and lists left out.
        package let text: String
        package let label: BlockLabel
        /// How sure the label is; nil where a layout gave it.
        package let odds: Marginals.Odds?
        /// The line of a layout that matched the block; nil where none did.
        package let rule: String?
        /// What the block was used for; nil where it was used for nothing.
        package let use: Use?
        /// The strongest reasons for the label and against the runner-up, the strongest first.
        package let reasons: [Reason]
        /// The fields that were read from it; a field that was read from several blocks is listed at the first of them.
        package let marks: [Mark]
        /// For each mark its range in the UTF-8 of `text`; nil where it cannot be found there.
        package let places: [Range<Int>?]
    }

    /// What a block is used for in an item, or in the page's own fields.
    package struct Use: Hashable, Sendable {
        package enum Role: String, Sendable {
            case title, repeated, byline, name, aside, body, footer, site, tagline
            case pageOn = "page_on"
        }

        /// The item's number, from 1; nil for a field of the page.
        package let item: Int?
        package let role: Role
    }

    /// Something that spoke for a block's label or against it.
    package struct Reason: Hashable, Sendable {
        /// An observation (`shape=headline`), or a transition from or to a neighbour's label.
        package let name: String
        /// How much more it speaks for the label than for the runner-up, in log odds; nil where it makes the runner-up
        /// impossible.
        package let weight: Double?
    }

    private static let mostReasons = 5

    /// Explains one block.
    ///
    /// - Parameter index: the block's number in the page, from 0.
    /// - Returns: nil where there is no such block.
    package func block(_ index: Int) -> Block? {
        let list = reading.list
        guard list.indices.contains(index) else { return nil }
        let bytes = list.source.bytes(of: list.blocks[index].range)
        let text = list.text(index)
        let own = marks(at: index)
        let label = labels.indices.contains(index) ? labels[index] : nil
        let odds = label == nil ? nil : marginals?.odds(index)
        return Block(
            bytes: bytes,
            text: String(decoding: text, as: UTF8.self),
            label: label ?? self.label(ofUse: index),
            odds: odds,
            rule: rule(index),
            use: uses[index],
            reasons: reasons(index, odds?.runnerUp),
            marks: own,
            places: own.map { place(of: $0, in: text, at: index) }
        )
    }

    /// How likely the label of a block is, from 0 to 1; nil where a layout read the page, or there is no such block.
    package func probability(ofLabelAt index: Int) -> Double? {
        labels.indices.contains(index) ? marginals?.odds(index).probability : nil
    }

    private var labels: [BlockLabel] { reading.labelled?.labels ?? [] }

    /// The line of the layout that matched a block; on a page that only a layout read, the layout where no line did.
    private func rule(_ index: Int) -> String? {
        guard let layout = reading.layout else { return nil }
        if let match = layout.footers[index] ?? layout.bylines[index] { return match.rule }
        if layout.boilerplate.contains(index) { return "\(layout.layout.name):boilerplate" }
        return reading.labelled == nil ? layout.layout.name : nil
    }

    /// The label of a block on a page that only a layout read, by what the block was used for.
    private func label(ofUse index: Int) -> BlockLabel {
        switch uses[index]?.role {
        case .title: .headline
        case .repeated, .byline, .name: .facts
        case .aside: .aside
        case .body: .paragraph
        case .footer: .footer
        case .site, .tagline, .pageOn, nil: .outside
        }
    }

    /// The observations and transitions that weigh most for or against the block's label beside another.
    private func reasons(_ index: Int, _ other: BlockLabel?) -> [Reason] {
        guard let other, labels.indices.contains(index) else { return [] }
        let chosen = labels[index]
        var reasons = observed.weights(of: index, network, for: chosen, against: other)
        if index > 0 {
            let previous = labels[index - 1]
            reasons.append(step("after \(previous)", (previous, chosen), insteadOf: (previous, other)))
        }
        if index + 1 < labels.count {
            let next = labels[index + 1]
            reasons.append(step("before \(next)", (chosen, next), insteadOf: (other, next)))
        }
        let strongest = reasons.filter { $0.weight != 0 }.sorted {
            ($0.weight?.magnitude ?? .infinity, $1.name) > ($1.weight?.magnitude ?? .infinity, $0.name)
        }
        return Array(strongest.prefix(Explanation.mostReasons))
    }

    private func step(
        _ name: String,
        _ chosen: (BlockLabel, BlockLabel),
        insteadOf other: (BlockLabel, BlockLabel)
    ) -> Reason {
        guard other.0.mayPrecede(other.1) else { return Reason(name: name, weight: nil) }
        func weight(_ step: (BlockLabel, BlockLabel)) -> Int {
            Int(network.transitions[Int(step.0.rawValue) * BlockLabel.allCases.count + Int(step.1.rawValue)])
        }
        return Reason(name: name, weight: Double(weight(chosen) - weight(other)) / 100)
    }

    static func uses(_ outline: SegmenterOutline) -> [Int: Use] {
        var uses: [Int: Use] = [:]
        for (place, section) in outline.sections.enumerated() {
            func note(_ blocks: [Int], _ role: Use.Role) {
                for block in blocks { uses[block] = Use(item: place + 1, role: role) }
            }
            note(section.body, .body)
            note(section.aside, .aside)
            note(section.titleRest, .title)
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
