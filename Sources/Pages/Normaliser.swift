/// Reads house text into a page: blocks, page parts, items with fields and evidence.
///
/// Pure: no clock, no input, no output.
package struct Normaliser: Sendable {
    /// Names the rules that read a page; a change in what any page comes out as changes it.
    package static let version = "copydesk/1"

    let layouts: [Layout]

    package init(layouts: [Layout]) {
        self.layouts = layouts
    }

    /// Reads one page.
    ///
    /// - Throws: `Refusal` with `.noItem` where no article and no teaser was found.
    package func read(_ text: SourceText) throws(Refusal) -> Page {
        throw Refusal(.noItem, "filled by the normaliser's rooms")
    }
}
