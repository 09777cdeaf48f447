import CSQLite

/// The rows that copydesk wrote, in memory and by delivery, so that a bare loop can write them again.
struct FloorRows {
    enum Value {
        case null
        case integer(Int64)
        case text([UInt8])
        case blob([UInt8])
    }

    struct Row {
        /// Index into `statements`.
        let statement: Int
        let values: [Value]

        /// Its first value, where that is a number.
        var key: Int64 { if case .integer(let key)? = values.first { key } else { 0 } }
    }

    /// One file with its rows.
    struct Delivery {
        let path: String
        /// The dump whose bytes it brought first, nil where they were held already.
        var original: Int64?
        /// The commit it belongs to.
        var txn: Int64 = 0
        var rows: [Row] = []
    }

    private(set) var statements: [String] = []
    private(set) var deliveries: [Delivery] = []
    /// Statements that make the schema and set up its full-text index.
    private(set) var schema: [String]
    let pageSize: Int64

    init(database: String) throws {
        let source = try FloorDatabase(database, isNew: false)
        schema = try source.rows(
            """
            SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
                AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
            ORDER BY type = 'index', type = 'view', sql LIKE 'CREATE VIRTUAL%', rowid
            """
        ).compactMap { if case .text(let sql) = $0[0] { String(decoding: sql, as: UTF8.self) } else { nil } }
        for row in try source.rows("SELECT k, v FROM articles_fts_config WHERE k <> 'version'") {
            if case .text(let name) = row[0], case .integer(let value) = row[1] {
                let name = String(decoding: name, as: UTF8.self)
                schema.append("INSERT INTO articles_fts (articles_fts, rank) VALUES ('\(name)', \(value))")
            }
        }
        pageSize = if case .integer(let size)? = try source.rows("PRAGMA page_size").first?.first { size } else { 4096 }
        for row in try source.rows("SELECT path FROM delivery ORDER BY number") {
            guard case .text(let path) = row[0] else { continue }
            deliveries.append(Delivery(path: String(decoding: path, as: UTF8.self)))
        }
        for row in try source.rows("SELECT delivery, key FROM dump") {
            if case .integer(let number) = row[0], case .integer(let key) = row[1] {
                deliveries[Int(number) - 1].original = key
            }
        }
        for row in try source.rows("SELECT delivery, min(txn) FROM change GROUP BY delivery") {
            if case .integer(let number) = row[0], case .integer(let txn) = row[1] {
                deliveries[Int(number) - 1].txn = txn
            }
        }
        try addTables(source)
        try addIndexed(source)
    }

    /// Reads the rows of each table; the last column of each query is the delivery that brought the row.
    private mutating func addTables(_ source: FloorDatabase) throws {
        let first = "JOIN dump d ON d.key ="
        for (table, from) in [
            ("delivery", "SELECT t.*, t.number FROM delivery t"),
            ("dump", "SELECT t.*, t.delivery FROM dump t"),
            (
                "article",
                "SELECT t.*, d.delivery FROM article t JOIN revision r ON r.article = t.key AND r.number = 1 \(first) r.dump"
            ),
            ("revision", "SELECT t.*, d.delivery FROM revision t \(first) t.dump"),
            (
                "teaser",
                "SELECT t.*, (SELECT min(d.delivery) FROM appearance p \(first) p.dump WHERE p.teaser = t.key) FROM teaser t"
            ),
            ("appearance", "SELECT t.*, d.delivery FROM appearance t \(first) t.dump"),
            ("txn", "SELECT t.*, min(c.delivery) FROM txn t JOIN change c ON c.txn = t.number GROUP BY t.number"),
            ("change", "SELECT t.*, t.delivery FROM change t ORDER BY seq"),
            ("rejection", "SELECT t.*, t.delivery FROM rejection t"),
        ] {
            try add(try source.rows(from)) { columns in
                "INSERT INTO \(table) VALUES (\(Array(repeating: "?", count: columns).joined(separator: ",")))"
            }
        }
    }

    /// Reads the rows of clues and of the full-text indexes; those of the benchmark hold no script without spaces.
    ///
    /// They stand at the end of each commit in the order of their keys, which is how SQLite and FTS5 take them fastest.
    private mutating func addIndexed(_ source: FloorDatabase) throws {
        let last = "(SELECT max(e.delivery) FROM change e WHERE e.txn = c.txn)"
        let from = "FROM revision r JOIN dump d ON d.key = r.dump JOIN change c ON c.delivery = d.delivery"
        let first = statements.count
        try add(
            try source.rows(
                """
                SELECT t.*, \(last) FROM clue t JOIN revision r ON r.article = t.article AND r.number = t.revision
                    JOIN dump d ON d.key = r.dump JOIN change c ON c.delivery = d.delivery
                GROUP BY t.hash, t.article, t.revision
                """
            )
        ) { _ in "INSERT INTO clue VALUES (?, ?, ?)" }
        try add(
            try source.rows(
                """
                SELECT r.article, o.title, o.body, \(last) \(from)
                    JOIN revision_text o ON o.article = r.article AND o.number = r.number - 1 GROUP BY r.article, r.number
                """
            )
        ) { _ in "INSERT INTO articles_fts (articles_fts, rowid, title, body) VALUES ('delete', ?, ?, ?)" }
        try add(
            try source.rows(
                """
                SELECT r.article, t.title, t.body, \(last) \(from)
                    JOIN revision_text t ON t.article = r.article AND t.number = r.number GROUP BY r.article, r.number
                """
            )
        ) { _ in "INSERT INTO articles_fts (rowid, title, body) VALUES (?, ?, ?)" }
        try add(
            try source.rows(
                """
                SELECT t.key, t.title, t.summary, (SELECT max(e.delivery) FROM change e WHERE e.txn = c.txn)
                FROM teaser t JOIN change c ON c.type = 'teaser.created' AND c.key = t.key
                """
            )
        ) { _ in "INSERT INTO teasers_fts (rowid, title, summary) VALUES (?, ?, ?)" }
        for index in deliveries.indices {
            let own = deliveries[index].rows.filter { $0.statement < first }
            let indexed = deliveries[index].rows.filter { $0.statement >= first }
            deliveries[index].rows = own + indexed.sorted { ($0.key, $0.statement) < ($1.key, $1.statement) }
        }
    }

    private mutating func add(_ rows: [[Value]], _ sql: (Int) -> String) throws {
        guard let columns = rows.first?.count else { return }
        statements.append(sql(columns - 1))
        for row in rows {
            guard case .integer(let number)? = row.last else { throw BenchError("a row without a delivery") }
            deliveries[Int(number) - 1].rows.append(Row(statement: statements.count - 1, values: row.dropLast()))
        }
    }
}
