/// The rows of some articles and dumps as they were, before a merge, a rereading or an erasure moves them.
///
/// The records of these tell what happened to an article. Which of its texts and places are where afterwards, they do
/// not tell, and whoever follows the log could not work it out. So the rows that differ are told one by one.
struct MovedRows {
    /// An item's place on the page of a dump.
    struct Place: Hashable {
        let dump: Int64
        /// From 1, in page order.
        let ordinal: Int64
    }

    /// The text that is shown at a place.
    struct Shown: Equatable {
        let article: Int64
        let revision: Int64
    }

    /// A dump's row, and the places of its teasers.
    struct Dump: Equatable {
        let row: String
        /// Whether its lines outside of items are kept.
        let hasLines: Bool
        let teasers: Set<Int64>
    }

    /// The dump that each revision belongs to, by article and number.
    var revisions: [Int64: [Int64: Int64]] = [:]
    var places: [Place: Shown] = [:]
    var dumps: [Int64: Dump] = [:]
}
