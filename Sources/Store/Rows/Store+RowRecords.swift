import Pages

// Records that tell one row of a public view as it stands, or that it is gone. In the log they tell what no other record
// does; a snapshot is made of them alone.
extension Store {
    /// Notes a revision as it stands.
    func noteRow(ofRevision number: Int64, of article: Int64, _ delivery: Int64?, _ cause: Change.Cause)
        throws(StoreError)
    {
        guard var draft = try draft(.rowRevision, number, of: article, delivery, cause) else { return }
        // A revision's text never changes, but the dump that shows it can be another one day.
        draft.state = try connection.first(
            """
            SELECT json_object('dump_sha256', d.sha256) FROM revision r JOIN dump d ON d.key = r.dump
            WHERE r.article = ?1 AND r.number = ?2
            """,
            [.integer(article), .integer(number)],
            doing: "note a row"
        ) { $0.text(0) }
        try note(draft)
    }

    /// Notes that an article shows a revision no longer.
    func noteRow(goneRevision number: Int64, of article: Int64, _ delivery: Int64?, _ cause: Change.Cause)
        throws(StoreError)
    {
        guard var draft = try draft(.rowRevisionGone, number, of: article, delivery, cause) else { return }
        draft.textSize = 0
        try note(draft)
    }

    private func draft(
        _ type: ChangeType,
        _ number: Int64,
        of article: Int64,
        _ delivery: Int64?,
        _ cause: Change.Cause
    ) throws(StoreError) -> ChangeDraft? {
        guard let held = try self.article(key: article) else { return nil }
        var draft = ChangeDraft(type, of: held.target, delivery: delivery)
        draft.cause = cause
        draft.rev = number
        return draft
    }

    /// Notes what stands at a place, or that nothing does any more.
    func noteRow(_ type: ChangeType, at place: MovedRows.Place, _ delivery: Int64?, _ cause: Change.Cause)
        throws(StoreError)
    {
        guard let sha256 = try sha256(ofDump: place.dump) else { return }
        var draft = ChangeDraft(type, of: Change.Target(.dump, id: sha256, key: place.dump), delivery: delivery)
        draft.cause = cause
        draft.ordinal = Int(place.ordinal)
        draft.textSize = 0
        if type.op == .read {
            draft.state =
                ChangeState(
                    after: try members(Store.appearanceRow, [.integer(place.dump), .integer(place.ordinal)])
                ).json
        }
        try note(draft)
    }

    /// Notes a dump's row; of its lines outside of items only that they are gone.
    func noteRow(ofDump key: Int64, losesLines: Bool, _ delivery: Int64?, _ cause: Change.Cause) throws(StoreError) {
        guard let row = try dumpRow(key), case .text(let sha256)? = row.value("sha256") else { return }
        var draft = ChangeDraft(.rowDump, of: Change.Target(.dump, id: sha256, key: key), delivery: delivery)
        draft.cause = cause
        draft.textSize = 0
        draft.state = ChangeState(after: row + (losesLines ? [.init("boilerplate_json", .null)] : [])).json
        try note(draft)
    }

    /// Notes what is left of something that was forgotten; or that it is let in again.
    func noteRow(ofTombstone id: String, _ kind: Tombstone.Kind, _ delivery: Int64?, _ cause: Change.Cause)
        throws(StoreError)
    {
        let row = try connection.first(Store.tombstoneRow, [.text(id)], doing: "note a row") { $0.members }
        let target = Change.Target(kind == .dump ? .dump : .article, id: id, key: 0)
        var draft = ChangeDraft(row == nil ? .rowForgottenGone : .rowForgotten, of: target, delivery: delivery)
        draft.cause = cause
        draft.textSize = 0
        draft.state = row.map { ChangeState(after: $0).json }
        try note(draft)
    }

    /// The rows that such a record is made of.
    func rowRows(_ change: Change) throws(StoreError) -> ChangeRecord.Rows {
        guard change.type.op == .read else { return ChangeRecord.Rows(before: nameOfRow(change)) }
        guard let state = change.state else { return ChangeRecord.Rows() }
        guard change.type == .rowRevision else {
            return ChangeRecord.Rows(after: try members(of: "after", in: state))
        }
        let dump = try value("dump_sha256", keptBy: change) ?? .null
        guard case .text(let sha256) = dump else { return ChangeRecord.Rows() }
        var row = try members(
            Store.revisionRow,
            [.integer(change.target.key), .optional(change.rev), .text(sha256)]
        )
        if change.parts != nil { row.set("body", .null) }
        return ChangeRecord.Rows(after: row + [.init("body_parts", .optional(change.parts))])
    }

    /// By what a row is known that is gone.
    private func nameOfRow(_ change: Change) -> [JSON.Member] {
        switch change.type {
        case .rowRevisionGone:
            [.init("article_id", .text(change.target.id)), .init("revision", change.rev.map(JSON.integer) ?? .null)]
        case .rowAppearanceGone:
            [.init("dump_sha256", .text(change.target.id)), .init("ordinal", .optional(change.ordinal))]
        default: [.init("id", .text(change.target.id))]
        }
    }

    private func sha256(ofDump key: Int64) throws(StoreError) -> String? {
        try connection.first("SELECT sha256 FROM dump WHERE key = ?1", [.integer(key)], doing: "look a dump up") {
            $0.text(0)
        }
    }

    /// A dump's row as the view `dumps` has it, without the list of its lines, which can be long; nil where the dump is
    /// gone.
    func dumpRow(_ key: Int64) throws(StoreError) -> [JSON.Member]? {
        try connection.first(Store.dumpRow, [.integer(key)], doing: "look a dump up") { $0.members }
    }
}
