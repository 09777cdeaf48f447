import Pages
import TestSupport
import Testing

@testable import Store

/// A new database.
@Suite struct SchemaTests {
    @Test func `a new database says in its header whose it is and which schema it has`() throws {
        let store = try ScratchStore().store
        #expect(try store.ask("PRAGMA application_id") == ["\(0x436F_7079)"])
        #expect(try store.ask("PRAGMA user_version") == ["6"])
    }

    @Test func `a new database is in write-ahead mode with every commit made durable`() throws {
        let store = try ScratchStore().store
        #expect(try store.ask("PRAGMA journal_mode") == ["wal"])
        #expect(try store.ask("PRAGMA synchronous") == ["2"])
        #expect(try store.ask("PRAGMA foreign_keys") == ["1"])
    }

    @Test func `every table but those of full-text indexes is STRICT and named in the singular`() throws {
        let store = try ScratchStore().store
        let loose = try store.ask(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
                AND name NOT LIKE 'sqlite_%'
            """
        )
        #expect(loose == [])
        let tables = try store.ask(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                AND name NOT LIKE 'sqlite_%'
            """
        )
        #expect(tables.count > 5)
        #expect(tables.filter { $0.hasSuffix("s") } == ["alias"])
    }

    @Test func `every table and view keeps the comment in its CREATE`() throws {
        let store = try ScratchStore().store
        let silent = try store.ask(
            """
            SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND sql NOT LIKE '%--%'
                AND name NOT LIKE 'sqlite_%'
                AND name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))
            """
        )
        #expect(silent == [])
    }

    @Test func `a database keeps the epoch it was made with, whoever opens it again`() throws {
        let scratch = try ScratchStore()
        let again = try Store(
            path: scratch.store.path,
            access: .desk(newEpoch: "99999999-2222-4333-8444-555555555555", now: "2027-01-01T00:00:00.000Z")
        )
        #expect(again.epoch == ScratchStore.epoch)
    }

    @Test(.enabled(if: Tool.has("sqlite3"), "skipped: no sqlite3 shell here"))
    func `nothing a reader touches calls a function that the stock shell does not have`() throws {
        let scratch = try ScratchStore()
        for view in PublicView.all {
            let arguments = ["-readonly", scratch.store.path, "SELECT count(*) FROM \(view.name)"]
            let answer = try Tool.run("sqlite3", arguments)
            #expect(answer.output == "0\n" && answer.status == 0, "\(view.name): \(answer.output)")
        }
    }
}
