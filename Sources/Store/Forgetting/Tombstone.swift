/// What is left of something that was forgotten: its id or a hash, why, and when.
package struct Tombstone: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case dump, article
        /// The SHA-256 of an article's folded text.
        case text
    }

    package let id: String
    package let kind: Kind
    package let reason: String
    /// UTC: `2026-11-28T19:02:11.030Z`.
    package let forgottenAt: String
    /// Whether it is refused when it comes again.
    package let isBlocked: Bool

    /// The start of a query for tombstones; `init(_ row:)` reads its columns in this order.
    static let query = "SELECT id, kind, reason, forgotten_at, blocked FROM tombstone"

    init(_ row: Row) {
        id = row.text(0)
        kind = Kind(rawValue: row.text(1)) ?? .text
        reason = row.text(2)
        forgottenAt = row.text(3)
        isBlocked = row.integer(4) == 1
    }

    /// One line for whoever asks for it.
    package var text: String { "\(id) was forgotten on \(forgottenAt.prefix(10)): \(reason)" }
}

extension Store {
    /// Tombstones of dumps and articles whose ids begin with these characters; at most two.
    package func tombstones(startingWith prefix: String) throws(StoreError) -> [Tombstone] {
        guard !prefix.isEmpty else { return [] }
        var found: [Tombstone] = []
        try connection.run(
            Tombstone.query + " WHERE id >= ?1 AND id < ?1 || '~' AND kind <> 'text' ORDER BY id LIMIT 2",
            [.text(prefix)],
            doing: "look for what was forgotten"
        ) { found.append(Tombstone($0)) }
        return found
    }

    /// Blocks what was forgotten before, or lets it in again, together with all that was forgotten with it.
    ///
    /// The caller holds the transaction.
    ///
    /// - Returns: Whether that is a change.
    /// - Throws: `StoreError`.
    package func setBlocked(_ isBlocked: Bool, _ tombstone: Tombstone) throws(StoreError) -> Bool {
        // What one order forgot has one time. An article that went with its dump is no matter of the dump's block.
        var changed: [(id: String, kind: Tombstone.Kind)] = []
        try connection.run(
            """
            UPDATE tombstone SET blocked = ?2 WHERE blocked <> ?2 AND forgotten_at = ?1
                AND (kind = 'dump' OR ?3 = 'article') RETURNING id, kind
            """,
            [.text(tombstone.forgottenAt), .number(isBlocked ? 1 : 0), .text(tombstone.kind.rawValue)],
            doing: "block \(tombstone.id)"
        ) { changed.append(($0.text(0), Tombstone.Kind(rawValue: $0.text(1)) ?? .text)) }
        for (id, kind) in changed.sorted(by: { $0.id < $1.id }) { try noteRow(ofTombstone: id, kind, nil, .operator) }
        return !changed.isEmpty
    }
}
