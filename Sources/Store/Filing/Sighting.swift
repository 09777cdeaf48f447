/// One place on a page at which an item was seen.
struct Sighting {
    /// What was seen there.
    enum Subject {
        case article(key: Int64, revision: Int64)
        case teaser(key: Int64)
    }

    /// The dump's key.
    let dump: Int64
    let delivery: Int64
    /// From 1, in page order.
    let ordinal: Int
    /// When the desk received the dump.
    let at: String
    /// `extractor` where newer rules have read the dump anew.
    var cause = Change.Cause.source
    /// Whether other rules read the dump than those that its row names.
    var isByOtherRules = false
}
