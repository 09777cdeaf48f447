/// Reads byline lines of any page: `By A | OUTLET | DATE`, `OUTLET – DATE`, `DATE By A`, `By A and B`, a date alone.
///
/// A line is a byline only where all of it is accounted for: a headline that ends in "– Axios" has a dash and a name
/// but no date, and one that begins with "By" goes on in lower case.
enum BylineReader {
    /// Lines longer than this, in bytes, are no bylines.
    static let longestLine = 300

    /// Reads a line's text (white space folded); nil where it is no byline.
    static func read(_ text: [UInt8]) -> Byline? {
        guard text.count >= 2, text.count <= longestLine else { return nil }
        let dates = DateReader.dates(in: text)
        guard let pieces = BylinePieces(text, dates: dates) else { return nil }
        return read(pieces, text, dates)
    }

    /// Whether a line's first word is one that opens a byline.
    static func begins(_ text: [UInt8]) -> Bool {
        text.count <= longestLine && BylinePieces.openings.begin(BlockText.lowercased(BlockText.cut(text, to: 24)))
    }

    private static func read(_ pieces: BylinePieces, _ text: [UInt8], _ dates: [DateReader.Found]) -> Byline? {
        var byline = Byline(rule: "byline")
        byline.date = dates.first
        byline.isUpdate = pieces.isUpdate
        byline.comments = pieces.comments
        var rest = pieces.rest
        if let index = rest.firstIndex(where: { pieces.nameStart(of: $0, in: text) != nil }),
            let start = pieces.nameStart(of: rest[index], in: text)
        {
            let range = BlockText.trimmed(text, start..<rest[index].upperBound)
            let names = BylineNames.names(in: Array(text[range]))
            guard !names.isEmpty else { return nil }
            byline.authors = Byline.Part(value: names, range: range)
            byline.rule = "byline.by"
            rest.remove(at: index)
        }
        return fill(byline, rest, text, hasDate: !dates.isEmpty)
    }

    /// Gives the pieces that are left to the outlet, or to the author where two are left and none is known.
    private static func fill(_ byline: Byline, _ rest: [Range<Int>], _ text: [UInt8], hasDate: Bool) -> Byline? {
        var byline = byline
        var rest = rest
        if byline.authors == nil {
            guard hasDate else { return nil }
            if rest.count == 2, BylineNames.isName(Array(text[rest[0]])), BylineNames.isOutlet(Array(text[rest[1]])) {
                let names = BylineNames.names(in: Array(text[rest[0]]))
                byline.authors = Byline.Part(value: names, range: rest[0])
                rest.removeFirst()
            }
            guard rest.count <= 1 else { return nil }
            byline.rule = rest.isEmpty ? "byline.date" : "byline.outlet-date"
        }
        guard let first = rest.first else { return byline }
        let piece = Array(text[first])
        guard BylineNames.isOutlet(piece) else { return byline.authors == nil ? nil : byline }
        byline.outlet = Byline.Part(value: String(decoding: piece, as: UTF8.self), range: first)
        return byline
    }
}
