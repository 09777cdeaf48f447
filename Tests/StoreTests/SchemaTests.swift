import Pages
import Testing

@testable import Store

@Suite("A new database")
struct SchemaTests {
    @Test("It says in its header whose it is and which schema it has")
    func header() throws {
        let store = try Bench().store
        #expect(try store.ask("PRAGMA application_id") == ["\(0x436F_7079)"])
        #expect(try store.ask("PRAGMA user_version") == ["2"])
    }

    @Test("It is in write-ahead mode with every commit made durable")
    func journal() throws {
        let store = try Bench().store
        #expect(try store.ask("PRAGMA journal_mode") == ["wal"])
        #expect(try store.ask("PRAGMA synchronous") == ["2"])
        #expect(try store.ask("PRAGMA foreign_keys") == ["1"])
    }

    @Test("Every table but the full-text index's is STRICT and named in the singular")
    func strict() throws {
        let store = try Bench().store
        let loose = try store.ask(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
                AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'articles_fts%'
            """
        )
        #expect(loose == [])
        let tables = try store.ask(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'articles_fts%'
            """
        )
        #expect(tables.count > 5)
        #expect(tables.filter { $0.hasSuffix("s") } == [])
    }

    @Test("Every table and view keeps the comment in its CREATE")
    func comments() throws {
        let store = try Bench().store
        let silent = try store.ask(
            """
            SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND sql NOT LIKE '%--%'
                AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'articles_fts%'
            """
        )
        #expect(silent == [])
    }

    @Test("It keeps the epoch it was made with, whoever opens it again")
    func epoch() throws {
        let bench = try Bench()
        let again = try Store(
            path: bench.store.path,
            access: .desk(newEpoch: "99999999-2222-4333-8444-555555555555", now: "2027-01-01T00:00:00.000Z")
        )
        #expect(again.epoch == Bench.epoch)
    }

    @Test(
        "Nothing a reader touches calls a function that the stock shell does not have",
        .enabled(if: OtherTool.has("sqlite3"), "skipped: no sqlite3 shell here")
    )
    func stockFunctions() throws {
        let bench = try Bench()
        for view in PublicView.all {
            let arguments = ["-readonly", bench.store.path, "SELECT count(*) FROM \(view.name)"]
            let answer = try OtherTool.run("sqlite3", arguments)
            #expect(answer.output == "0\n" && answer.status == 0, "\(view.name): \(answer.output)")
        }
    }
}
