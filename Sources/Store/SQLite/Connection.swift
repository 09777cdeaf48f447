import CSQLite

/// A connection to a database with its prepared statements.
///
/// Only the types of this folder call SQLite.
///
/// Not Sendable: one thread owns it.
@safe final class Connection {
    enum Access {
        /// Reads and writes; creates the file where it is missing.
        case write
        /// The same, where the file is there.
        case writeExisting
        /// Reads only. Any user who may read the files can do this.
        case read
    }

    let path: String
    private let handle: OpaquePointer
    /// Compiled once and kept: the desk runs the same few dozen statements for every file.
    private var statements: [SQLText: Statement.Compiled] = [:]

    /// Sets SQLite up; Swift evaluates this once, before the first connection is opened.
    private static let isSetUp: Bool = copydesk_sqlite_count_no_memory() == SQLITE_OK

    init(path: String, access: Access) throws(StoreError) {
        _ = Connection.isSetUp
        var handle: OpaquePointer?
        let flags =
            switch access {
            case .write: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .writeExisting: SQLITE_OPEN_READWRITE
            case .read: SQLITE_OPEN_READONLY
            }
        let how = flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = unsafe sqlite3_open_v2(path, &handle, how, nil)
        guard code == SQLITE_OK, let opened = unsafe handle else {
            let message = unsafe handle.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            unsafe sqlite3_close_v2(handle)
            throw StoreError(code: code, doing: "open the database \(path)", message: message)
        }
        self.path = path
        unsafe self.handle = opened
        setPatience(milliseconds: Connection.patience)
    }

    /// How long a statement waits for a lock, in milliseconds.
    ///
    /// That is enough for a reader's checkpoint or a backup's last page. A lock that lasts longer is an error here: the
    /// desk reports it and tries again.
    static let patience: Int32 = 5000

    /// Sets how long a statement waits for a lock of another connection.
    func setPatience(milliseconds: Int32) {
        unsafe sqlite3_busy_timeout(handle, milliseconds)
    }

    deinit {
        for compiled in statements.values { compiled.finalize() }
        unsafe sqlite3_close_v2(handle)
    }

    /// Keeps `-wal` and `-shm` when the last connection closes.
    ///
    /// A reader that may not write to the folder cannot create them. Without this, only the desk could open a database
    /// after a clean stop.
    func keepWAL() throws(StoreError) {
        var on: Int32 = 1
        let code = unsafe sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &on)
        guard code == SQLITE_OK else { throw fault(code, "keep the write-ahead log of \(path)") }
    }

    /// Runs SQL without parameters; it may hold several statements.
    func script(_ sql: String, doing: String) throws(StoreError) {
        let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw fault(code, doing) }
    }

    /// Runs SQL that takes long, and calls `goingOn` again and again meanwhile.
    func script(_ sql: String, doing: String, goingOn: @escaping () -> Void) throws(StoreError) {
        let clock = LongRun(goingOn)
        defer { unsafe sqlite3_progress_handler(handle, 0, nil, nil) }
        unsafe sqlite3_progress_handler(
            handle,
            LongRun.steps,
            { context in
                if let context = unsafe context { unsafe LongRun.at(context).goingOn() }
                return 0
            },
            Unmanaged.passUnretained(clock).toOpaque()
        )
        try withExtendedLifetime(clock) { () throws(StoreError) in try script(sql, doing: doing) }
    }

    /// Runs one statement to its end and passes each of its rows to `row`.
    func run(_ sql: String, _ values: [SQLValue] = [], doing: String, row: (Row) -> Void = { _ in })
        throws(StoreError)
    {
        let compiled: Statement.Compiled
        if let kept = statements[SQLText(sql)] {
            compiled = kept
        } else {
            compiled = try compile(sql, doing: doing)
            statements[SQLText(sql)] = compiled
        }
        var statement = Statement(compiled)
        guard statement.bind(values) else {
            throw fault(sqlite3_errcode_of_handle(), doing)
        }
        while true {
            let code = statement.step()
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw fault(code, doing) }
            row(Row(compiled))
        }
    }

    /// What `read` makes of the first row; nil where there is no row.
    func first<Value>(_ sql: String, _ values: [SQLValue] = [], doing: String, _ read: (Row) -> Value)
        throws(StoreError) -> Value?
    {
        var found: Value?
        try run(sql, values, doing: doing) { row in
            if found == nil { found = read(row) }
        }
        return found
    }

    /// How many rows the last statement changed.
    var changedRows: Int { Int(unsafe sqlite3_changes(handle)) }

    /// The key of the row that was inserted last.
    var lastKey: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

    /// Whether a transaction is open.
    var inTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    private func sqlite3_errcode_of_handle() -> Int32 {
        unsafe sqlite3_extended_errcode(handle)
    }

    private func compile(_ sql: String, doing: String) throws(StoreError) -> Statement.Compiled {
        var pointer: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let compiled = unsafe pointer else { throw fault(code, doing) }
        return unsafe Statement.Compiled(compiled)
    }

    private func fault(_ code: Int32, _ doing: String) -> StoreError {
        unsafe StoreError(code: code, doing: doing, message: String(cString: sqlite3_errmsg(handle)))
    }
}
