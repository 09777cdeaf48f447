/// A declarative description of one family of pages.
///
/// A layout names no site. It describes the lines that such pages print around their items, and says how many of them a
/// page must have for the layout to be used.
package struct Layout: Hashable, Sendable {
    /// The sections of a layout file that hold patterns.
    enum Section: String, CaseIterable, Sendable {
        /// The lines before the first item, in order: the site's name, its tagline.
        case head
        /// The line under a headline.
        case byline
        /// The line that closes an item.
        case footer
        /// Lines that belong to no item and to no field of the page.
        case boilerplate
    }

    /// A pattern and the number of its line in the layout file.
    struct Line: Hashable, Sendable {
        let pattern: LayoutPattern
        let number: Int
    }

    /// How many lines of a section a page must have for the layout to be used.
    struct Need: Hashable, Sendable {
        let section: Section
        let count: Int
    }

    package let name: String
    let needs: [Need]
    let lines: [Section: [Line]]

    /// The name that evidence gives to a line of the layout: `LAYOUT:LINE`.
    func rule(_ line: Line) -> String {
        "\(name):\(line.number)"
    }
}
