extension Segmenter {
    /// The fewest items of one block of text that show what a page does with such items.
    private static let fewest = 3

    /// Makes all items of one short block of text what most of them are labelled as: a page cuts its texts, or does not.
    ///
    /// The only item of a page is its story, however short: teasers stand in lists.
    mutating func agreeOnKinds() {
        if outline.sections.count == 1, !outline.sections[0].body.isEmpty { outline.sections[0].kind = .article }
        let places = outline.sections.indices.filter { outline.sections[$0].body.count == 1 }
        guard places.count >= Segmenter.fewest else { return }
        let teasers = places.count { outline.sections[$0].kind == .teaser }
        let kind: Item.Kind = teasers * 2 >= places.count ? .teaser : .article
        for place in places { outline.sections[place].kind = kind }
    }
}
