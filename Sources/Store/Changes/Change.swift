/// One row of the outbox: what happened, in which transaction, and to which row.
///
/// It holds no text of an article. A record is made from it and from rows that never change.
struct Change: Equatable {
    /// What a change happened to.
    enum Kind: String {
        case dump, delivery, article, teaser, group
    }

    /// Who or what made the change happen.
    enum Cause: String {
        case source, extractor, `operator`, rule
    }

    /// The row that changed: its kind, its public id, and its key in the table of that kind.
    struct Target: Equatable {
        let kind: Kind
        let id: String
        let key: Int64

        init(_ kind: Kind, id: String, key: Int64) {
            self.kind = kind
            self.id = id
            self.key = key
        }
    }

    /// The values of a row that every sighting or delivery overwrites.
    ///
    /// The table has only the newest of them, so each outbox row keeps those of its own moment.
    struct State: Equatable {
        var rev: Int64?
        var lastSeenAt: String?
        /// Appearances of an article, deliveries of a dump.
        var count: Int?
    }

    var seq: Int64
    let txn: Int64
    /// When the transaction was committed.
    let ts: String
    /// Whether it is the last change of its transaction.
    let isLast: Bool
    private(set) var type: ChangeType
    let target: Target
    let rev: Int64?
    let cause: Cause
    let delivery: Int64?
    private(set) var ordinal: Int?
    private(set) var count: Int?
    private(set) var seenBefore: String?
    let revBefore: Int64?
    let countBefore: Int?
    /// The id of the article's group.
    let group: String?
    /// Why, where the change itself says it.
    let reason: String?
    /// A row that later changes overwrite, as it was after and before this one: `{"after": {…}, "before": {…}}`.
    let state: String?
    /// Whether what it told of was forgotten.
    let isForgotten: Bool
    /// Whether only something that stood beside its row was forgotten.
    let isTrimmed: Bool
    /// The number of `content.part` records that carry its long text; nil where the text is in the record itself.
    var parts: Int?

    /// The next change of the open transaction.
    init(_ draft: ChangeDraft, in open: Store.OpenTransaction) {
        seq = open.lastSeq + 1
        txn = open.number
        ts = open.ts
        isLast = false
        type = draft.type
        target = draft.target
        rev = draft.rev
        cause = draft.cause
        delivery = draft.delivery
        ordinal = draft.ordinal
        count = draft.count
        seenBefore = draft.seenBefore
        revBefore = draft.revBefore
        countBefore = draft.countBefore
        group = draft.group
        reason = draft.reason
        state = draft.state
        isForgotten = false
        isTrimmed = false
    }

    /// The start of a query for changes.
    ///
    /// `init(_ row:)` reads its columns in this order.
    static let query = """
        SELECT c.seq, c.txn, t.ts, c.seq = t.last_seq, c.op, c.type, c.kind, c.id, c.key, c.rev, c.cause,
            c.delivery, c.ordinal, c.count, c.seen_before, c.parts, c.rev_before, c.count_before, c.group_id, c.reason, c.state_json,
            c.forgotten
        FROM change c JOIN txn t ON t.number = c.txn
        """

    /// Nil where the row holds a value that the table's CHECK forbids: then the file is damaged.
    init?(_ row: Row) {
        guard let op = ChangeType.Op(rawValue: row.text(4)), let kind = Kind(rawValue: row.text(6)),
            let cause = Cause(rawValue: row.text(10))
        else { return nil }
        seq = row.integer(0)
        txn = row.integer(1)
        ts = row.text(2)
        isLast = row.integer(3) == 1
        type = ChangeType(op, row.text(5))
        target = Target(kind, id: row.text(7), key: row.integer(8))
        rev = row.optionalInteger(9)
        self.cause = cause
        delivery = row.optionalInteger(11)
        ordinal = row.optionalInt(12)
        count = row.optionalInt(13)
        seenBefore = row.optionalText(14)
        parts = row.optionalInt(15)
        revBefore = row.optionalInteger(16)
        countBefore = row.optionalInt(17)
        group = row.optionalText(18)
        reason = row.optionalText(19)
        state = row.optionalText(20)
        isForgotten = row.integer(21) == 1
        isTrimmed = row.integer(21) == 2
    }

    /// The state of the row after the change, which came with a delivery received at `receivedAt`.
    func stateAfter(receivedAt: String?) -> State {
        State(rev: rev, lastSeenAt: receivedAt, count: count)
    }

    /// The state of the row before the change; nil where the change did not update a row.
    var stateBefore: State? {
        guard type.op != .created else { return nil }
        return State(
            rev: revBefore ?? (type == .articleRevised ? rev.map { $0 - 1 } : rev),
            lastSeenAt: seenBefore,
            count: countBefore ?? count.map { $0 - 1 }
        )
    }

    /// The `content.part` record that takes this change's `seq`.
    func piece(_ part: Int, of parts: Int) -> Change {
        var piece = self
        piece.type = .contentPart
        piece.ordinal = part
        piece.count = parts
        piece.seenBefore = nil
        return piece
    }
}
