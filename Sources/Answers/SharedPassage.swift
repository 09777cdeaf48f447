import Pages

/// A paragraph that several articles of a group have in the same words.
package struct SharedPassage: Sendable {
    /// So many passages are told, of so many articles; a shorter paragraph says little.
    private static let most = 20
    private static let mostArticles = 100
    private static let fewestWords = 8

    /// As the first of the articles has it.
    package let text: String
    /// The ids of the articles that have it.
    package let articles: [String]

    /// - Parameter articles: Ids and texts.
    /// - Returns: Passages of two articles or more, the longest first.
    static func find(_ articles: [(id: String, body: String)]) -> [SharedPassage] {
        var found: [String: (text: String, articles: [String])] = [:]
        for article in articles.prefix(mostArticles) {
            for line in article.body.split(separator: "\n") {
                let folded = Identity.folded(String(line))
                let words = folded.utf8.count { $0 == UInt8(ascii: " ") } + 1
                // Scripts without spaces have no words to count; a paragraph there is as long in bytes.
                guard words >= fewestWords || folded.utf8.count >= fewestWords * 8 else { continue }
                if found[folded] == nil { found[folded] = (String(line), []) }
                if found[folded]?.articles.last != article.id { found[folded]?.articles.append(article.id) }
            }
        }
        return found.values.filter { $0.articles.count > 1 }
            .sorted { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
            .prefix(most).map { SharedPassage(text: $0.text, articles: $0.articles) }
    }
}
