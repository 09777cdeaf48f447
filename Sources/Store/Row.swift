import CSQLite
import Pages

/// The row a statement stands on; valid until its next step.
@safe struct Row {
    private let statement: OpaquePointer

    init(_ compiled: Statement.Compiled) {
        unsafe statement = compiled.pointer
    }

    func integer(_ column: Int32) -> Int64 {
        unsafe sqlite3_column_int64(statement, column)
    }

    func int(_ column: Int32) -> Int {
        Int(integer(column))
    }

    func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    func optionalInt(_ column: Int32) -> Int? {
        isNull(column) ? nil : int(column)
    }

    func text(_ column: Int32) -> String {
        optionalText(column) ?? ""
    }

    func optionalText(_ column: Int32) -> String? {
        guard let start = unsafe sqlite3_column_text(statement, column) else { return nil }
        let count = unsafe Int(sqlite3_column_bytes(statement, column))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(statement, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(statement, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The whole row as members named after its columns; text in columns named `*_json` is JSON already.
    var members: [JSON.Member] {
        let count = unsafe sqlite3_column_count(statement)
        return (0..<count).map { column in
            let name = unsafe String(cString: sqlite3_column_name(statement, column))
            switch unsafe sqlite3_column_type(statement, column) {
            case SQLITE_NULL: return JSON.Member(name, .null)
            case SQLITE_INTEGER: return JSON.Member(name, .integer(integer(column)))
            default: return JSON.Member(name, name.hasSuffix("_json") ? .written(text(column)) : .text(text(column)))
            }
        }
    }
}
