import Pages

// How the full-text indexes are kept equal to the articles' newest texts and to the teasers.
extension Store {
    /// A text as an index holds it.
    struct IndexedText {
        let title: String?
        /// An article's body, a teaser's summary.
        let text: String?

        /// The same with runs of scripts without spaces split; nil where it holds none.
        var bigrams: IndexedText? {
            guard Bigrams.areNeeded(title ?? "") || Bigrams.areNeeded(text ?? "") else { return nil }
            return IndexedText(title: title.map(Bigrams.split), text: text.map(Bigrams.split))
        }

        /// The same for an index that has both kinds of words.
        var split: IndexedText { bigrams ?? self }
    }

    /// A change that the indexes still need, for one article or teaser.
    struct Unindexed {
        /// The text that is in the index now; nil where none is.
        let held: IndexedText?
        /// What it is to hold; nil where the article or teaser is to leave it.
        let text: IndexedText?
    }

    /// Notes that an article has a new text; the index holds `held` so far.
    func index(_ key: Int64, _ filed: FiledItem, held: HeldRevision?) {
        index(key, (title: filed.title, body: filed.item.body), held: held)
    }

    /// Notes that an article has another text, or none any more.
    func index(_ key: Int64, _ text: (title: String?, body: String)?, held: HeldRevision?) {
        guard indexesText else { return }
        // If this transaction has noted the article before, the index still holds the revision of that note.
        let former = held.map { IndexedText(title: $0.title, text: $0.body) }
        let indexed = if let before = open?.unindexed[key] { before.held } else { former }
        open?.unindexed[key] = Unindexed(held: indexed, text: text.map { IndexedText(title: $0.title, text: $0.body) })
    }

    /// Notes that a teaser came, or came back.
    func index(teaser key: Int64, _ text: IndexedText) {
        guard indexesText else { return }
        let held = open?.unindexedTeasers[key]?.held
        open?.unindexedTeasers[key] = Unindexed(held: held, text: text)
    }

    /// Notes that a teaser leaves; its row is still there.
    func unindex(teaser key: Int64) throws(StoreError) {
        guard indexesText, let text = try indexedText(ofTeaser: key) else { return }
        let indexed = if let before = open?.unindexedTeasers[key] { before.held } else { text }
        open?.unindexedTeasers[key] = Unindexed(held: indexed, text: nil)
    }

    /// A teaser's text as it is indexed.
    func indexedText(ofTeaser key: Int64) throws(StoreError) -> IndexedText? {
        try connection.first(
            "SELECT title, summary FROM teaser WHERE key = ?1",
            [.integer(key)],
            doing: "look a teaser up"
        ) { IndexedText(title: $0.optionalText(0), text: $0.optionalText(1)) }
    }

    /// Writes the texts of the open transaction into the indexes.
    ///
    /// This happens once, in the order of the keys. FTS5 gathers words in memory and writes all of them out whenever a
    /// row's key is not greater than the one before. When articles were indexed as they came, one revised article in a
    /// batch of new ones made FTS5 write twice.
    func writeIndex() throws(StoreError) {
        guard let open else { return }
        for (key, change) in open.unindexed.sorted(by: { $0.key < $1.key }) {
            try write(change.held, change.text, to: .articles, key)
            guard indexesBigrams else { continue }
            try write(change.held?.bigrams, change.text?.bigrams, to: .bigrams, key)
        }
        for (key, change) in open.unindexedTeasers.sorted(by: { $0.key < $1.key }) {
            try write(change.held?.split, change.text?.split, to: .teasers, key)
        }
        self.open?.unindexed = [:]
        self.open?.unindexedTeasers = [:]
    }

    /// Puts a text in the place of another.
    func write(_ held: IndexedText?, _ text: IndexedText?, to index: TextIndex, _ key: Int64) throws(StoreError) {
        if let held {
            // An index without texts of its own needs the old one to delete it, and the row has the new one by now.
            try connection.run(
                index.deletion,
                [.integer(key), .optional(held.title), .optional(held.text)],
                doing: "unindex a text"
            )
        }
        guard let text else { return }
        try connection.run(
            index.insertion,
            [.integer(key), .optional(text.title), .optional(text.text)],
            doing: "index a text"
        )
    }
}
