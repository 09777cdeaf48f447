import Pages

/// One row of the outbox.
struct Change {
    enum Kind: String {
        case dump, delivery, article, teaser, group
    }

    var seq: Int64
    let txn: Int64
    let ts: String
    let isLast: Bool
    let op: String
    let type: String
    let kind: Kind
    let id: String
    let key: Int64
    let rev: Int64?
    let cause: String
    let delivery: Int64?
    let ordinal: Int?
    let count: Int?
    let seenBefore: String?
    var parts: Int?
}
