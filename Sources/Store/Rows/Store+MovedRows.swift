import Pages

// How rows are told that move between articles and dumps: they are looked at before and after.
extension Store {
    /// Remembers the rows of an article before it is changed.
    func touch(article key: Int64) throws(StoreError) {
        guard open?.moved.revisions[key] == nil else { return }
        open?.moved.revisions[key] = try revisionDumps(of: key)
        for (place, shown) in try places(of: key) { open?.moved.places[place] = shown }
    }

    /// Remembers a dump's row and teasers before they are changed.
    func touch(dump key: Int64) throws(StoreError) {
        guard open?.moved.dumps[key] == nil, let dump = try movedDump(key) else { return }
        open?.moved.dumps[key] = dump
    }

    /// Notes each row of what was touched that is another now, or gone.
    ///
    /// Articles and dumps that are gone themselves have records which say so.
    ///
    /// - Parameters:
    ///   - delivery: The delivery that caused it; nil where a person did.
    ///   - cause: Why.
    /// - Throws: `StoreError`.
    func noteMovedRows(_ delivery: Int64?, _ cause: Change.Cause) throws(StoreError) {
        guard let before = open?.moved else { return }
        open?.moved = MovedRows()
        var live: [Int64] = []
        for key in before.revisions.keys.sorted() where try isShown(article: key) { live.append(key) }
        for key in live { try noteRevisions(of: key, before: before.revisions[key] ?? [:], delivery, cause) }
        for key in live {
            let places = try places(of: key).sorted { ($0.key.dump, $0.key.ordinal) < ($1.key.dump, $1.key.ordinal) }
            for (place, shown) in places {
                if before.places[place] == shown, try !isUntold(place) { continue }
                try noteRow(.rowAppearance, at: place, delivery, cause)
            }
        }
        for (key, old) in before.dumps.sorted(by: { $0.key < $1.key }) {
            guard let now = try movedDump(key) else { continue }
            if now.row != old.row || now.hasLines != old.hasLines {
                try noteRow(ofDump: key, losesLines: old.hasLines && !now.hasLines, delivery, cause)
            }
            for ordinal in now.teasers.subtracting(old.teasers).sorted() {
                try noteRow(.rowAppearance, at: MovedRows.Place(dump: key, ordinal: ordinal), delivery, cause)
            }
            let were = before.places.keys.filter { $0.dump == key }.map(\.ordinal) + Array(old.teasers)
            for ordinal in Set(were).sorted() {
                let place = MovedRows.Place(dump: key, ordinal: ordinal)
                if try !isTaken(place) { try noteRow(.rowAppearanceGone, at: place, delivery, cause) }
            }
        }
    }

    private func noteRevisions(
        of key: Int64,
        before: [Int64: Int64],
        _ delivery: Int64?,
        _ cause: Change.Cause
    ) throws(StoreError) {
        let now = try revisionDumps(of: key)
        for number in now.keys.sorted() where before[number] != now[number] {
            try noteRow(ofRevision: number, of: key, delivery, cause)
        }
        for number in before.keys.sorted() where now[number] == nil {
            try noteRow(goneRevision: number, of: key, delivery, cause)
        }
    }

    private func isShown(article key: Int64) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM article WHERE key = ?1 AND merged_into IS NULL AND forgotten_at IS NULL",
            [.integer(key)],
            doing: "look an article up"
        ) { _ in true } ?? false
    }

    private func isTaken(_ place: MovedRows.Place) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM appearance WHERE dump = ?1 AND ordinal = ?2",
            [.integer(place.dump), .integer(place.ordinal)],
            doing: "look an appearance up"
        ) { _ in true } ?? false
    }

    /// Whether a record that told of a place no longer does, since a text is gone that it told of too.
    private func isUntold(_ place: MovedRows.Place) throws(StoreError) -> Bool {
        try connection.first(
            """
            SELECT 1 FROM change WHERE delivery IN (SELECT number FROM delivery WHERE dump = ?1) AND ordinal = ?2
                AND kind = 'article' AND forgotten <> 0 LIMIT 1
            """,
            [.integer(place.dump), .integer(place.ordinal)],
            doing: "look for what was told"
        ) { _ in true } ?? false
    }

    private func revisionDumps(of article: Int64) throws(StoreError) -> [Int64: Int64] {
        var dumps: [Int64: Int64] = [:]
        try connection.run(
            "SELECT number, dump FROM revision WHERE article = ?1 AND into_article IS NULL",
            [.integer(article)],
            doing: "read an article's revisions"
        ) { dumps[$0.integer(0)] = $0.integer(1) }
        return dumps
    }

    private func places(of article: Int64) throws(StoreError) -> [MovedRows.Place: MovedRows.Shown] {
        var places: [MovedRows.Place: MovedRows.Shown] = [:]
        try connection.run(
            """
            SELECT p.dump, p.ordinal, coalesce(r.into_number, r.number)
            FROM revision r JOIN appearance p ON p.article = r.article AND p.revision = r.number
            WHERE r.article = ?1 AND (r.into_article IS NULL OR r.into_article = ?1) OR r.into_article = ?1
            """,
            [.integer(article)],
            doing: "read an article's places"
        ) { row in
            places[MovedRows.Place(dump: row.integer(0), ordinal: row.integer(1))] =
                MovedRows.Shown(article: article, revision: row.integer(2))
        }
        return places
    }

    /// Nil where the dump is gone.
    private func movedDump(_ key: Int64) throws(StoreError) -> MovedRows.Dump? {
        guard let row = try dumpRow(key) else { return nil }
        let hasLines = try connection.first(
            "SELECT boilerplate_json IS NOT NULL FROM dump WHERE key = ?1",
            [.integer(key)],
            doing: "look a dump up"
        ) { $0.integer(0) == 1 }
        var teasers: Set<Int64> = []
        try connection.run(
            "SELECT ordinal FROM appearance WHERE dump = ?1 AND teaser IS NOT NULL",
            [.integer(key)],
            doing: "read a dump's teasers"
        ) { teasers.insert($0.integer(0)) }
        return MovedRows.Dump(row: JSON.object(row).string, hasLines: hasLines ?? false, teasers: teasers)
    }
}
