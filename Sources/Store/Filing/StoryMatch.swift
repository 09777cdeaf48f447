import Pages

/// An article that an item turned out to be, or to be a copy of.
struct StoryMatch {
    let article: Store.HeldArticle
    let rule: StoryText.Rule
    /// The share of the shorter text that stands in the longer one, 0 to 1.
    let score: Double

    /// The score with two digits, as JSON writes a number.
    var scoreText: String {
        let hundredths = Int((min(max(score, 0), 1) * 100).rounded(.down))
        return hundredths >= 100 ? "1" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
    }
}

/// All articles that an item belongs together with.
struct StoryMatches {
    /// The very text, title, source and date are held: the article, the number of the revision, and whether it was filed
    /// with another article.
    var exact: (match: StoryMatch, revision: Int64, isMoved: Bool)?
    /// Articles that are the same story, the oldest first, each with the surest rule.
    var stories: [StoryMatch] = []
    /// Articles of other sources that tell the same text, by key, with the greatest score.
    var copies: [Int64: Double] = [:]
    /// Those of `stories`, by key, that hold a text like the item whose source is unknown.
    var throughUnknown: Set<Int64> = []

    mutating func add(_ article: Store.HeldArticle, _ kinship: StoryText.Kinship, of source: String?) {
        if case .story = kinship, source == nil { throughUnknown.insert(article.key) }
        switch kinship {
        case .copy(let score): copies[article.key] = max(copies[article.key] ?? 0, score)
        case .story(let rule, let score):
            let match = StoryMatch(article: article, rule: rule, score: score)
            guard let place = stories.firstIndex(where: { $0.article.key == article.key }) else {
                stories.append(match)
                stories.sort { $0.article.key < $1.article.key }
                return
            }
            let held = stories[place]
            if rule < held.rule || rule == held.rule && score > held.score { stories[place] = match }
        }
    }
}
