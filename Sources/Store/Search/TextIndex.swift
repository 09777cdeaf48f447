/// A full-text index of the database.
enum TextIndex: String, CaseIterable {
    /// Articles' newest texts as they stand.
    case articles = "articles_fts"
    /// The articles that hold scripts without spaces, split into words of two characters.
    case bigrams = "articles_bigrams"
    /// Teasers, split likewise where they need it.
    case teasers = "teasers_fts"

    /// The name in `meta` of what is 1 while the index holds all it should.
    var mark: String {
        switch self {
        case .articles: "search_indexed"
        case .bigrams: "bigrams_indexed"
        case .teasers: "teasers_indexed"
        }
    }

    private var column: String { self == .teasers ? "summary" : "body" }

    /// SQL that adds a text; its parameters are the key, the title and the text.
    var insertion: String {
        "INSERT INTO \(rawValue) (rowid, title, \(column)) VALUES (?1, ?2, ?3)"
    }

    /// SQL that takes a text out; its parameters are the key, and title and text as they were added.
    var deletion: String {
        "INSERT INTO \(rawValue) (\(rawValue), rowid, title, \(column)) VALUES ('delete', ?1, ?2, ?3)"
    }

    /// SQL that gives the index one of FTS5's commands (sqlite.org/fts5.html, "Special INSERT Commands").
    func order(_ command: String) -> String {
        "INSERT INTO \(rawValue) (\(rawValue)) VALUES ('\(command)')"
    }
}
