import CSQLite

/// A bare connection to an SQLite database.
final class FloorDatabase {
    private var handle: OpaquePointer?
    private let path: String

    init(_ path: String, isNew: Bool) throws {
        self.path = path
        let flags = isNew ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        guard sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else { throw fault("open") }
    }

    deinit { sqlite3_close_v2(handle) }

    func script(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault(sql) }
    }

    func prepare(_ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
            let statement
        else { throw fault(sql) }
        return statement
    }

    /// Runs a prepared statement that returns no rows; its values are not copied.
    func run(_ statement: OpaquePointer, _ values: [FloorRows.Value]) throws {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .null: sqlite3_bind_null(statement, place)
            case .integer(let number): sqlite3_bind_int64(statement, place, number)
            case .text(let text):
                // The values stay in memory longer than the statement runs, so SQLite may use them in place.
                text.withUnsafeBytes { bytes in
                    _ = sqlite3_bind_text(
                        statement,
                        place,
                        bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? UnsafePointer(bitPattern: 1),
                        Int32(bytes.count),
                        nil
                    )
                }
            case .blob(let blob):
                _ = blob.withUnsafeBytes {
                    sqlite3_bind_blob64(statement, place, $0.baseAddress, UInt64($0.count), nil)
                }
            }
        }
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw fault("write a row") }
    }

    /// How many rows the last statement changed.
    var changedRows: Int { Int(sqlite3_changes(handle)) }

    func finish(_ statement: OpaquePointer) { sqlite3_finalize(statement) }

    /// All rows of a query.
    func rows(_ sql: String) throws -> [[FloorRows.Value]] {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        var rows: [[FloorRows.Value]] = []
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw fault(sql) }
            rows.append((0..<sqlite3_column_count(statement)).map { value(statement, $0) })
        }
    }

    /// A query's first value as a number.
    func number(_ sql: String) throws -> Int64 {
        if case .integer(let number)? = try rows(sql).first?.first { number } else { 0 }
    }

    private func value(_ statement: OpaquePointer, _ column: Int32) -> FloorRows.Value {
        func bytes() -> [UInt8] {
            let start = sqlite3_column_blob(statement, column)
            return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
        }
        return switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
        case SQLITE_BLOB: .blob(bytes())
        default: .text(bytes())
        }
    }

    private func fault(_ doing: String) -> BenchError {
        BenchError("\(doing.prefix(300)) in \(path): \(String(cString: sqlite3_errmsg(handle)))")
    }
}
