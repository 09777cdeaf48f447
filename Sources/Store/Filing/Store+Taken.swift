package import Pages

// Files that still stand in the inbox although the database holds what they brought.
extension Store {
    /// What the desk knows of a file it has taken and not yet seen gone.
    package struct Taken: Sendable {
        package let path: [UInt8]
        package let identity: Delivery.FileIdentity
        package let delivery: Int64
        package let destiny: Delivery.Destiny
        /// Why its removal failed, when it did.
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

        /// A known file that was touched.
        package init(_ taken: Taken, _ identity: Delivery.FileIdentity) {
            self.init(
                path: taken.path,
                identity: identity,
                delivery: taken.delivery,
                destiny: taken.destiny,
                fault: taken.fault
            )
        }

        /// The file of a delivery that was filed: only a receipt leads to retirement.
        package init(_ delivery: Delivery, _ receipt: Delivery.Receipt) {
            self.init(
                path: delivery.pathBytes,
                identity: delivery.identity,
                delivery: receipt.delivery,
                destiny: delivery.destiny,
                fault: nil
            )
        }
    }

    /// The taken file at a path, whatever stands there now.
    package func taken(at path: [UInt8]) throws(StoreError) -> Taken? {
        try connection.first(
            Store.takenColumns + " WHERE path = ?1",
            [.blob(path)],
            doing: "look a file up",
            Store.read
        )
    }

    /// The delivery of this very file, if it was taken and stands at its path for good: it is to stay, or could not be
    /// removed.
    package func standing(_ identity: Delivery.FileIdentity, at path: [UInt8]) throws(StoreError) -> Int64? {
        try connection.first(
            """
            SELECT delivery FROM taken WHERE path = ?1 AND device = ?2 AND inode = ?3 AND size = ?4 AND modified = ?5
                AND changed = ?6 AND (destiny = 'stay' OR fault IS NOT NULL)
            """,
            [.blob(path)] + Store.values(of: identity),
            doing: "look a file up"
        ) { $0.integer(0) }
    }

    /// The paths of the taken files whose deliveries are asked for, in order.
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

    /// Whether a refused file is to be kept under this name and may not be there yet.
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
            Store.takenColumns + " WHERE fault IS NOT NULL ORDER BY path LIMIT 1000",
            doing: "list files"
        ) {
            found.append(Store.read($0))
        }
        return found
    }

    /// Forgets files that are durably gone from the inbox.
    package func forget(_ gone: [(path: [UInt8], delivery: Int64)]) throws(StoreError) {
        for file in gone {
            // The delivery too: a new file may have come under the same name meanwhile.
            try connection.run(
                "DELETE FROM taken WHERE path = ?1 AND delivery = ?2",
                [.blob(file.path), .integer(file.delivery)],
                doing: "forget a file"
            )
        }
    }

    /// Notes why a taken file cannot be removed, nil when it can again.
    package func noteFault(_ fault: String?, at path: [UInt8], delivery: Int64) throws(StoreError) {
        try connection.run(
            "UPDATE taken SET fault = ?3 WHERE path = ?1 AND delivery = ?2",
            [.blob(path), .integer(delivery), .optional(fault)],
            doing: "note a file's fault"
        )
    }

    /// Takes a touched file's new identity over: same bytes at the same place are no new delivery.
    package func recognise(_ identity: Delivery.FileIdentity, at path: [UInt8]) throws(StoreError) {
        try connection.run(
            "UPDATE taken SET device = ?2, inode = ?3, size = ?4, modified = ?5, changed = ?6 WHERE path = ?1",
            [.blob(path)] + Store.values(of: identity),
            doing: "recognise a file"
        )
    }

    /// The digest that the delivery of a taken file brought.
    package func digest(ofDelivery number: Int64) throws(StoreError) -> Digest? {
        try connection.first(
            "SELECT sha256 FROM deliveries WHERE delivery = ?1",
            [.integer(number)],
            doing: "look a delivery up"
        ) { $0.optionalText(0).flatMap(Digest.init(hex:)) }.flatMap { $0 }
    }

    /// A rejection as one JSON object, for the file beside what was set aside.
    package func rejection(ofDelivery number: Int64) throws(StoreError) -> String {
        JSON.object(try rejectionRow(number)).string
    }

    func remember(_ delivery: Delivery, _ number: Int64) throws(StoreError) {
        var keptAs: SQLValue = .null
        let destiny: String
        switch delivery.destiny {
        case .remove: destiny = "remove"
        case .stay: destiny = "stay"
        case .setAside(let name, _):
            destiny = "set_aside"
            keptAs = .blob(name)
        }
        let values =
            [.blob(delivery.pathBytes)] + Store.values(of: delivery.identity) + [
                .integer(number), .text(destiny), keptAs,
            ]
        // Not INSERT OR REPLACE: that opens a savepoint within the transaction, at which FTS5 writes out what it has
        // gathered, once for each file. Another file rarely stands at a path that is still known.
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

    private static let takenColumns = """
        SELECT path, device, inode, size, modified, changed, delivery, destiny, kept_as, fault,
            (SELECT kept_as FROM rejection WHERE delivery = taken.delivery) FROM taken
        """

    private static func read(_ row: Row) -> Taken {
        let destiny: Delivery.Destiny =
            switch row.text(7) {
            case "set_aside": .setAside(as: row.blob(8), shown: row.text(10))
            case "stay": .stay
            default: .remove
            }
        return Taken(
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

    private static func values(of identity: Delivery.FileIdentity) -> [SQLValue] {
        [
            .integer(identity.device), .integer(identity.inode), .integer(identity.size), .integer(identity.modified),
            .integer(identity.changed),
        ]
    }
}
