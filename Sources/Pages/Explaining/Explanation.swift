/// Why a page was read as it was.
///
/// It gives each block's label and how sure that is, and the bytes that each field was read from. Each block is explained
/// only when it is asked for.
package struct Explanation {
    /// The page as read.
    package let page: Page
    /// Why the page would not be filed; nil where it would be.
    package let refusal: Refusal?
    /// The fields and where each was read, in the order of the blocks that hold the bytes.
    package let marks: [Mark]

    let reading: Segmenter
    let network: LabelNetwork
    /// The labels' probabilities; nil where a layout read the page by its footers.
    let marginals: Marginals?
    /// What was observed of the blocks; empty where a layout read the page.
    let observed: ObservedBlocks
    /// What each block was used for; blocks without a use are missing.
    let uses: [Int: Use]

    /// How many blocks the page has.
    package var count: Int { reading.list.count }

    /// How the page was read: as one story, as a list, or by a layout.
    package var readAs: String {
        if let form = reading.labelled?.form { return "one story, by its form \(form.rawValue)" }
        if reading.labelled == nil { return "posts that the layout \(reading.layout?.layout.name ?? "") closes" }
        switch page.items.count {
        case 0: return "a page without an item"
        case 1: return page.items[0].kind == .article ? "one story" : "one teaser"
        case let count: return "a list of \(count) items"
        }
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
        let outline = reading.outlined(network)
        let page = page(reading, visitedOn: visitedOn)
        return Explanation(
            page: page,
            refusal: outline.sections.isEmpty ? Normaliser.noItem(in: reading.list) : nil,
            marks: Explanation.marks(of: page, reading.list),
            reading: reading,
            network: network,
            marginals: reading.labelled.map { Marginals($0.scores, network, of: $0.labels) },
            observed: ObservedBlocks(reading.labelled == nil ? nil : reading.observations),
            uses: Explanation.uses(outline)
        )
    }
}
