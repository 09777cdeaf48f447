/// Why a page was read as it was: what each block was taken for and how surely, which bytes gave each field, and how
/// the page would have come out as the other kind of page.
///
/// Blocks are explained one at a time, as they are asked for.
package struct Explanation {
    /// The page as read.
    package let page: Page
    /// Why the page would not be filed; nil where it would be.
    package let refusal: Refusal?
    /// What decided between one story and a list; nil where a layout's footers read the page.
    package let kind: KindOfPage?
    /// The page as the other kind, or as the general rules read it where a layout did.
    package let runnerUp: Page
    /// Where each field was read, in the order of the blocks that hold the bytes.
    package let marks: [Mark]

    let reading: Segmenter
    let weights: LabelWeights
    let odds: LabelOdds?
    /// What became of each block.
    let uses: [Int: Use]
    static let featureNames = LabelFeature.names

    /// What speaks for a page as a list of items or as one story.
    package struct KindOfPage: Hashable, Sendable {
        package let isList: Bool
        /// How likely the kind is, given what the page shows.
        package let probability: Double
        /// The logarithm of the odds that it is a list.
        package let listOdds: Double
        /// What went into the odds, the weightiest first; positive for a list.
        package let signs: [Sign]

        package struct Sign: Hashable, Sendable {
            package let name: String
            package let value: Double
            /// What the value added to the logarithm of the odds.
            package let weight: Double
        }
    }

    /// How many blocks the page has.
    package var count: Int { reading.list.count }

    /// What read the page: one of its kinds, or a layout.
    package var readAs: String { Explanation.name(kind?.isList, reading.layout) }

    /// What the runner-up is.
    package var runnerUpReadAs: String {
        kind.map { Explanation.name(!$0.isList, nil) } ?? "the general rules read it"
    }

    private static func name(_ isList: Bool?, _ layout: LayoutMatches?) -> String {
        guard let isList else { return "posts that the layout \(layout?.layout.name ?? "") closes" }
        return isList ? "a list" : "one story"
    }
}

extension Normaliser {
    /// Reads one page as `read` does, and tells why it came out so.
    ///
    /// - Parameters:
    ///   - text: the page's text.
    ///   - visitedOn: the day on which it was read, as given to `read`.
    /// - Returns: the page with its reasons; a page without an item is explained all the same.
    package func explain(_ text: SourceText, visitedOn: CalendarDate? = nil) -> Explanation {
        var reading = segmenter(text)
        let outline = reading.outlined(weights)
        let page = page(reading, visitedOn: visitedOn)
        let other = runnerUp(reading)
        // A long page has its thousands of lines once.
        let boilerplate = other.taken == reading.taken ? page.boilerplate : nil
        return Explanation(
            page: page,
            refusal: outline.sections.isEmpty ? Normaliser.noItem(in: reading.list) : nil,
            kind: reading.decision.map { Explanation.KindOfPage($0, weights) },
            runnerUp: self.page(other, visitedOn: visitedOn, boilerplate: boilerplate),
            marks: Explanation.marks(of: page, reading.list),
            reading: reading,
            weights: weights,
            odds: reading.decision.map { LabelOdds(reading.observations, weights, $0.states, $0.habits) },
            uses: Explanation.uses(outline)
        )
    }

    /// The page read as the other kind; where a layout read it, as if there were no layouts.
    private func runnerUp(_ reading: Segmenter) -> Segmenter {
        guard let decision = reading.decision else {
            var general = Segmenter(Observations(reading.list, nil), nil)
            _ = general.outlined(weights)
            return general
        }
        var other = Segmenter(reading.observations, reading.layout)
        other.read(decision.otherStates(reading.observations, weights))
        return other
    }
}

extension Explanation.KindOfPage {
    init(_ decision: PageDecision, _ weights: LabelWeights) {
        isList = decision.isList
        listOdds = LabelWeights.logarithm(decision.listOdds)
        probability = Exponential.probability(odds: decision.isList ? listOdds : -listOdds)
        let parts = zip(PageKind.names, zip(decision.kind.values, weights.kind))
        let signs = parts.map { name, part in
            Sign(name: name, value: part.0, weight: part.0 * LabelWeights.logarithm(Int(part.1)))
        }
        self.signs = signs.sorted { ($0.weight.magnitude, $1.name) > ($1.weight.magnitude, $0.name) }
    }
}
