/// Tells which records carry a text that a query finds.
///
/// It is the record's own text that counts, and not the newest one of its article, which the database's indexes have. So
/// each text goes into an index of its own in memory, by the same rules, and out of it again.
package final class TextMatch {
    /// The records that tell of a text of an article.
    package static let types: Set = ["article.created", "article.revised", "article.reread"]

    private let connection: Connection
    private let isFound: SearchSQL
    /// The parts so far of a text that is too long for one record; they go ahead of the record they belong to.
    private var parts: (sha256: String, texts: [String]) = ("", [])

    /// - Throws: `StoreError`.
    package init(_ query: SearchQuery) throws(StoreError) {
        connection = try Connection(path: ":memory:", access: .write)
        try connection.script(
            """
            CREATE TABLE record (key INTEGER PRIMARY KEY, site TEXT, outlet TEXT, authors_json TEXT, language TEXT,
                published_on TEXT, first_seen_at TEXT);
            CREATE VIRTUAL TABLE text USING fts5 (
                title, body, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
            );
            """,
            doing: "make an index in memory"
        )
        let articles = SearchSource.articles(bigrams: true)
        let source = SearchSource(view: "record", plain: nil, split: "text", day: articles.day, hasByline: true)
        isFound = SearchSQL("SELECT 1 FROM record v WHERE ") + source.condition(query.root)
    }

    /// Whether a record's text is found; every record has to be shown, in order, since some carry parts of a later one.
    package func matches(_ record: Store.Record) throws(StoreError) -> Bool {
        let line = String(decoding: record.line, as: UTF8.self)
        if record.type == "content.part" {
            try keepPart(line)
            return false
        }
        guard TextMatch.types.contains(record.type), let text = try text(line)?.split else { return false }
        let doing = "index a text"
        try connection.run(
            "INSERT INTO text (rowid, title, body) VALUES (1, ?1, ?2)",
            [.optional(text.title), .optional(text.text)],
            doing: doing
        )
        try connection.run(
            """
            INSERT OR REPLACE INTO record SELECT 1, r ->> 'site', r ->> 'outlet', r -> 'authors_json', r ->> 'language',
                r ->> 'published_on', r ->> 'first_seen_at' FROM (SELECT ?1 -> '$.after' AS r)
            """,
            [.text(line)],
            doing: doing
        )
        let isFound = try connection.first(isFound.sql, isFound.values, doing: "match a text") { _ in true }
        try connection.run("INSERT INTO text (text) VALUES ('delete-all')", doing: "clear the index")
        return isFound ?? false
    }

    /// Title and body of a record's row; nil where it was forgotten.
    private func text(_ line: String) throws(StoreError) -> Store.IndexedText? {
        let found = try connection.first(
            """
            SELECT ?1 ->> '$.after.title', ?1 ->> '$.after.body', ?1 ->> '$.after.body_parts',
                ?1 ->> '$.after.body_sha256'
            WHERE json_type(?1, '$.after') = 'object'
            """,
            [.text(line)],
            doing: "read a record"
        ) { ($0.optionalText(0), $0.optionalText(1), $0.int(2), $0.text(3)) }
        guard let (title, body, count, sha256) = found else { return nil }
        guard body == nil, count > 0, parts.sha256 == sha256, parts.texts.count == count else {
            return Store.IndexedText(title: title, text: body)
        }
        return Store.IndexedText(title: title, text: parts.texts.joined())
    }

    private func keepPart(_ line: String) throws(StoreError) {
        let part = try connection.first(
            "SELECT ?1 ->> '$.after.sha256', ?1 ->> '$.after.part', ?1 ->> '$.after.text'",
            [.text(line)],
            doing: "read a record"
        ) { (sha256: $0.text(0), number: $0.int(1), text: $0.text(2)) }
        guard let part else { return }
        if part.number == 1 { parts = (part.sha256, []) }
        if part.sha256 == parts.sha256, part.number == parts.texts.count + 1 { parts.texts.append(part.text) }
    }
}

extension Store {
    /// Where the records of a long text begin, one of whose parts has this number: the `seq` before the first part.
    ///
    /// - Parameter record: Any record.
    /// - Returns: nil where it is no such part.
    /// - Throws: `StoreError`.
    package func beginningOfText(_ record: Record) throws(StoreError) -> Int64? {
        guard record.type == "content.part" else { return nil }
        return try connection.first(
            "SELECT ?1 ->> '$.after.part' WHERE json_type(?1, '$.after.part') = 'integer'",
            [.text(String(decoding: record.line, as: UTF8.self))],
            doing: "read a record"
        ) { record.seq - $0.integer(0) }
    }
}
