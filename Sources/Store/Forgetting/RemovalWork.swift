import Pages

/// A removal on its way: what is gone so far, and which records told of it.
///
/// All of it belongs to one transaction.
struct RemovalWork {
    /// A row of the table `revision`: a text of an article.
    struct Text: Hashable {
        let article: Int64
        let number: Int64
        /// The article that shows it: its own, or the one that took it over.
        let story: Int64
        /// Whether it is a revision to the public.
        let isShown: Bool
        let title: String?
        let bodyHash: String
        let dump: Int64

        init(_ row: Row) {
            article = row.integer(0)
            number = row.integer(1)
            story = row.integer(2)
            isShown = row.integer(3) == 1
            title = row.optionalText(4)
            bodyHash = row.text(5)
            dump = row.integer(6)
        }

        static let columns = """
            r.article, r.number, coalesce(r.into_article, r.article), r.into_article IS NULL, r.title, r.body_sha256, r.dump
            """
    }

    /// An item's place on the page of a dump, from 1.
    struct Place: Hashable {
        let dump: Int64
        let ordinal: Int64
    }

    /// An article before anything of it was removed.
    struct Former {
        let held: Store.HeldArticle
        let newest: Store.HeldRevision
    }

    let store: Store
    let removal: Removal
    var count = RemovalCount()
    /// Rows of `revision` that are gone.
    var gone: Set<Text> = []
    /// Places on pages that are gone.
    var places: Set<Place> = []
    /// Articles that are gone, by key, and teasers with their ids.
    var deadArticles: Set<Int64> = []
    var deadTeasers: [Int64: String] = [:]
    /// Dumps that are gone, and those that lack something now.
    var deadDumps: Set<Int64> = []
    var trimmedDumps: Set<Int64> = []
    /// What tombstones were left, in order.
    var tombstones: [(id: String, kind: Tombstone.Kind)] = []
    /// SHA-256 of the folded texts that are gone.
    var foldedHashes: Set<String> = []

    var connection: Connection { store.connection }
    var doing: String { "forget \(removal.subject.id)" }

    init(store: Store, removal: Removal) {
        self.store = store
        self.removal = removal
    }

    /// Leaves a tombstone.
    mutating func bury(_ id: String, _ kind: Tombstone.Kind, blocks: Bool) throws(StoreError) {
        tombstones.append((id, kind))
        try connection.run(
            "INSERT OR REPLACE INTO tombstone (id, kind, reason, forgotten_at, blocked) VALUES (?1, ?2, ?3, ?4, ?5)",
            [
                .text(id), .text(kind.rawValue), .text(removal.reason), .text(removal.now), .number(blocks ? 1 : 0),
            ],
            doing: doing
        )
    }

    /// Notes that something is gone; `row` is what the record says of it, without any text.
    func noteDeletion(_ type: ChangeType, of target: Change.Target, _ row: [JSON.Member]) throws(StoreError) {
        var draft = ChangeDraft(type, of: target, delivery: nil)
        draft.cause = .operator
        draft.reason = removal.reason
        draft.textSize = 0
        let isSubject = target.id == removal.subject.id
        let how: [JSON.Member] =
            [.init("blocked", .bool(removal.blocks)), .init("scrubbed", .bool(removal.scrubsLog))]
            + (isSubject ? count.members : [])
        draft.state = ChangeState(before: row + how).json
        try store.note(draft)
    }

    /// Notes the rows that moved, and the tombstones.
    func noteRows() throws(StoreError) {
        try store.noteMovedRows(nil, .operator)
        for (id, kind) in tombstones { try store.noteRow(ofTombstone: id, kind, nil, .operator) }
    }

    func keys(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> [Int64] {
        var found: [Int64] = []
        try connection.run(sql, values, doing: doing) { found.append($0.integer(0)) }
        return found
    }

    func run(_ sql: String, _ values: [SQLValue]) throws(StoreError) {
        try connection.run(sql, values, doing: doing)
    }
}
