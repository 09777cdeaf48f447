import CSQLite

/// One run of a compiled statement.
///
/// It is bound and stepped, and it is reset when it goes out of scope, also after an error.
@safe struct Statement: ~Copyable {
    /// A compiled statement; its connection keeps it and finalises it.
    @safe struct Compiled {
        let pointer: OpaquePointer
        /// The columns of its rows.
        let columns: [Row.Column]

        @unsafe init(_ pointer: OpaquePointer) {
            unsafe self.pointer = pointer
            columns = unsafe (0..<sqlite3_column_count(pointer)).map { column in
                unsafe Row.Column(name: String(cString: sqlite3_column_name(pointer, column)))
            }
        }

        func finalize() {
            unsafe sqlite3_finalize(pointer)
        }
    }

    private let compiled: Compiled

    init(_ compiled: Compiled) {
        self.compiled = compiled
    }

    deinit {
        // A statement that is not reset keeps its read transaction open, and then the write-ahead log grows for ever.
        unsafe sqlite3_reset(compiled.pointer)
        unsafe sqlite3_clear_bindings(compiled.pointer)
    }

    /// Binds the values to parameters 1, 2, 3 …; false where SQLite refuses one.
    mutating func bind(_ values: [SQLValue]) -> Bool {
        for (index, value) in values.enumerated() {
            guard bind(value, at: Int32(index + 1)) == SQLITE_OK else { return false }
        }
        return true
    }

    mutating func step() -> Int32 {
        unsafe sqlite3_step(compiled.pointer)
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(compiled.pointer, index)
        case .integer(let number):
            return unsafe sqlite3_bind_int64(compiled.pointer, index, number)
        case .real(let number):
            return unsafe sqlite3_bind_double(compiled.pointer, index, number)
        case .text(var text):
            // TRANSIENT makes SQLite copy the text: the value may be gone before the last step.
            return text.withUTF8 { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                    unsafe sqlite3_bind_text64(
                        compiled.pointer,
                        index,
                        characters.baseAddress ?? UnsafePointer(bitPattern: 1),
                        UInt64(characters.count),
                        copydesk_sqlite_transient(),
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        case .blob(let bytes):
            return unsafe bytes.withUnsafeBytes { buffer in
                unsafe buffer.isEmpty
                    ? unsafe sqlite3_bind_zeroblob(compiled.pointer, index, 0)
                    : unsafe sqlite3_bind_blob64(
                        compiled.pointer,
                        index,
                        buffer.baseAddress,
                        UInt64(buffer.count),
                        copydesk_sqlite_transient()
                    )
            }
        }
    }
}
