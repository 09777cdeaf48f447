/// What a block is on its page.
///
/// The raw value is the label's place among the 16 weights that a feature has for each kind of page.
package enum BlockLabel: UInt8, CaseIterable, Sendable {
    /// Menu words and lists of links, outside every item.
    case navigation
    /// Other text that belongs to no item: notices, related stories, readers' comments.
    case boilerplate
    /// A line above a headline that says something about its item: a date, a name, a section.
    case above
    case headline
    /// The headline again, or a part of it.
    case repeated
    case byline
    case caption
    /// A line within an item that is not its text: buttons, advertisements, links to other stories.
    case aside
    case paragraph
    case subheading
    case quote
    case list
    /// A note on the author at a story's end.
    case note
    /// A line that closes an item: tags, categories, counts.
    case footer
    /// The headline of a teaser beside a story.
    case teaser
    /// The text of a teaser beside a story.
    case summary

    /// Whether a block with this label is text of an item.
    package var isText: Bool {
        switch self {
        case .paragraph, .subheading, .quote, .list: true
        default: false
        }
    }

    /// Whether a block with this label belongs to no item.
    var isOutside: Bool { self == .navigation || self == .boilerplate }
}
