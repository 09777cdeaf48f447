/// Where a page's own fields and its items stand, as indices of blocks.
struct SegmenterOutline: Sendable {
    /// One item: its headline, the lines that tell of it, and its text.
    struct Section: Sendable {
        var kind: Item.Kind
        var title: Int?
        /// The rest of a headline that is broken over several blocks.
        var titleRest: [Int] = []
        /// Lines that repeat the headline.
        var repeats: [Int] = []
        /// Bylines and dates.
        var bylines: [Int] = []
        /// Lines in the item's head that are a person's name and nothing else.
        var names: [Int] = []
        /// Captions and other lines that belong to the item and to none of its fields.
        var aside: [Int] = []
        /// The note on the author, below the text or at its end.
        var authorNote: Int?
        var body: [Int] = []
        var footer: Int?

        /// Adds a line that tells of the item.
        mutating func add(_ line: Int, _ byline: Byline?, _ shape: BlockShape) {
            if byline != nil {
                bylines.append(line)
            } else if shape == .name {
                names.append(line)
            } else {
                aside.append(line)
            }
        }

        /// Every block that belongs to the item.
        var blocks: [Int] {
            var blocks: [Int] = []
            blocks.reserveCapacity(2 + aside.count + body.count + bylines.count + names.count + repeats.count)
            if let title { blocks.append(title) }
            if let footer { blocks.append(footer) }
            for part in [titleRest, repeats, bylines, names, aside, body] { blocks += part }
            return blocks
        }
    }

    var site: Int?
    /// Where in its block's text the site's name stands; nil where it is the whole block.
    var siteRange: Range<Int>?
    var tagline: Int?
    var pageDate: Int?
    var sections: [Section] = []
}
