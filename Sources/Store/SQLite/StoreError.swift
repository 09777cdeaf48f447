import CSQLite

/// A fault of the database, because the machine is sick or the file is not ours.
///
/// Bad input never makes one.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    /// What to do about it.
    package enum Kind: Sendable {
        /// Another connection holds a lock: wait and try again.
        case busy
        /// Disk full, I/O error, read-only file system, too many open files: wait, say so, try again.
        case machine
        /// The file is damaged or no database: a person must look.
        case damaged
        /// A newer copydesk wrote it.
        case newer
        /// It is not there, or may not be opened.
        case unavailable
        /// The caller asked for something impossible, such as malformed full-text syntax.
        case refused
    }

    package let kind: Kind
    /// SQLite's extended result code, 0 where the fault is ours to find.
    package let code: Int32
    /// What was tried, on what.
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

    package var description: String {
        "cannot \(doing): \(message)" + (code == 0 ? "" : " (SQLite \(code))")
    }
}

extension StoreError.Kind {
    /// Sorts SQLite's primary result codes (https://sqlite.org/rescode.html).
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
