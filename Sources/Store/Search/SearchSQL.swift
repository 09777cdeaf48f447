/// A piece of SQL with the values of its parameters, in their order.
struct SearchSQL {
    var sql: String
    var values: [SQLValue]

    init(_ sql: String, _ values: [SQLValue] = []) {
        self.sql = sql
        self.values = values
    }

    static func + (one: SearchSQL, other: SearchSQL) -> SearchSQL {
        SearchSQL(one.sql + other.sql, one.values + other.values)
    }

    /// Conditions joined by an operator, in parentheses.
    static func joined(_ parts: [SearchSQL], by sign: String, orElse none: String) -> SearchSQL {
        guard !parts.isEmpty else { return SearchSQL(none) }
        return SearchSQL("(" + parts.map(\.sql).joined(separator: sign) + ")", parts.flatMap(\.values))
    }
}
