import Foundation
import Testing

extension ProgramTests {
    /// What a desk does while it has nothing to do.
    @Suite struct IdleTests {
        @Test func `a minute after the last delivery the one file copydesk.db holds all`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            let copy = desk.scratch.path + "/copy.db"
            // Twice the minute after which an idle desk keeps house, and as much for a machine that is slow.
            try waitUntil("the file alone is whole", 240) {
                usleep(500_000)
                try? FileManager.default.removeItem(atPath: copy)
                try FileManager.default.copyItem(atPath: desk.database, toPath: copy)
                return try desk.scratch.run("sqlite3", copy, "SELECT count(*) FROM deliveries").line == "13"
            }
            #expect(try desk.scratch.run("sqlite3", copy, "PRAGMA integrity_check").line == "ok")
            try waitUntil("the write-ahead log is empty") {
                FileManager.default.contents(atPath: desk.database + "-wal")?.isEmpty == true
            }
            try desk.stop(serving)
        }

        @Test func `a stop that a reader keeps from emptying the write-ahead log says so`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            let words =
                "(echo 'BEGIN; SELECT count(*) FROM articles;'; sleep 600) | sqlite3 -readonly '\(desk.database)'"
            let reader = try ChildProcess(["/bin/sh", "-c", words].map { Array($0.utf8) }, outputIn: desk.scratch.said)
            try waitUntil("the reader is in its transaction") {
                try JSONValue.of(try desk.command("status", "--json").output)["oldest_reader"] != .null
            }
            let ending = try desk.stop(serving)
            #expect(ending.code == 0 && ending.errors.contains("the write-ahead log stays full for now"))
            try desk.scratch.shell("pkill -KILL -P \(reader.id) || true")
            reader.signal(SIGKILL)
        }
    }
}
