extension Byline {
    /// What a layout's line read in a byline.
    init(_ match: LayoutReading.Match) {
        self.init(rule: match.rule)
        for capture in match.captures {
            let text = Array(match.text[capture.range])
            let string = String(decoding: text, as: UTF8.self)
            switch capture.field {
            case .authors: authors = Part(value: BylineNames.names(in: text), range: capture.range)
            case .outlet: outlet = Part(value: string, range: capture.range)
            case .publishedOn: date = capture.date
            case .categories: categories = Part(value: Footer.list(text), range: capture.range)
            case .commentCount:
                guard let count = FooterCount.comments(string.lowercased()) else { continue }
                comments = Part(value: count, range: capture.range)
            case .postedOn, .tagCount, .site, .tagline: continue
            }
        }
    }
}
