package import Home
package import Store

extension SearchQuery {
    /// Reads a query that a person typed.
    ///
    /// - Parameters:
    ///   - text: The query.
    ///   - doing: What it is for: "search".
    ///   - ofArticlesOnly: Whether it must not ask for teasers.
    /// - Throws: `Fault` of kind `usage`, with the place, where it cannot be understood.
    package init(asked text: String, doing: String, ofArticlesOnly: Bool = false) throws(Fault) {
        do throws(SearchFault) {
            try self.init(text)
        } catch {
            let place = Fault.Place(in: error.query, at: error.place)
            throw Fault(.usage, "cannot \(doing): \(error.message)", place: place)
        }
        if ofArticlesOnly, kind != .article {
            throw Fault(.usage, "cannot \(doing): this is about articles only, and kind:\(kind) asks for teasers")
        }
    }
}
