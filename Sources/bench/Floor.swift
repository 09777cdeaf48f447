import CSQLite
import Foundation
import Pages

/// The floor: a bare loop that reads each file, hashes it, and inserts the very rows that copydesk wrote.
///
/// It uses the same SQLite, schema, index, commits and `synchronous=FULL`. It does not read the text, look anything up,
/// write a change log or remove files.
struct Floor {
    let rows: FloorRows
    /// The folder the files stand in.
    let folder: String

    /// Writes the database.
    ///
    /// - Returns: What that took, from opening the database to its last checkpoint.
    func run(into path: String) throws -> Child.Result {
        let started = Child.now
        let processor = Child.processorTime
        let database = try FloorDatabase(path, isNew: true)
        try database.script(
            """
            PRAGMA page_size = \(rows.pageSize); PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864;
            """
        )
        for sql in rows.schema { try database.script(sql) }
        let statements = try rows.statements.map { try database.prepare($0) }
        let original = try database.prepare("INSERT INTO original VALUES (?, ?)")
        var txn: Int64?
        for delivery in rows.deliveries {
            if txn != delivery.txn {
                try database.script(txn == nil ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE")
                txn = delivery.txn
            }
            let bytes = try Floor.read(folder + "/" + delivery.path)
            guard SHA256.digest(of: bytes.span).bytes.count == 32 else { continue }
            if let key = delivery.original { try database.run(original, [.integer(key), .blob(bytes)]) }
            for row in delivery.rows { try database.run(statements[row.statement], row.values) }
        }
        if txn != nil { try database.script("COMMIT") }
        for statement in statements + [original] { database.finish(statement) }
        try database.script("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
        return Child.Result(since: started, processor: processor)
    }

    /// A file's bytes, by `open`, `fstat` and `read`.
    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchError("cannot open \(path)") }
        defer { close(descriptor) }
        var status = stat()
        fstat(descriptor, &status)
        return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
    }
}
