import Pages

/// A change as the code that makes it describes it; the outbox adds its number and its transaction.
struct ChangeDraft {
    let type: ChangeType
    let target: Change.Target
    /// The delivery that brought the change; nil where none did.
    let delivery: Int64?
    var cause = Change.Cause.source
    /// The article's newest revision after the change.
    var rev: Int64?
    /// The place on the page of the item that brought the change, from 1.
    var ordinal: Int?
    /// Appearances of the article or deliveries of the dump, after the change.
    var count: Int?
    /// `rev` and `count` before the change, where they were not one less than after it.
    var revBefore: Int64?
    var countBefore: Int?
    /// The id of the article's group.
    var group: String?
    /// The row's `last_seen_at` before the change.
    var seenBefore: String?
    /// A row that later changes overwrite, as it is after and was before: `{"after": {…}, "before": {…}}`.
    var state: String?
    /// Why, where the change itself says it.
    var reason: String?
    /// How many bytes the row's long text takes in a JSON string, where the caller knows it; otherwise the outbox
    /// measures it.
    var textSize: Int?

    /// A change to a dump or a delivery.
    init(_ type: ChangeType, of target: Change.Target, delivery: Int64?, count: Int? = nil) {
        self.type = type
        self.target = target
        self.delivery = delivery
        self.count = count
    }

    /// A change to an article or a teaser.
    init(_ type: ChangeType, of target: Change.Target, at sighting: Sighting) {
        self.type = type
        self.target = target
        delivery = sighting.delivery
        ordinal = sighting.ordinal
        cause = sighting.cause
        // The rules that made the change are not those that first read its dump.
        if cause == .extractor || sighting.isByOtherRules { state = ChangeState.rules }
    }

    /// Lets the change keep which revision was seen, where that cannot be told from rows that never change.
    mutating func keep(revision: Int64) {
        let kept = JSON.Member("revision", .integer(revision))
        state = state == nil ? JSON.object([kept]).string : ChangeState.rules(and: [kept])
    }
}
