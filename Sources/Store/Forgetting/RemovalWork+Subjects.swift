import Pages

// The two things that can be forgotten. In both the order is the same: what goes leaves its groups, goes, is taken out
// of earlier records, and only then new records tell of it.
extension RemovalWork {
    /// Forgets a dump, and what no other dump shows.
    mutating func forgetDump(_ key: Int64) throws(StoreError) {
        guard let dump = try dump(key) else { return }
        let sighting = Sighting(dump: key, delivery: dump.delivery, ordinal: 0, at: removal.now)
        let twins = try twins(of: dump)
        try touch([dump])
        var survivors: [Former] = []
        var dying: [Former] = []
        var teasers: [Int64: String] = [:]
        if let heir = twins.first {
            try handOver(dump, to: heir, twins)
        } else {
            var going = try partTexts(of: dump)
            for former in try formers(of: dump, going) {
                let texts = try texts(ofStory: former.held.key)
                // A text that newer rules do not read in its dump any more keeps no article.
                let isSeen = try isSeen(former.held.key, outside: key)
                if !isSeen || texts.allSatisfy(going.contains) {
                    dying.append(former)
                    going.formUnion(texts)
                } else {
                    survivors.append(former)
                }
            }
            dying += try emptied(by: going, besides: Set((dying + survivors).map(\.held.key)))
            let known = Set((dying + survivors).map(\.held.key))
            for article in Set(going.map(\.article)).subtracting(known).sorted() {
                if let former = try former(article) { survivors.append(former) }
            }
            for former in dying { try leaveGroup(former, at: sighting) }
            for text in going.sorted(by: { ($0.article, $0.number) < ($1.article, $1.number) }) { try remove(text) }
            teasers = try removeAppearances(of: dump)
            for former in survivors { try showReadings(of: former.held.key) }
            for former in dying { try bury(former, blocks: false) }
        }
        try keepRest(of: [key])
        try clear(dump)
        try forgetRecords()
        try noteRows()
        for former in survivors { try settle(former) }
        for (teaser, before) in teasers.sorted(by: { $0.key < $1.key }) { try settle(teaser, seenBefore: before) }
        for (key, id) in deadTeasers.sorted(by: { $0.key < $1.key }) {
            try noteDeletion(.teaserDeleted, of: Change.Target(.teaser, id: id, key: key), [.init("id", .text(id))])
        }
        for former in dying { try noteDeletion(.articleDeleted, of: former.held.target, former.members) }
        try noteDeletion(.dumpDeleted, of: Change.Target(.dump, id: dump.sha256, key: key), dump.members)
    }

    /// Forgets an article with all its texts, and the bytes of every dump that showed it.
    mutating func forgetArticle(_ key: Int64) throws(StoreError) {
        guard let former = try former(key) else { return }
        let texts = try texts(ofStory: key)
        let showing = try dumps(showing: texts)
        let others = try formersOfOthers(texts, than: key)
        try touch(showing)
        for other in others { try store.touch(article: other.held.key) }
        let dying = [former] + (try emptied(by: Set(texts), besides: [key]))
        if let sighting = try anySighting(of: key) { for former in dying { try leaveGroup(former, at: sighting) } }
        for text in texts { try removeAppearances(of: text) }
        for text in texts { try remove(text) }
        for other in others { try showReadings(of: other.held.key) }
        try keepRest(of: Set(showing.map(\.key)))
        var cleared: [Dump] = []
        for dump in showing {
            if try isBare(dump) {
                try clear(dump)
                cleared.append(dump)
            } else {
                try trim(dump)
            }
        }
        for former in dying { try bury(former, blocks: removal.blocks) }
        for hash in foldedHashes.sorted() { try bury(hash, .text, blocks: removal.blocks) }
        try forgetRecords()
        try noteRows()
        for other in others { try settle(other) }
        for dump in cleared {
            try noteDeletion(.dumpDeleted, of: Change.Target(.dump, id: dump.sha256, key: dump.key), dump.members)
        }
        for former in dying.reversed() { try noteDeletion(.articleDeleted, of: former.held.target, former.members) }
    }

    /// Remembers dumps, those of the same text, and the articles that they show, before anything of them goes.
    private func touch(_ dumps: [Dump]) throws(StoreError) {
        for dump in dumps {
            try store.touch(dump: dump.key)
            for twin in try twins(of: dump) { try store.touch(dump: twin) }
            let texts = try texts(ofDump: dump.key)
            for text in texts { try store.touch(article: text.article) }
            for former in try formers(of: dump, Set(texts)) { try store.touch(article: former.held.key) }
        }
    }

    /// Lets the texts of a dump that another dump shows too be that one's.
    ///
    /// - Returns: The texts that are only in this one.
    private func partTexts(of dump: Dump) throws(StoreError) -> Set<Text> {
        var going: Set<Text> = []
        for text in try texts(ofDump: dump.key) {
            if let other = try otherDump(showing: text, than: dump.key) {
                try keepApart(text, as: other)
            } else {
                going.insert(text)
            }
        }
        return going
    }

    /// The articles that lose texts or appearances with a dump, as they are before.
    private func formers(of dump: Dump, _ going: Set<Text>) throws(StoreError) -> [Former] {
        var stories = Set(going.map(\.story))
        stories.formUnion(
            try keys(
                """
                SELECT DISTINCT coalesce(r.into_article, r.article) FROM appearance p
                    JOIN revision r ON r.article = p.article AND r.number = p.revision WHERE p.dump = ?1
                """,
                [.integer(dump.key)]
            )
        )
        var formers: [Former] = []
        for story in stories.sorted() { if let former = try former(story) { formers.append(former) } }
        return formers
    }

    /// Articles that have no text of their own any more and still show one that had moved to another article.
    private func emptied(by going: Set<Text>, besides known: Set<Int64>) throws(StoreError) -> [Former] {
        let places = Set(going.map { [$0.article, $0.number] })
        var formers: [Former] = []
        for article in Set(going.map(\.article)).subtracting(known).sorted() {
            let live = try keys(
                "SELECT revision FROM article WHERE key = ?1 AND merged_into IS NULL AND forgotten_at IS NULL",
                [.integer(article)]
            )
            guard let shown = live.first, places.contains([article, shown]), try texts(ofStory: article).isEmpty,
                let former = try former(article)
            else { continue }
            formers.append(former)
        }
        return formers
    }

    /// A delivery that brought an article, for records of its group.
    ///
    /// An article whose texts have all moved to another one has no appearance, but was filed with one.
    private func anySighting(of article: Int64) throws(StoreError) -> Sighting? {
        try connection.first(
            """
            SELECT d.key, d.delivery FROM revision r JOIN dump d ON d.key = r.dump
            WHERE r.article = ?1 OR r.into_article = ?1 ORDER BY d.delivery DESC LIMIT 1
            """,
            [.integer(article)],
            doing: doing
        ) { [removal] in Sighting(dump: $0.integer(0), delivery: $0.integer(1), ordinal: 0, at: removal.now) }
    }

    /// Articles from which texts had moved to the one that goes.
    private func formersOfOthers(_ texts: [Text], than key: Int64) throws(StoreError) -> [Former] {
        let family = Set(try keys("SELECT key FROM article WHERE merged_into = ?1", [.integer(key)]) + [key])
        var formers: [Former] = []
        for article in Set(texts.map(\.article)).subtracting(family).sorted() {
            if let former = try former(article) { formers.append(former) }
        }
        return formers
    }

    /// The dumps that show these texts, and those that brought the same in other bytes.
    private func dumps(showing texts: [Text]) throws(StoreError) -> [Dump] {
        var found = Set(texts.map(\.dump))
        for text in texts {
            found.formUnion(
                try keys(
                    "SELECT DISTINCT dump FROM appearance WHERE article = ?1 AND revision = ?2",
                    [.integer(text.article), .integer(text.number)]
                )
            )
        }
        var dumps: [Dump] = []
        for key in found.sorted() {
            guard let dump = try dump(key) else { continue }
            dumps.append(dump)
            for twin in try twins(of: dump) { if let twin = try self.dump(twin) { dumps.append(twin) } }
        }
        return dumps
    }

    /// Whether nothing is left that a dump, or the one whose text it has, shows.
    private func isBare(_ dump: Dump) throws(StoreError) -> Bool {
        try connection.first(
            """
            SELECT 1 FROM appearance WHERE dump = (SELECT coalesce(same_text, key) FROM dump WHERE key = ?1) LIMIT 1
            """,
            [.integer(dump.key)],
            doing: doing
        ) { _ in true } == nil
    }

    private mutating func removeAppearances(of text: Text) throws(StoreError) {
        var found: [Place] = []
        try connection.run(
            "DELETE FROM appearance WHERE article = ?1 AND revision = ?2 RETURNING dump, ordinal",
            [.integer(text.article), .integer(text.number)],
            doing: doing
        ) { found.append(Place(dump: $0.integer(0), ordinal: $0.integer(1))) }
        places.formUnion(found)
    }

    /// Removes what stood in a dump, and the teasers that stood nowhere else.
    ///
    /// - Returns: The other teasers, with the time at which they were seen last before.
    private mutating func removeAppearances(of dump: Dump) throws(StoreError) -> [Int64: String] {
        var teasers: [Int64: String] = [:]
        var ids: [Int64: String] = [:]
        try connection.run(
            "SELECT t.key, t.last_seen_at, t.id FROM appearance p JOIN teaser t ON t.key = p.teaser WHERE p.dump = ?1",
            [.integer(dump.key)],
            doing: doing
        ) { row in
            teasers[row.integer(0)] = row.text(1)
            ids[row.integer(0)] = row.text(2)
        }
        try run("DELETE FROM appearance WHERE dump = ?1", [.integer(dump.key)])
        let left = try keys(
            "SELECT DISTINCT teaser FROM appearance WHERE teaser IN (SELECT value FROM json_each(?1))",
            [.text(RemovalWork.list(Set(teasers.keys)))]
        )
        deadTeasers = ids.filter { !left.contains($0.key) }
        for teaser in deadTeasers.keys {
            try store.unindex(teaser: teaser)
            try run("DELETE FROM teaser WHERE key = ?1", [.integer(teaser)])
        }
        store.open?.tally.add(.teasers, -Int64(deadTeasers.count))
        count.teasers = deadTeasers.count
        return teasers.filter { deadTeasers[$0.key] == nil }
    }
}
