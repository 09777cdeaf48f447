// Rejected files that stay in the inbox, since whoever dropped them can give the desk the right to read them there.
extension Store {
    /// Whether a delivery was refused since its file could not be read.
    package func wasUnreadable(_ delivery: Int64) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM rejection WHERE delivery = ?1 AND reason = 'unreadable'",
            [.integer(delivery)],
            doing: "look a rejection up"
        ) { _ in true } ?? false
    }

    /// Notes that what a rejection refused has been taken since.
    package func resolveRejection(ofDelivery number: Int64, at now: String) throws(StoreError) {
        guard let before = try rejectionValues(number) else { return }
        try connection.run(
            "UPDATE rejection SET resolved_at = ?2 WHERE delivery = ?1 AND resolved_at IS NULL",
            [.integer(number), .text(now)],
            doing: "settle a rejection"
        )
        guard connection.changedRows > 0 else { return }
        let bytes = try connection.first(
            "SELECT bytes FROM delivery WHERE number = ?1",
            [.integer(number)],
            doing: "settle a rejection"
        ) { $0.integer(0) }
        let target = Change.Target(.delivery, id: String(number), key: number)
        var draft = ChangeDraft(.dumpReleased, of: target, delivery: number)
        draft.state = try rejectionState(number, bytes: bytes ?? 0, before: before)
        try note(draft)
    }
}
