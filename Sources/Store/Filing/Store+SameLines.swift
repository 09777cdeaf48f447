import Pages

// Whether a page changed, or was only read otherwise. Where the lines round a story change, the reader can take a
// paragraph more or less. That is no edit by the publisher: both dumps hold the same lines.
extension Store {
    /// The newest revisions of an article that are looked at.
    private static let mostRevisions: Int64 = 4

    /// The revision whose dump shows all that an item says, while the item's dump shows all that the revision says; nil
    /// where something was added, removed or moved.
    func revision(of held: HeldArticle, onSameLinesAs filed: FiledItem, in dump: [UInt8]) throws(StoreError) -> Int64? {
        guard let own = SameLines(dump) else { return nil }
        let new = (title: filed.title, body: filed.item.body)
        for number in stride(from: held.revision, to: max(0, held.revision - Store.mostRevisions), by: -1) {
            guard let revision = try revision(number, of: held.key) else { continue }
            let old = (title: revision.title, body: revision.body)
            guard own.hold(old, but: new), let bytes = try bytes(of: number, of: held.key),
                let lines = SameLines(bytes)
            else { continue }
            if lines.hold(new, but: old) { return number }
        }
        return nil
    }

    /// The dump that brought a revision, where it is kept and is UTF-8; nil for a revision that another article shows.
    private func bytes(of number: Int64, of article: Int64) throws(StoreError) -> [UInt8]? {
        try connection.first(
            """
            SELECT o.bytes FROM revision r JOIN dump d ON d.key = r.dump JOIN original o ON o.dump = d.key
            WHERE r.article = ?1 AND r.number = ?2 AND r.into_article IS NULL AND d.encoding = ?3
            """,
            [.integer(article), .integer(number), .text(Encoding.utf8.rawValue)],
            doing: "read a dump"
        ) { $0.blob(0) }
    }
}
