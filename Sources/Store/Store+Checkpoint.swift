// How commits get from the write-ahead log into the database file, which alone then holds all.
extension Store {
    /// How far a checkpoint came.
    package enum Checkpoint: Comparable, Sendable {
        /// The log holds commits that the file lacks: a reader still uses the state before them.
        case unfinished
        /// The file holds every commit; the log still has its size, since somebody reads it or is about to write.
        case whole
        /// The file holds every commit, and the log is empty.
        case emptied
    }

    /// Copies the write-ahead log into the database, as far as that needs no waiting for other connections.
    package func checkpoint() throws(StoreError) -> Checkpoint {
        try checkpoint("PASSIVE") ? .whole : .unfinished
    }

    /// Copies the write-ahead log into the database and empties it, without waiting for other connections.
    ///
    /// For a desk that has nothing to do: writing to a log that was emptied has to find room on the disk again.
    package func checkpointIdle() throws(StoreError) -> Checkpoint {
        guard try checkpoint() == .whole else { return .unfinished }
        // To empty the log SQLite asks for all its locks, and would wait five seconds for a reader's.
        connection.setPatience(milliseconds: 0)
        defer { connection.setPatience(milliseconds: Connection.patience) }
        return try checkpoint("TRUNCATE") ? .emptied : .whole
    }

    /// Copies all of the write-ahead log into the database and empties it; the last step before closing.
    ///
    /// A reader with an open transaction is waited for, for five seconds.
    @discardableResult
    package func checkpointAll() throws(StoreError) -> Checkpoint {
        try connection.run("PRAGMA optimize", doing: "optimize \(path)")
        if try checkpoint("TRUNCATE") { return .emptied }
        return try checkpoint()
    }

    /// Sets whether each commit to a long write-ahead log copies it, as SQLite does unless told otherwise.
    package func checkpointsItself(_ does: Bool) throws(StoreError) {
        guard does != checkpointsItself else { return }
        try connection.run("PRAGMA wal_autocheckpoint(\(does ? 1000 : 0))", doing: "set up the database \(path)")
        checkpointsItself = does
    }

    /// Runs a checkpoint of SQLite's.
    ///
    /// That other connections are in the way is no error for SQLite: the pragma's one row says so in its first column
    /// (https://sqlite.org/pragma.html#pragma_wal_checkpoint).
    ///
    /// - Returns: Whether all commits are in the file and, for TRUNCATE, the log is empty.
    private func checkpoint(_ mode: String) throws(StoreError) -> Bool {
        try connection.first("PRAGMA wal_checkpoint(\(mode))", doing: "checkpoint \(path)") { row in
            row.integer(0) == 0 && row.integer(1) == row.integer(2)
        } ?? false
    }
}
