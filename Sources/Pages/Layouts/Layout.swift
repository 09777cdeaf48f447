/// A declarative description of one family of pages.
///
/// A layout names no site. It says what the lines look like that such pages print around their items, and how many of
/// them a page must have for the layout to be used.
package struct Layout: Hashable, Sendable {
    /// The sections of a layout file that hold patterns.
    enum Section: String, CaseIterable, Sendable {
        /// The lines before the first item, in order: the site's name, its tagline.
        case head
        /// The line under a headline.
        case byline
        /// The line that closes an item.
        case footer
        /// Lines that belong to nothing.
        case boilerplate
    }

    /// A pattern and the line of the file it stands on.
    struct Line: Hashable, Sendable {
        let pattern: LayoutPattern
        let number: Int
    }

    /// So many lines of a section must be found on a page.
    struct Need: Hashable, Sendable {
        let section: Section
        let count: Int
    }

    package let name: String
    let needs: [Need]
    let lines: [Section: [Line]]

    /// What evidence calls the line that a field was read by.
    func rule(_ line: Line) -> String {
        "\(name):\(line.number)"
    }
}
