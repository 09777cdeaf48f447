import CSQLite

/// A fault of the database: the machine fails, or the file is not ours or is damaged.
///
/// Bad input never causes one.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    /// What sort of fault it is, which says what to do about it.
    package enum Kind: Sendable {
        /// Another connection holds a lock: wait and try again.
        case busy
        /// Disk full, I/O error, read-only file system, too many open files: report it, wait and try again.
        case machine
        /// The file is damaged or is no database: a person must look.
        case damaged
        /// A newer copydesk wrote it.
        case newer
        /// The file does not exist, or may not be opened.
        case unavailable
        /// The caller asked for something impossible, such as malformed full-text syntax.
        case refused
    }

    package let kind: Kind
    /// SQLite's extended result code; 0 where copydesk found the fault itself.
    package let code: Int32
    /// What was tried, and on which file or row.
    package let doing: String
    package let message: String

    init(kind: Kind, code: Int32 = 0, doing: String, message: String) {
        self.kind = kind
        self.code = code
        self.doing = doing
        self.message = message
    }

    init(code: Int32, doing: String, message: String) {
        self.init(kind: Kind(code: code), code: code, doing: doing, message: message)
    }

    /// A database that was rebuilt from a change log, which no desk can serve.
    package init(replica path: String, upTo seq: Int64) {
        self.init(
            kind: .refused,
            doing: "serve the database \(path)",
            message: "it was rebuilt from a change log, up to record \(seq), and lacks the bytes of the dumps; "
                + "it can only be asked"
        )
    }

    /// Whether there is no room on the disk.
    package var isFullDisk: Bool { code & 0xFF == SQLITE_FULL }

    package var description: String {
        "cannot \(doing): \(message)" + (code == 0 ? "" : " (SQLite \(code))")
    }
}

extension StoreError.Kind {
    /// The kind of a result code; only SQLite's primary code counts (https://sqlite.org/rescode.html).
    init(code: Int32) {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .unavailable
        case SQLITE_ERROR, SQLITE_RANGE, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_CONSTRAINT: self = .refused
        default: self = .machine
        }
    }
}
