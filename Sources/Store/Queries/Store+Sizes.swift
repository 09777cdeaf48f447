// How much room each part of the database takes.
extension Store {
    /// The sizes of the file and of all trees in it, seen at one moment.
    package struct Sizes: Sendable {
        /// The size of the database with what the write-ahead log holds of it: pages times page size.
        package var bytes: Int64 = 0
        /// What is on the free list, for rows to come.
        package var freeBytes: Int64 = 0
        package var trees: [Tree] = []

        /// One table or index: SQLite keeps each in a tree of pages of its own.
        package struct Tree: Sendable {
            package let name: String
            /// The table that an index belongs to; a table's own name.
            package let table: String
            package let isIndex: Bool
            /// Its pages.
            package let bytes: Int64
            /// What is not used yet within them.
            package let unusedBytes: Int64
        }
    }

    /// The sizes, by SQLite's table `dbstat` (https://sqlite.org/dbstat.html), which reads every page once.
    ///
    /// - Returns: Nil where the SQLite library was built without that table.
    /// - Throws: `StoreError`.
    package func sizes() throws(StoreError) -> Sizes? {
        let doing = "measure the parts of \(path)"
        let isThere = try connection.first(
            "SELECT EXISTS (SELECT 1 FROM pragma_module_list WHERE name = 'dbstat')",
            doing: doing
        ) { $0.integer(0) == 1 }
        guard isThere == true else { return nil }
        return try inOneView { () throws(StoreError) in
            var sizes = Sizes()
            try connection.run(
                """
                SELECT p.page_count * s.page_size, f.freelist_count * s.page_size
                FROM pragma_page_count p, pragma_page_size s, pragma_freelist_count f
                """,
                doing: doing
            ) {
                sizes.bytes = $0.integer(0)
                sizes.freeBytes = $0.integer(1)
            }
            // Without `aggregate` there would be a row a page.
            try connection.run(
                """
                SELECT d.name, coalesce(s.tbl_name, d.name), coalesce(s.type = 'index', 0), d.pgsize, d.unused
                FROM dbstat d LEFT JOIN sqlite_schema s ON s.name = d.name
                WHERE d.aggregate = TRUE ORDER BY d.pgsize DESC, d.name
                """,
                doing: doing
            ) {
                sizes.trees.append(
                    Sizes.Tree(
                        name: $0.text(0),
                        table: $0.text(1),
                        isIndex: $0.integer(2) == 1,
                        bytes: $0.integer(3),
                        unusedBytes: $0.integer(4)
                    )
                )
            }
            return sizes
        }
    }
}
