// How what was removed leaves the files too. A row that is deleted can still be read from the database file: in free
// pages, in gaps of pages whose rows once moved, in older parts of the full-text index, in the write-ahead log.
extension Store {
    /// What is left to do after a purge.
    package enum Purge: Equatable, Sendable {
        case whole
        /// There was no room to write the file anew, and why.
        case noRoom(String)
        /// Somebody reads a state of before, so the write-ahead log cannot be emptied yet.
        case isRead
    }

    /// Overwrites from now on what is deleted, for as long as this connection is open.
    ///
    /// That is not enough, since earlier rows left traces when they moved, but it is done in the very transaction.
    package func overwriteDeleted() throws(StoreError) {
        try connection.run("PRAGMA secure_delete = ON", doing: "overwrite what is deleted in \(path)")
    }

    /// Writes the database file anew with nothing but what it holds, and empties the write-ahead log.
    ///
    /// - Parameter goingOn: Called again and again meanwhile.
    /// - Returns: What is left to do.
    /// - Throws: `StoreError`.
    package func purge(goingOn: @escaping () -> Void = {}) throws(StoreError) -> Purge {
        let doing = "write \(path) anew without what was forgotten"
        try overwriteDeleted()
        // To delete a row, the index notes that its words are gone; the words go when its parts are merged into one.
        for index in TextIndex.allCases {
            let isOn = index == .bigrams ? indexesBigrams : indexesText
            try connection.script(index.order(isOn ? "optimize" : "delete-all"), doing: doing, goingOn: goingOn)
        }
        do throws(StoreError) {
            try connection.script("VACUUM", doing: doing, goingOn: goingOn)
        } catch {
            guard error.isFullDisk else { throw error }
            return .noRoom(error.message)
        }
        return try emptyLog()
    }

    /// Empties the write-ahead log, whose frames hold pages of before.
    package func emptyLog() throws(StoreError) -> Purge {
        let isEmptied = try connection.first("PRAGMA wal_checkpoint(TRUNCATE)", doing: "checkpoint \(path)") { row in
            row.integer(0) == 0 && row.integer(1) == row.integer(2)
        }
        return isEmptied == true ? .whole : .isRead
    }

    /// The numbers of changes whose records are made otherwise since something was forgotten.
    package func forgottenSeqs(from first: Int64, to last: Int64) throws(StoreError) -> Set<Int64> {
        var found: Set<Int64> = []
        try connection.run(
            "SELECT seq FROM change WHERE seq BETWEEN ?1 AND ?2 AND forgotten <> 0",
            [.integer(first), .integer(last)],
            doing: "look for forgotten changes"
        ) { found.insert($0.integer(0)) }
        return found
    }
}
