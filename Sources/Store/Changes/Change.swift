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
    var op: String
    var type: String
    let kind: Kind
    let id: String
    let key: Int64
    let rev: Int64?
    let cause: String
    let delivery: Int64?
    var ordinal: Int?
    var count: Int?
    var seenBefore: String?
    var parts: Int?

    /// The `content.part` record that takes this change's place in the sequence.
    func piece(_ part: Int, of parts: Int) -> Change {
        var piece = self
        piece.op = "c"
        piece.type = ChangeRecord.part
        piece.ordinal = part
        piece.count = parts
        piece.seenBefore = nil
        return piece
    }
}
