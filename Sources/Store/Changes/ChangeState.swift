import Pages

/// A row that later changes overwrite, as it was after and before one change.
///
/// The change keeps it, since its record has to be made from what never changes.
struct ChangeState {
    /// nil where the change removed the row.
    var after: [JSON.Member]?
    /// nil where the change made the row.
    var before: [JSON.Member]?

    /// What a change keeps that this version's rules made of an older dump.
    static let rules = rules(and: [])

    /// The same with more that it keeps.
    static func rules(and more: [JSON.Member]) -> String {
        JSON.object([.init("extractor", .text(Normaliser.version))] + more).string
    }

    /// How the change keeps it: `{"after": {…}, "before": {…}}`.
    var json: String {
        JSON.object([
            .init("after", after.map(JSON.object) ?? .null), .init("before", before.map(JSON.object) ?? .null),
        ]).string
    }

    /// The same with the rules that made the change.
    var jsonWithRules: String {
        JSON.object([
            .init("extractor", .text(Normaliser.version)), .init("after", after.map(JSON.object) ?? .null),
            .init("before", before.map(JSON.object) ?? .null),
        ]).string
    }
}

extension Store {
    /// Reads the rows that a change keeps.
    func rows(kept json: String) throws(StoreError) -> ChangeRecord.Rows {
        ChangeRecord.Rows(after: try members(of: "after", in: json), before: try members(of: "before", in: json))
    }

    /// The members of one object in a JSON text, in order; nil where it is null.
    func members(of name: String, in json: String) throws(StoreError) -> [JSON.Member]? {
        var members: [JSON.Member]?
        try connection.run(
            """
            SELECT key, type, value FROM json_each(?1, '$.' || ?2) WHERE key IS NOT NULL
            """,
            [.text(json), .text(name)],
            doing: "read a change's rows"
        ) { row in
            let value: JSON =
                switch row.text(1) {
                case "null": .null
                case "integer": .integer(row.integer(2))
                case "true": .bool(true)
                case "false": .bool(false)
                case "array", "object": .written(row.text(2))
                default: .text(row.text(2))
                }
            members = (members ?? []) + [JSON.Member(row.text(0), value)]
        }
        return members
    }
}
