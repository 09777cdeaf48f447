import Pages

/// What a delivery says of every change that it brought.
struct RecordSource {
    /// The record's `dump`; null where the bytes could not be read.
    let dump: JSON
    /// The dump's key; nil where the delivery was rejected.
    let dumpKey: Int64?
    /// The file's name.
    let name: String?
    let receivedAt: String?
    var extractor: JSON
    /// The reason code of a rejection.
    var reason: JSON

    /// The source of a change that no delivery brought.
    static let none = RecordSource()

    /// Asks for the delivery of one number.
    ///
    /// `init(_ row:)` reads the columns in this order.
    static let query = """
        SELECT coalesce(d.sha256, j.sha256), v.bytes, v.name, v.received_at, d.extractor, v.dump, j.reason
        FROM delivery v LEFT JOIN dump d ON d.key = v.dump LEFT JOIN rejection j ON j.delivery = v.number
        WHERE v.number = ?1
        """

    /// Asks for the delivery of a rejection, as it was after the change with this state.
    ///
    /// Its reason is that of the change.
    static let queryOfRejection = """
        SELECT ?2 ->> '$.after.sha256', ?2 ->> '$.after.bytes', name, received_at, NULL, NULL, NULL
        FROM delivery WHERE number = ?1
        """

    init(_ row: Row) {
        let name = row.text(2)
        let receivedAt = row.text(3)
        dump =
            if let sha256 = row.optionalText(0) {
                .object([
                    .init("sha256", .text(sha256)), .init("bytes", .integer(row.integer(1))),
                    .init("name", .text(name)), .init("received_at", .text(receivedAt)),
                ])
            } else {
                .null
            }
        dumpKey = row.optionalInteger(5)
        self.name = name
        self.receivedAt = receivedAt
        extractor = .optional(row.optionalText(4))
        reason = .optional(row.optionalText(6))
    }

    private init() {
        dump = .null
        dumpKey = nil
        name = nil
        receivedAt = nil
        extractor = .null
        reason = .null
    }
}
