import CSQLite
import Pages

/// The row that a statement has reached; valid until the statement's next step.
@safe struct Row {
    /// A column of a statement's rows.
    struct Column {
        let name: String
        /// Whether its text is JSON already.
        let isJSON: Bool

        init(name: String) {
            self.name = name
            isJSON = name.hasSuffix("_json")
        }
    }

    private let statement: OpaquePointer
    private let columns: [Column]

    init(_ compiled: Statement.Compiled) {
        unsafe statement = compiled.pointer
        columns = compiled.columns
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

    func optionalInteger(_ column: Int32) -> Int64? {
        isNull(column) ? nil : integer(column)
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
    var members: [JSON.Member] { members(from: 0) }

    /// The columns from `first` on as such members.
    func members(from first: Int) -> [JSON.Member] {
        (first..<columns.count).map { index in
            let column = columns[index]
            let place = Int32(index)
            switch unsafe sqlite3_column_type(statement, place) {
            case SQLITE_NULL: return JSON.Member(column.name, .null)
            case SQLITE_INTEGER: return JSON.Member(column.name, .integer(integer(place)))
            default: return JSON.Member(column.name, column.isJSON ? .written(text(place)) : .text(text(place)))
            }
        }
    }
}
