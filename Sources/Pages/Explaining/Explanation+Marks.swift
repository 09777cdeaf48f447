extension Explanation {
    /// A field of an item or the page, with its evidence and the block that it was read from.
    package struct Mark: Hashable, Sendable {
        /// The item's number, from 1; nil for a field of the page.
        package let item: Int?
        /// The field's value; for a body or a summary its number of words.
        package let value: String
        package let evidence: Evidence
        /// The block that holds the first byte of the evidence; nil where none does.
        package let block: Int?
    }

    static func marks(of page: Page, _ list: BlockList) -> [Mark] {
        var marks: [Mark] = []
        marks.reserveCapacity(page.items.reduce(page.evidence.count) { $0 + $1.evidence.count })
        for evidence in page.evidence {
            let block = block(at: evidence.bytes, list)
            marks.append(
                Mark(item: nil, value: page.value(of: evidence.field), evidence: evidence, block: block)
            )
        }
        for (place, item) in page.items.enumerated() {
            for evidence in item.evidence {
                let block = block(at: evidence.bytes, list)
                marks.append(
                    Mark(item: place + 1, value: item.value(of: evidence.field), evidence: evidence, block: block)
                )
            }
        }
        // Marks of one block keep the order in which they were read. Indices are sorted, because marks are large.
        let blocks = marks.map { $0.block ?? .max }
        let order = marks.indices.sorted { (blocks[$0], $0) < (blocks[$1], $1) }
        return order.map { marks[$0] }
    }

    /// The block that holds the first byte of a range of the dump.
    private static func block(at bytes: Range<Int>, _ list: BlockList) -> Int? {
        var low = 0
        var high = list.count
        while low < high {
            let middle = low + (high - low) / 2
            if list.source.bytes(of: list.blocks[middle].range).upperBound > bytes.lowerBound {
                high = middle
            } else {
                low = middle + 1
            }
        }
        guard low < list.count, list.source.bytes(of: list.blocks[low].range).contains(bytes.lowerBound) else {
            return nil
        }
        return low
    }

    /// The marks of one block.
    func marks(at index: Int) -> [Mark] {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = low + (high - low) / 2
            if (marks[middle].block ?? .max) >= index { high = middle } else { low = middle + 1 }
        }
        return Array(marks[low...].prefix { $0.block == index })
    }

    /// The range of a mark in its block's text with white space folded; nil where it cannot be found.
    ///
    /// The raw text of the evidence is searched for. Where it occurs more than once, the occurrence at the bytes of the
    /// evidence is taken, or else the first.
    func place(of mark: Mark, in text: [UInt8], at index: Int) -> Range<Int>? {
        let block = reading.list.blocks[index]
        let bytes = reading.list.source.bytes(of: block.range)
        if mark.evidence.bytes.lowerBound <= bytes.lowerBound, mark.evidence.bytes.upperBound >= bytes.upperBound {
            return 0..<text.count
        }
        var raw: [UInt8] = []
        let house = reading.list.source.meant(Array(mark.evidence.raw.utf8))
        BlockList.append(0..<house.count, of: house, isMarkdown: false, to: &raw)
        guard let first = raw.first, raw.count <= text.count else { return nil }
        var found: Range<Int>?
        for start in 0...(text.count - raw.count)
        where text[start] == first && text[start..<start + raw.count].elementsEqual(raw) {
            let range = start..<start + raw.count
            guard block.isPlain else { return range }
            let lower = block.range.lowerBound + start
            if reading.list.source.bytes(of: lower..<lower + raw.count) == mark.evidence.bytes { return range }
            if found == nil { found = range }
        }
        return found
    }
}

extension Page {
    /// A field of the page by its column's name, for a person to read.
    fileprivate func value(of field: String) -> String {
        switch field {
        case "site": site ?? ""
        case "tagline": tagline ?? ""
        case "page_on": pageOn ?? ""
        default: ""
        }
    }
}

extension Item {
    /// The fields that may be unknown, in the order of the view's columns.
    package static let fields = [
        "title", "byline", "authors", "outlet", "published_on", "published_at", "posted_on", "categories", "tag_count",
        "comment_count",
    ]

    /// A field by its column's name, for a person to read; empty where it is unknown.
    package func value(of field: String) -> String {
        switch field {
        case "title": title ?? ""
        case "byline": byline ?? ""
        case "authors": authors.joined(separator: "; ")
        case "outlet": outlet ?? ""
        case "published_on": publishedOn ?? ""
        case "published_at": publishedAt ?? ""
        case "posted_on": postedOn ?? ""
        case "categories": categories.joined(separator: "; ")
        case "tag_count": tagCount.map(String.init) ?? ""
        case "comment_count": commentCount.map(String.init) ?? ""
        case "body", "summary": "\(wordCount) words"
        default: ""
        }
    }
}
