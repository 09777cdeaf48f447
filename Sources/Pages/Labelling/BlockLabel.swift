/// What a block is on its page.
///
/// One set of labels serves all pages: a page with one story is a page with one long item. The raw value is the label's
/// place in the network's output.
package enum BlockLabel: UInt8, CaseIterable, Sendable {
    /// It belongs to no item: menus, notices, links to other stories, readers' comments.
    case outside
    /// A line above a headline that tells of the item below: its date, its author, its section.
    case above
    case headline
    /// The rest of a headline that is broken over several blocks.
    case continued
    /// A line below the headline, before or beside the text, that tells of the item: date, author, section, buttons.
    case facts
    /// Text of an article.
    case paragraph
    /// Text of a teaser.
    case summary
    /// A line between an item's paragraphs that is not its text: a caption, an advertisement, a link to another story.
    case aside
    /// A line after the text that belongs to the item: tags, a link to the whole story, a count of comments.
    case footer
    /// The first text of an item without a headline.
    case opening

    /// Whether a block with this label is text of an item.
    package var isText: Bool { self == .paragraph || self == .summary || self == .opening }

    /// Whether a page may begin with this label.
    var mayStart: Bool {
        switch self {
        case .outside, .above, .headline, .opening: true
        default: false
        }
    }

    /// Whether the block right after one with this label may have another.
    func mayPrecede(_ next: BlockLabel) -> Bool {
        switch (self, next) {
        case (.outside, _): next.mayStart
        case (.above, _): next.mayStart && next != .outside
        case (_, .continued): self == .headline || self == .continued
        case (.headline, .opening), (.continued, .opening): false
        case (.paragraph, .summary), (.summary, .paragraph): false
        default: true
        }
    }
}
