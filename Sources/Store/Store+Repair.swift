// What can be made anew from the rows that are the truth.
extension Store {
    /// Makes the full-text index anew from the articles.
    package func rebuildIndex() throws(StoreError) {
        try connection.script(
            "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')",
            doing: "make the full-text index anew"
        )
    }

    /// Makes the indexes of all tables anew; a table's own rows are not touched.
    package func rebuildKeys() throws(StoreError) {
        try connection.script("REINDEX", doing: "make the indexes anew")
    }
}
