/// What was recognised in a block, by its words, its neighbours and its place on the page.
package struct BlockSigns: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let notice = BlockSigns(rawValue: 1 << 0)
    package static let caption = BlockSigns(rawValue: 1 << 1)
    /// A note about the author.
    package static let authorNote = BlockSigns(rawValue: 1 << 2)
    /// Opens what stands below a story: comments, other stories.
    package static let closing = BlockSigns(rawValue: 1 << 3)
    /// An invitation to read the rest elsewhere.
    package static let continuation = BlockSigns(rawValue: 1 << 4)
    package static let bylineOpening = BlockSigns(rawValue: 1 << 5)
    /// Repeats the block before it, perhaps with a section's name before it or with more words after it.
    package static let repeatsPrevious = BlockSigns(rawValue: 1 << 6)
    package static let repeatedByNext = BlockSigns(rawValue: 1 << 7)
    /// Is the beginning of one of the page's first lines: those hold the page's title, followed by the site's name.
    package static let beginsTitleLine = BlockSigns(rawValue: 1 << 8)
    /// Its first words stand at the beginning of other blocks too.
    package static let commonBeginning = BlockSigns(rawValue: 1 << 9)
    package static let capitals = BlockSigns(rawValue: 1 << 10)
    package static let address = BlockSigns(rawValue: 1 << 11)
    package static let manySeparators = BlockSigns(rawValue: 1 << 12)
    package static let separator = BlockSigns(rawValue: 1 << 13)
    package static let date = BlockSigns(rawValue: 1 << 14)
    package static let authors = BlockSigns(rawValue: 1 << 15)
    package static let outlet = BlockSigns(rawValue: 1 << 16)
    package static let update = BlockSigns(rawValue: 1 << 17)
    package static let count = BlockSigns(rawValue: 1 << 18)
    package static let quoted = BlockSigns(rawValue: 1 << 19)
    package static let numbered = BlockSigns(rawValue: 1 << 20)
    package static let unspaced = BlockSigns(rawValue: 1 << 21)
    package static let copyright = BlockSigns(rawValue: 1 << 22)
    package static let startsLower = BlockSigns(rawValue: 1 << 23)
    /// Says what a post is filed under.
    package static let tags = BlockSigns(rawValue: 1 << 24)
    /// Short pieces with commas between them.
    package static let pieces = BlockSigns(rawValue: 1 << 25)
    /// Opens readers' comments, or stands anywhere below the line that does.
    package static let belowComments = BlockSigns(rawValue: 1 << 26)

    package static let names = [
        "notice", "caption", "author-note", "closing", "continuation", "byline-opening", "repeats-previous",
        "repeated-by-next", "begins-title-line", "common-beginning", "capitals", "address", "many-separators",
        "separator", "date", "authors", "outlet", "update", "count", "quoted", "numbered", "unspaced", "copyright",
        "starts-lower", "tags", "pieces", "below-comments",
    ]
}
