import TestSupport
import Testing

@testable import Store

@Suite struct MigrationTests {
    private let next = Schema.Step(version: Schema.current() + 1, sql: "ALTER TABLE meta ADD COLUMN remark TEXT;")

    private func version(_ connection: Connection) throws -> Int? {
        try connection.first("PRAGMA user_version", doing: "ask") { $0.int(0) }
    }

    private func columns(_ connection: Connection) throws -> Int? {
        try connection.first("SELECT count(*) FROM pragma_table_info('meta')", doing: "ask") { $0.int(0) }
    }

    @Test func `a further step is applied to a database as it is, with what it holds`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([ScratchStore.article("Kept", "Kept through the step.")]), dump: "kept")
        let connection = try Connection(path: scratch.store.path, access: .write)
        try Schema.migrate(connection, Schema.steps + [next])
        #expect(try version(connection) == next.version)
        #expect(try columns(connection) == 3)
        #expect(try connection.first("SELECT count(*) FROM articles", doing: "ask") { $0.int(0) } == 1)
    }

    @Test func `a new database goes through all steps`() throws {
        let folder = try ScratchFolder()
        let connection = try Connection(path: folder.file("new.db"), access: .write)
        try Schema.migrate(connection, Schema.steps + [next])
        #expect(try version(connection) == next.version)
        #expect(try columns(connection) == 3)
    }

    @Test func `migrating again changes nothing`() throws {
        let folder = try ScratchFolder()
        let connection = try Connection(path: folder.file("new.db"), access: .write)
        try Schema.migrate(connection, Schema.steps + [next])
        try Schema.migrate(connection, Schema.steps + [next])
        #expect(try version(connection) == next.version)
    }

    @Test func `a step that stops half way leaves the whole older version`() throws {
        let scratch = try ScratchStore()
        let broken = Schema.Step(
            version: next.version + 1,
            sql: "CREATE TABLE half (a TEXT) STRICT; CREATE TABLE meta (b TEXT);"
        )
        do {
            let connection = try Connection(path: scratch.store.path, access: .write)
            let error = storeError { () throws(StoreError) in
                try Schema.migrate(connection, Schema.steps + [next, broken])
            }
            #expect(error?.description.contains("schema \(next.version + 1)") == true)
        }
        // Another connection, as after a crash: what was not committed is not there.
        let connection = try Connection(path: scratch.store.path, access: .write)
        #expect(try version(connection) == next.version)
        #expect(try columns(connection) == 3)
        let half = try connection.first("SELECT count(*) FROM sqlite_schema WHERE name = 'half'", doing: "ask") {
            $0.int(0)
        }
        #expect(half == 0)
    }

    @Test(arguments: [true, false])
    func `a database of a newer copydesk is refused in a message that names both versions`(asDesk: Bool) throws {
        let scratch = try ScratchStore()
        try scratch.store.connection.script("PRAGMA user_version = 41", doing: "age")
        let path = scratch.store.path
        let error = storeError { () throws(StoreError) in
            _ = try Store(path: path, access: asDesk ? .desk(newEpoch: ScratchStore.epoch, now: "") : .reader)
        }
        #expect(error?.kind == .newer)
        let message = error?.description ?? ""
        #expect(
            message.contains("schema 41") && message.contains("knows \(Schema.current())") && message.contains(path),
            "\(message)"
        )
    }

    @Test func `a reader of an older database is told who brings it up to date`() throws {
        let scratch = try ScratchStore()
        try scratch.store.connection.script("PRAGMA user_version = 0", doing: "rejuvenate")
        let path = scratch.store.path
        let error = storeError { () throws(StoreError) in _ = try Store(path: path, access: .reader) }
        #expect(error?.kind == .unavailable)
        #expect(error?.description.contains("copydesk run") == true)
    }

    @Test(arguments: [true, false])
    func `another program's SQLite file is refused and left byte for byte as it was`(asDesk: Bool) throws {
        let folder = try ScratchFolder()
        do {
            let connection = try Connection(path: folder.file("copydesk.db"), access: .write)
            try connection.script("CREATE TABLE recipe (soup TEXT); PRAGMA user_version = 1", doing: "cook")
        }
        let before = try folder.bytes(of: "copydesk.db")
        let error = storeError { () throws(StoreError) in
            _ =
                asDesk
                ? try ScratchStore.open(folder) : try Store(path: folder.file("copydesk.db"), access: .reader)
        }
        #expect(error?.kind == .damaged)
        #expect(error?.description.contains("not a copydesk database") == true)
        #expect(try folder.bytes(of: "copydesk.db") == before)
        #expect(try folder.names() == ["copydesk.db"])
    }

    @Test(arguments: [true, false])
    func `a file that is no database is refused and left as it was`(asDesk: Bool) throws {
        let folder = try ScratchFolder()
        let text = String(repeating: "This is a shopping list and no database. ", count: 200)
        try folder.make("copydesk.db", text)
        let error = storeError { () throws(StoreError) in
            _ =
                asDesk
                ? try ScratchStore.open(folder) : try Store(path: folder.file("copydesk.db"), access: .reader)
        }
        #expect(error?.kind == .damaged)
        #expect(try folder.bytes(of: "copydesk.db") == Array(text.utf8))
    }

    @Test func `a reader of a database that is not there is told so, and makes none`() throws {
        let folder = try ScratchFolder()
        let path = folder.file("copydesk.db")
        let error = storeError { () throws(StoreError) in _ = try Store(path: path, access: .reader) }
        #expect(error?.kind == .unavailable)
        #expect(try folder.names() == [])
    }
}
