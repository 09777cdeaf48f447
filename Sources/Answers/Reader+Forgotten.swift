package import Home
import Store

extension Reader {
    /// The answer to a question about something that was forgotten; nil where nothing of that id was.
    ///
    /// - Parameter id: A dump's SHA-256 or an article's id, or enough of its first characters.
    /// - Returns: One line that says when and why.
    /// - Throws: `Fault` where the database cannot be asked.
    package func forgotten(_ id: String) throws(Fault) -> Fault? {
        let found = try storing { () throws(StoreError) in try store.tombstones(startingWith: id) }
        guard let tombstone = found.first, found.count == 1 || tombstone.id == id else { return nil }
        return Fault(.refused, tombstone.text)
    }
}
