/// Why a page was read as it was.
///
/// It gives each block's label and how sure that is, the bytes that each field was read from, and what would have been
/// read had the page been taken for the other kind (one story, or a list). Each block is explained only when it is
/// asked for.
package struct Explanation {
    /// The page as read.
    package let page: Page
    /// Why the page would not be filed; nil where it would be.
    package let refusal: Refusal?
    /// What decided between one story and a list; nil where a layout read the page by its footers.
    package let kind: KindOfPage?
    /// The page read as the other kind; where a layout read it, the page as the general rules read it.
    package let runnerUp: Page
    /// The fields and where each was read, in the order of the blocks that hold the bytes.
    package let marks: [Mark]

    let reading: Segmenter
    let weights: LabelWeights
    let odds: LabelOdds?
    /// What each block was used for; blocks without a use are missing.
    let uses: [Int: Use]
    static let featureNames = LabelFeature.names

    /// The decision whether a page is a list of items or one story, with the terms that it was made from.
    package struct KindOfPage: Hashable, Sendable {
        package let isList: Bool
        /// The form that makes the page one story whatever its labels say, such as "an interview"; nil for none.
        package let form: String?
        /// The probability that the page is of this kind, by its labels.
        package let probability: Double
        /// The log odds that the page is a list.
        package let listOdds: Double
        /// The terms of the log odds, the strongest first; positive ones speak for a list.
        package let signs: [Sign]

        package struct Sign: Hashable, Sendable {
            package let name: String
            package let value: Double
            /// What the value added to the log odds.
            package let weight: Double
        }
    }

    /// How many blocks the page has.
    package var count: Int { reading.list.count }

    /// How the page was read: as one story, as a list, or by a layout.
    package var readAs: String { Explanation.name(kind?.isList, reading.layout) }

    /// How the runner-up was read.
    package var runnerUpReadAs: String {
        kind.map { Explanation.name(!$0.isList, nil) } ?? "the general rules read it"
    }

    private static func name(_ isList: Bool?, _ layout: LayoutMatches?) -> String {
        guard let isList else { return "posts that the layout \(layout?.layout.name ?? "") closes" }
        return isList ? "a list" : "one story"
    }
}

extension Normaliser {
    /// Reads one page as `read` does, and explains the result.
    ///
    /// - Parameters:
    ///   - text: the page's text.
    ///   - visitedOn: the day on which the page was visited, as given to `read`.
    /// - Returns: the page with its reasons, even where `read` would refuse it because it has no item.
    package func explain(_ text: SourceText, visitedOn: CalendarDate? = nil) -> Explanation {
        var reading = segmenter(text)
        let outline = reading.outlined(weights)
        let page = page(reading, visitedOn: visitedOn)
        let other = runnerUp(reading)
        // Where both readings use the same blocks, the lines left over are listed only once: a long page has thousands.
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
        form = decision.form?.kind.rawValue
        listOdds = LabelWeights.logarithm(decision.listOdds)
        probability = Exponential.probability(odds: decision.isList ? listOdds : -listOdds)
        let parts = zip(PageKind.names, zip(decision.kind.values, weights.kind))
        let signs = parts.map { name, part in
            Sign(name: name, value: part.0, weight: part.0 * LabelWeights.logarithm(Int(part.1)))
        }
        self.signs = signs.sorted { ($0.weight.magnitude, $1.name) > ($1.weight.magnitude, $0.name) }
    }
}
