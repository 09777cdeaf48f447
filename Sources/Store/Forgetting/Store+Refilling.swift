import Pages

// Dumps that come again after they were forgotten. Their rows are still there, since deliveries point to them, and are
// filled again.
extension Store {
    /// Fills the row of a forgotten dump.
    ///
    /// Its `extractor` stays as it is: the records of its earlier deliveries name it.
    ///
    /// - Parameter values: As the row of a new dump would get them.
    /// - Returns: The row's key; nil where no such dump was forgotten.
    /// - Throws: `StoreError`.
    func refill(_ values: [SQLValue]) throws(StoreError) -> Int64? {
        try connection.first(
            """
            UPDATE dump SET text_sha256 = ?2, same_text = NULL, delivery = ?3, bytes = ?4, encoding = ?5,
                undecodable = ?6, site = ?7, tagline = ?8, page_on = ?9, page_key = ?10, layout = ?11, articles = ?12,
                teasers = ?13, boilerplate_json = ?14, evidence_json = ?15, reread_by = nullif(?16, extractor),
                reread_at = NULL, forgotten_at = NULL
            WHERE sha256 = ?1 AND forgotten_at IS NOT NULL RETURNING key
            """,
            values,
            doing: "file a dump again"
        ) { $0.integer(0) }
    }

    /// The rules that read a dump which came again after it was forgotten; nil where they are those of the first time.
    func rulesOfRefilled(_ dump: Int64) throws(StoreError) -> String? {
        try connection.first(
            "SELECT reread_by FROM dump WHERE key = ?1 AND reread_at IS NULL",
            [.integer(dump)],
            doing: "file a dump again"
        ) { $0.optionalText(0) }.flatMap(\.self)
    }

    /// Fills the row of a forgotten dump whose text is held in other bytes.
    func refillTwin(_ values: [SQLValue]) throws(StoreError) -> Int64? {
        try connection.first(
            """
            UPDATE dump SET (text_sha256, same_text, site, tagline, page_on, layout, articles, teasers,
                    boilerplate_json, reread_by) =
                (SELECT t.text_sha256, coalesce(t.same_text, t.key), t.site, t.tagline, t.page_on, t.layout, t.articles,
                    t.teasers, t.boilerplate_json, nullif(t.extractor, dump.extractor) FROM dump t WHERE t.key = ?7),
                delivery = ?2, bytes = ?3, encoding = ?4, undecodable = ?5, page_key = ?6, evidence_json = NULL,
                reread_at = NULL, forgotten_at = NULL
            WHERE sha256 = ?1 AND forgotten_at IS NOT NULL RETURNING key
            """,
            values,
            doing: "file a dump again"
        ) { $0.integer(0) }
    }
}
