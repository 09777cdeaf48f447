package import Home
import Pages
import Store

extension Reader {
    /// One article, teaser or group with its fields and history.
    ///
    /// - Parameters:
    ///   - id: The id, or enough of its first characters.
    ///   - revision: Which revision's text; nil for the newest.
    /// - Returns: What the views say of it.
    /// - Throws: `Fault` where there is no such article, teaser or revision.
    package func shown(_ id: String, revision: Int?) throws(Fault) -> ShownItem {
        let id = try fullID(id)
        if let group = try rows(.group, id).first {
            return ShownItem(kind: .group, row: group, members: try rows(.members, id))
        }
        if let teaser = try rows(.teaser, id).first { return ShownItem(kind: .teaser, row: teaser) }
        guard var article = try rows(.article, id).first else { throw Fault(.refused, "no article has the id \(id)") }
        let revisions = try rows(.revisions, id)
        if let revision {
            for member in try Reader.revision(revision, of: revisions, id) {
                if let index = article.firstIndex(where: { $0.name == member.name }) { article[index] = member }
            }
        }
        return ShownItem(kind: .article, row: article, revisions: revisions, appearances: try rows(.appearances, id))
    }

    /// What differs between two revisions of an article.
    ///
    /// - Parameters:
    ///   - id: The id, or enough of its first characters.
    ///   - one: The number of the revision to begin from.
    ///   - other: The number of the revision it became.
    /// - Returns: The difference by paragraphs.
    /// - Throws: `Fault` where there is no such article or revision.
    package func difference(_ id: String, from one: Int, to other: Int) throws(Fault) -> RevisionDifference {
        let id = try fullID(id)
        let revisions = try rows(.revisions, id)
        guard !revisions.isEmpty else { throw Fault(.refused, "\(id) is a teaser, and these have no revisions") }
        func compared(_ number: Int) throws(Fault) -> RevisionDifference.Revision {
            let row = try Reader.revision(number, of: revisions, id)
            return RevisionDifference.Revision(
                number: number,
                seenAt: row.plain("seen_at"),
                nature: row.plain("nature"),
                cause: row.plain("cause"),
                paragraphs: [row.plain("title")] + row.plain("body").split(separator: "\n").map(String.init)
            )
        }
        return RevisionDifference(id: id, from: try compared(one), to: try compared(other))
    }

    private func rows(_ lookup: Store.Lookup, _ id: String) throws(Fault) -> [[JSON.Member]] {
        try storing { () throws(StoreError) in try store.rows(lookup, id: id) }
    }

    func fullID(_ id: String) throws(Fault) -> String {
        let found = try storing { () throws(StoreError) in try store.ids(startingWith: id) }
        if found.contains(id) { return id }
        switch found.count {
        case 0: throw try forgotten(id) ?? Fault(.refused, "no article, teaser or group has the id \(id)")
        case 1: return found[0]
        default:
            throw Fault(
                .refused,
                "more than one id begins with \(id): \(found.joined(separator: ", ")) …"
            )
        }
    }

    private static func revision(_ number: Int, of revisions: [[JSON.Member]], _ id: String) throws(Fault)
        -> [JSON.Member]
    {
        guard let row = revisions.first(where: { $0.plain("revision") == String(number) }) else {
            throw Fault(.refused, "\(id) has no revision \(number), only 1 to \(revisions.count)")
        }
        return row
    }
}
