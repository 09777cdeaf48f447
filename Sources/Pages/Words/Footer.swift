/// The fields that a layout's footer line gives of the post that it closes.
struct Footer: Hashable, Sendable {
    var authors: Byline.Part<[String]>?
    var publishedOn: DateReader.Found?
    var postedOn: DateReader.Found?
    var categories: Byline.Part<[String]>?
    var tagCount: Byline.Part<Int>?
    var commentCount: Byline.Part<Int>?

    init(_ match: LayoutMatches.Match) {
        for capture in match.captures {
            let text = Array(match.text[capture.range])
            switch capture.field {
            case .authors: authors = Byline.Part(value: BylineNames.names(in: text), range: capture.range)
            case .publishedOn: publishedOn = capture.date
            case .postedOn: postedOn = capture.date
            case .categories: categories = Byline.Part(value: Footer.list(text), range: capture.range)
            case .tagCount: tagCount = FooterCount.tags(text).map { Byline.Part(value: $0, range: capture.range) }
            case .commentCount:
                commentCount = FooterCount.comments(text.span).map { Byline.Part(value: $0, range: capture.range) }
            case .outlet, .site, .tagline: continue
            }
        }
    }

    /// The entries of a list with commas between them, without empty, overlong and repeated ones.
    static func list(_ text: [UInt8]) -> [String] {
        var entries: [String] = []
        for part in text.split(separator: UInt8(ascii: ",")) {
            let entry = Array(part)
            let range = BlockText.trimmed(entry, 0..<entry.count)
            guard !range.isEmpty, range.count <= BylineNames.longestName else { continue }
            let string = String(decoding: entry[range], as: UTF8.self)
            if !entries.contains(string) { entries.append(string) }
            if entries.count == BylineNames.mostNames { break }
        }
        return entries
    }
}
