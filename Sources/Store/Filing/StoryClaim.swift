/// Which of the articles that an item matches it belongs to.
///
/// Articles of two known sources never become one. So where a text whose source is unknown is the same story as articles
/// of several sources, it goes with the source that comes first in the alphabet: that does not depend on which of them
/// came first. The others are copies.
struct StoryClaim {
    /// The articles that the item makes one, the oldest first.
    private(set) var articles: [Store.HeldArticle] = []
    /// How the item was known again, by the oldest of them; nil where it is a new story.
    let match: StoryMatch?
    /// Articles of later sources that hold texts whose source is unknown, and which belong to this story now.
    private(set) var givers: [Store.HeldArticle] = []
    /// Articles of other sources that tell the same text, by key, with their scores.
    private(set) var copies: [Int64: Double]

    init(_ found: StoryMatches, source: String?) {
        copies = found.copies
        let sources = found.stories.compactMap(\.article.source)
        let chosen = source ?? sources.min()
        var own: [StoryMatch] = []
        for story in found.stories {
            if story.article.source == nil || chosen == nil || story.article.source == chosen {
                own.append(story)
            } else {
                if let chosen, let theirs = story.article.source, chosen < theirs,
                    found.throughUnknown.contains(story.article.key)
                {
                    givers.append(story.article)
                }
                copies[story.article.key] = max(copies[story.article.key] ?? 0, story.score)
            }
        }
        articles = own.map(\.article)
        match = own.min { ($0.rule, $0.article.key) < ($1.rule, $1.article.key) }
    }
}
