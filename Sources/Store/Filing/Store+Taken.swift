package import Pages

// Files that are still in the inbox although the database holds what they brought.
extension Store {
    /// A file that was filed and is, as far as the desk knows, still in the inbox.
    package struct Taken: Sendable {
        package let path: [UInt8]
        package let identity: Delivery.FileIdentity
        package let delivery: Int64
        package let destiny: Delivery.Destiny
        /// Why it could not be removed.
        package let fault: String?

        init(
            path: [UInt8],
            identity: Delivery.FileIdentity,
            delivery: Int64,
            destiny: Delivery.Destiny,
            fault: String?
        ) {
            self.path = path
            self.identity = identity
            self.delivery = delivery
            self.destiny = destiny
            self.fault = fault
        }

        /// A known file whose identity changed.
        package init(_ taken: Taken, _ identity: Delivery.FileIdentity) {
            self.init(
                path: taken.path,
                identity: identity,
                delivery: taken.delivery,
                destiny: taken.destiny,
                fault: taken.fault
            )
        }

        /// The file of a delivery that was filed.
        ///
        /// It needs a receipt, so that no file is removed before its delivery is filed.
        package init(_ delivery: Delivery, _ receipt: Delivery.Receipt) {
            self.init(
                path: delivery.pathBytes,
                identity: delivery.identity,
                delivery: receipt.delivery,
                destiny: delivery.destiny,
                fault: nil
            )
        }

        /// The start of a query for taken files.
        ///
        /// `init(_ row:)` reads its columns in this order.
        fileprivate static let query = """
            SELECT path, device, inode, size, modified, changed, delivery, destiny, kept_as, fault,
                (SELECT kept_as FROM rejection WHERE delivery = taken.delivery) FROM taken
            """

        fileprivate init(_ row: Row) {
            let destiny: Delivery.Destiny =
                switch DestinyName(rawValue: row.text(7)) {
                case .setAside: .setAside(as: row.blob(8), shown: row.text(10))
                case .stay: .stay
                case .remove, nil: .remove
                }
            self.init(
                path: row.blob(0),
                identity: Delivery.FileIdentity(
                    device: row.integer(1),
                    inode: row.integer(2),
                    size: row.integer(3),
                    modified: row.integer(4),
                    changed: row.integer(5)
                ),
                delivery: row.integer(6),
                destiny: destiny,
                fault: row.optionalText(9)
            )
        }
    }

    /// The values of `taken.destiny`.
    private enum DestinyName: String {
        case remove, stay
        case setAside = "set_aside"
    }

    /// The taken file at a path; another file may be there by now.
    package func taken(at path: [UInt8]) throws(StoreError) -> Taken? {
        try connection.first(
            Taken.query + " WHERE path = ?1",
            [.blob(path)],
            doing: "look a file up",
            Taken.init
        )
    }

    /// The delivery of exactly this file, if it was taken and remains in the inbox: it is to stay there, or could not
    /// be removed.
    ///
    /// Files that could not be read are none of these: whether they can be read now is not a matter of theirs alone.
    package func standing(_ identity: Delivery.FileIdentity, at path: [UInt8]) throws(StoreError) -> Int64? {
        try connection.first(
            """
            SELECT delivery FROM taken WHERE path = ?1 AND device = ?2 AND inode = ?3 AND size = ?4 AND modified = ?5
                AND changed = ?6 AND (destiny = 'stay' OR fault IS NOT NULL) AND NOT EXISTS
                (SELECT 1 FROM rejection r WHERE r.delivery = taken.delivery AND r.reason = 'unreadable')
            """,
            [.blob(path)] + Store.values(of: identity),
            doing: "look a file up"
        ) { $0.integer(0) }
    }

    /// The taken files whose deliveries are wanted, in the order of their paths.
    package func takenPaths(where isWanted: (_ delivery: Int64) -> Bool) throws(StoreError) -> [(
        path: [UInt8], delivery: Int64
    )] {
        var found: [(path: [UInt8], delivery: Int64)] = []
        try connection.run("SELECT delivery, path FROM taken ORDER BY path", doing: "list files") { row in
            let delivery = row.integer(0)
            if isWanted(delivery) { found.append((row.blob(1), delivery)) }
        }
        return found
    }

    /// Whether a rejected file will be kept under this name; it may not have been moved there yet.
    package func hasPromised(_ name: [UInt8]) throws(StoreError) -> Bool {
        try connection.first(
            "SELECT 1 FROM taken WHERE kept_as = ?1",
            [.blob(name)],
            doing: "look a kept file up"
        ) { _ in true } ?? false
    }

    /// Taken files that could not be removed.
    package func stuck() throws(StoreError) -> [Taken] {
        var found: [Taken] = []
        try connection.run(
            Taken.query + " WHERE fault IS NOT NULL ORDER BY path LIMIT 1000",
            doing: "list files"
        ) {
            found.append(Taken($0))
        }
        return found
    }

    /// Deletes the rows of files whose removal from the inbox is durable.
    package func forget(_ gone: [(path: [UInt8], delivery: Int64)]) throws(StoreError) {
        for file in gone {
            // The delivery must match too: a new file may have arrived under the same name by now.
            try connection.run(
                "DELETE FROM taken WHERE path = ?1 AND delivery = ?2",
                [.blob(file.path), .integer(file.delivery)],
                doing: "forget a file"
            )
        }
    }

    /// Notes why a taken file cannot be removed; nil clears the note.
    package func noteFault(_ fault: String?, at path: [UInt8], delivery: Int64) throws(StoreError) {
        try connection.run(
            "UPDATE taken SET fault = ?3 WHERE path = ?1 AND delivery = ?2",
            [.blob(path), .integer(delivery), .optional(fault)],
            doing: "note a file's fault"
        )
    }

    /// Stores the new identity of a file that was touched: the same bytes at the same path are no new delivery.
    package func recognise(_ identity: Delivery.FileIdentity, at path: [UInt8]) throws(StoreError) {
        try connection.run(
            "UPDATE taken SET device = ?2, inode = ?3, size = ?4, modified = ?5, changed = ?6 WHERE path = ?1",
            [.blob(path)] + Store.values(of: identity),
            doing: "recognise a file"
        )
    }

    /// The digest of the bytes that a delivery brought.
    package func digest(ofDelivery number: Int64) throws(StoreError) -> Digest? {
        try connection.first(
            "SELECT sha256 FROM deliveries WHERE delivery = ?1",
            [.integer(number)],
            doing: "look a delivery up"
        ) { $0.optionalText(0).flatMap(Digest.init(hex:)) }.flatMap { $0 }
    }

    /// Writes the file of a delivery into `taken`; one from among the rejected is not in the inbox.
    func remember(_ delivery: Delivery, _ number: Int64) throws(StoreError) {
        guard !delivery.pathBytes.isEmpty else { return }
        var keptAs: SQLValue = .null
        let destiny: DestinyName
        switch delivery.destiny {
        case .remove: destiny = .remove
        case .stay: destiny = .stay
        case .setAside(let name, _):
            destiny = .setAside
            keptAs = .blob(name)
        }
        let values =
            [.blob(delivery.pathBytes)] + Store.values(of: delivery.identity) + [
                .integer(number), .text(destiny.rawValue), keptAs,
            ]
        // Not INSERT OR REPLACE: it opens a savepoint inside the transaction, and at each savepoint FTS5 writes out the
        // words it has gathered. That would happen for every file, though a path that is still in the table is rare.
        try connection.run(
            """
            INSERT OR IGNORE INTO taken (path, device, inode, size, modified, changed, delivery, destiny, kept_as)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            values,
            doing: "remember a file"
        )
        guard connection.changedRows == 0 else { return }
        try connection.run(
            """
            UPDATE taken SET device = ?2, inode = ?3, size = ?4, modified = ?5, changed = ?6, delivery = ?7,
                destiny = ?8, kept_as = ?9, fault = NULL
            WHERE path = ?1
            """,
            values,
            doing: "remember a file"
        )
    }

    private static func values(of identity: Delivery.FileIdentity) -> [SQLValue] {
        [
            .integer(identity.device), .integer(identity.inode), .integer(identity.size), .integer(identity.modified),
            .integer(identity.changed),
        ]
    }
}
