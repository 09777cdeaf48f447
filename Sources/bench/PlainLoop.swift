import CSQLite
import Foundation
import Pages

/// The plain loop: what would be left of copydesk if it read no pages.
///
/// It reads each file, hashes it, and writes one row with its text, which FTS5 indexes with the settings of copydesk's
/// own index. A transaction holds as much as one of copydesk's, and each is synced.
struct PlainLoop {
    /// The folder the files stand in.
    let folder: String

    private static let bytesOfTransaction = 5 << 20

    /// Writes the database.
    ///
    /// - Returns: What that took, from opening the database to its last checkpoint.
    func run(into path: String) throws -> Child.Result {
        let started = Child.now
        let processor = Child.processorTime
        let database = try FloorDatabase(path, isNew: true)
        try database.script(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;
            CREATE TABLE page (key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, text TEXT NOT NULL);
            CREATE VIRTUAL TABLE page_fts USING fts5 (
                text, content='page', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
            );
            INSERT INTO page_fts (page_fts, rank) VALUES ('hashsize', 2097152), ('automerge', 8);
            BEGIN;
            """
        )
        let row = try database.prepare("INSERT OR IGNORE INTO page VALUES (?, ?, ?, ?)")
        let words = try database.prepare("INSERT INTO page_fts (rowid, text) VALUES (?, ?)")
        var bytesOpen = 0
        for (index, name) in try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated() {
            let bytes = try Floor.read(folder + "/" + name)
            let sha256 = SHA256.digest(of: bytes.span).hex
            let key = FloorRows.Value.integer(Int64(index + 1))
            try database.run(row, [key, .text(Array(sha256.utf8)), .text(Array(name.utf8)), .text(bytes)])
            if database.changedRows == 1 { try database.run(words, [key, .text(bytes)]) }
            bytesOpen += bytes.count
            guard bytesOpen >= PlainLoop.bytesOfTransaction else { continue }
            try database.script("COMMIT; BEGIN")
            bytesOpen = 0
        }
        try database.script("COMMIT")
        for statement in [row, words] { database.finish(statement) }
        try database.script("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
        return Child.Result(since: started, processor: processor)
    }
}
