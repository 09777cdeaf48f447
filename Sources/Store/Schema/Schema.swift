/// Migrates a database to this version's schema, step by step.
enum Schema {
    /// One migration: the SQL that turns schema `version - 1` into schema `version`.
    struct Step {
        let version: Int
        let sql: String
    }

    /// "Copy" in ASCII.
    ///
    /// file(1) and other tools recognise a desk's database by it.
    static let applicationID = 0x436F_7079

    static let steps = [
        Step(version: 1, sql: String(decoding: PackageResources.schema_1_sql, as: UTF8.self)),
        Step(version: 2, sql: String(decoding: PackageResources.schema_2_sql, as: UTF8.self)),
        Step(version: 3, sql: String(decoding: PackageResources.schema_3_sql, as: UTF8.self)),
        Step(version: 4, sql: String(decoding: PackageResources.schema_4_sql, as: UTF8.self)),
        Step(version: 5, sql: String(decoding: PackageResources.schema_5_sql, as: UTF8.self)),
        Step(version: 6, sql: String(decoding: PackageResources.schema_6_sql, as: UTF8.self)),
    ]

    /// The number of the schema that this version reads and writes.
    static func current(_ steps: [Step] = steps) -> Int { steps.last?.version ?? 0 }

    /// Reads `user_version`; refuses another program's database and one of a newer copydesk.
    ///
    /// - Throws: `StoreError` of kind `newer` or `damaged`.
    static func version(of connection: Connection, _ steps: [Step] = steps) throws(StoreError) -> Int {
        let doing = "open the database \(connection.path)"
        let version = try connection.first("PRAGMA user_version", doing: doing) { $0.int(0) } ?? 0
        let owner = try connection.first("PRAGMA application_id", doing: doing) { $0.int(0) } ?? 0
        let tables = try connection.first("SELECT count(*) FROM sqlite_schema", doing: doing) { $0.int(0) } ?? 0
        if owner != applicationID, owner != 0 || tables != 0 {
            throw StoreError(kind: .damaged, doing: doing, message: "it is not a copydesk database")
        }
        if version > current(steps) {
            throw StoreError(
                kind: .newer,
                doing: doing,
                message: "a newer copydesk wrote it (schema \(version), this one knows \(current(steps))); "
                    + "install that version or newer"
            )
        }
        return version
    }

    /// Applies the steps that are missing.
    ///
    /// Each step has its own transaction, so that a crash leaves a complete older version.
    static func migrate(_ connection: Connection, _ steps: [Step] = steps) throws(StoreError) {
        let version = try version(of: connection, steps)
        for step in steps where step.version > version {
            // user_version and application_id are fields of the database header, so they are committed with the tables.
            try connection.script(
                """
                BEGIN IMMEDIATE;
                PRAGMA application_id = \(applicationID);
                \(step.sql)
                PRAGMA user_version = \(step.version);
                COMMIT;
                """,
                doing: "migrate \(connection.path) to schema \(step.version)"
            )
        }
    }
}
