package import Store

/// What a database's bytes are made of, in parts that a user knows.
package struct DatabaseSizes: Sendable {
    /// One part of it.
    ///
    /// What several of them could claim belongs to the first: an index of the change records is theirs.
    package enum Part: String, CaseIterable, Sendable {
        case originals = "originals"
        case texts = "texts beside originals"
        case fullText = "full-text index"
        case bigrams = "two-character index"
        case teasersIndex = "teasers' index"
        case clues = "clues of stories"
        case changes = "change records"
        case evidence = "places and evidence"
        case rows = "other tables"
        case indexes = "other indexes"
        case free = "free pages"

        /// The part that a table or an index belongs to.
        init(_ tree: Store.Sizes.Tree) {
            switch tree.table {
            case "original": self = .originals
            case "change", "txn": self = .changes
            case "clue", "copy": self = .clues
            case let table where table == "articles_fts" || table.hasPrefix("articles_fts_"): self = .fullText
            case let table where table == "articles_bigrams" || table.hasPrefix("articles_bigrams_"): self = .bigrams
            case let table where table == "teasers_fts" || table.hasPrefix("teasers_fts_"): self = .teasersIndex
            case _ where tree.isIndex: self = .indexes
            case "revision": self = .texts
            case "appearance": self = .evidence
            default: self = .rows
            }
        }
    }

    package struct Size: Sendable {
        package let part: Part
        package let bytes: Int64
        /// The tables and indexes that it is made of, the largest first.
        package let trees: [Store.Sizes.Tree]
    }

    /// All of it: pages times page size.
    package let bytes: Int64
    /// What is not used yet within the pages of tables and indexes.
    package let unusedBytes: Int64
    /// The parts that have a page, in the order of `Part`; their sum is `bytes`.
    package let sizes: [Size]

    init(_ measured: Store.Sizes) {
        bytes = measured.bytes
        unusedBytes = measured.trees.reduce(0) { $0 + $1.unusedBytes }
        // SQLite leaves one page of a database above 1 GiB empty, for its locks (https://sqlite.org/fileformat2.html,
        // section 1.4). No tree has it and it is not on the free list, but nobody can use it, so it counts as free.
        let used = measured.trees.reduce(0) { $0 + $1.bytes }
        let free = max(measured.freeBytes, measured.bytes - used)
        let trees = Dictionary(grouping: measured.trees, by: Part.init)
        sizes = Part.allCases.compactMap { part in
            let own = trees[part] ?? []
            let bytes = own.reduce(0) { $0 + $1.bytes } + (part == .free ? free : 0)
            return bytes > 0 ? Size(part: part, bytes: bytes, trees: own) : nil
        }
    }
}
