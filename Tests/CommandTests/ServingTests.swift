import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// A desk that watches: what arrives, what is announced, how it stops.
    @Suite struct ServingTests {
        @Test func `a file dropped while the desk watches appears in the change log, and leaves the inbox`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let hidden = try desk.scratch.file("home/inbox/.late.txt", Samples.page(1))
            let dropped = ContinuousClock.now
            rename(hidden, desk.inbox + "/late.txt")
            try waitUntil("the article is announced") {
                try desk.records().contains { $0["type"].text == "article.created" }
            }
            print("dropped file announced after \(ContinuousClock.now - dropped)")
            try waitUntil("the inbox is empty") { try desk.filesInInbox() == 0 }
            let created = try #require(try desk.records().first { $0["type"].text == "article.created" })
            #expect(created["dump"]["name"].text == "late.txt")
            #expect(created["after"]["title"].text?.hasPrefix("Ferry 1 ") == true)
            try desk.stop(serving)
        }

        @Test func `a folder moved in with files in it is taken, and goes on being watched`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            try desk.scratch.folder("outside/deep/deeper")
            try desk.scratch.file("outside/deep/one.txt", Samples.page(1))
            try desk.scratch.file("outside/deep/deeper/two.txt", Samples.page(2))
            rename(desk.scratch.path + "/outside/deep", desk.inbox + "/deep")
            try desk.waitForDeliveries(2, of: serving)
            try desk.scratch.file("home/inbox/deep/deeper/three.txt", Samples.page(3))
            try desk.waitForDeliveries(3, of: serving)
            try desk.stop(serving)
            let paths = try desk.rows("SELECT path FROM deliveries ORDER BY path").compactMap { $0["path"]?.text }
            #expect(paths == ["deep/deeper/three.txt", "deep/deeper/two.txt", "deep/one.txt"])
        }

        @Test func `every line of the change log is one object with all keys in order, and short enough`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            try desk.once(delivering: [try desk.scratch.file("long.txt", Samples.page(1, paragraphs: 400))])
            let keys = try desk.scratch.shell("jq -c keys_unsorted '\(desk.changeLog)'").text.split(separator: "\n")
            #expect(keys.count > 50)
            let wanted = "[" + Contract.recordKeys.map { "\"\($0)\"" }.joined(separator: ",") + "]"
            #expect(Set(keys.map(String.init)) == [wanted])
            let lines = try #require(FileManager.default.contents(atPath: desk.changeLog)).split(separator: 10)
            #expect(lines.count == keys.count)
            #expect((lines.map(\.count).max() ?? 0) < 32_000)
            let records = try desk.records()
            #expect(records.map { $0["seq"] } == (1...records.count).map { .integer($0) })
            #expect(records.contains { $0["type"].text == "content.part" })
            #expect(try desk.number("SELECT max(seq) FROM changes") == records.count)
        }

        @Test(arguments: [SIGTERM, SIGINT])
        func `asked to stop, the desk ends with 0 and leaves what readers need`(signal: Int32) throws {
            let desk = try TestDesk()
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            serving.signal(signal)
            // Well below the minute that an idle desk sleeps: the signal itself has to end it.
            let ending = try serving.wait(30)
            #expect(ending.code == 0)
            #expect(ending.errors.contains("stopped"))
            #expect(Disk.exists(desk.database + "-wal") && Disk.exists(desk.database + "-shm"))
        }

        @Test func `a second desk on the same home ends with 4, and the first goes on`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let second = try desk.command("run")
            #expect(second.code == 4)
            #expect(second.errors.contains("another desk") && second.errors.contains("\(serving.id)"))
            try desk.scratch.file("home/inbox/after.txt", Samples.page(2))
            try desk.waitForDeliveries(1, of: serving)
            #expect(try desk.stop(serving).code == 0)
        }

        @Test func `at SIGHUP the desk says what changed, and refuses what is wrong by file, line and key`() throws {
            let desk = try TestDesk()
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 2\n")
            let serving = try desk.serve("--config", configuration)
            try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 3\n")
            serving.signal(SIGHUP)
            try waitUntil("the change is said") {
                serving.errors.contains("configuration changed: [inbox] quiet_seconds")
            }
            try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 3\nafter = burn\n")
            serving.signal(SIGHUP)
            try waitUntil("the refusal is said") { serving.errors.contains("configuration refused") }
            #expect(serving.errors.contains("\(configuration):3: [inbox] after"))
            try desk.scratch.file("home/inbox/after.txt", Samples.page(3))
            try desk.waitForDeliveries(1, of: serving)
            #expect(try desk.stop(serving).code == 0)
        }

        @Test func `status tells a running desk from a stopped one, as JSON too`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve("--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            let running = try JSONValue.of(try desk.command("status", "--json").output)
            #expect(running["running"] == .bool(true))
            #expect(running["process"] == .integer(Int(serving.id)))
            #expect(running["articles"] == .integer(15))
            #expect(running["outcomes"]["new"] == .integer(11))
            try desk.stop(serving)
            let stopped = try JSONValue.of(try desk.command("status", "--json").output)
            #expect(stopped["running"] == .bool(false))
            #expect(try desk.command("status").text.contains("not running"))
        }

        @Test func `deliver --wait prints a receipt a file, and ends with 1 when one is refused`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let good = try desk.scratch.file("good.txt", Samples.page(4))
            let bad = try desk.scratch.file("bad.txt", "{\"a\": [1, 2, 3]}\n")
            let first = try desk.command("deliver", "--wait", good)
            #expect(first.code == 0)
            #expect(first.line.hasPrefix("new  ") && first.line.contains("1 articles"))
            #expect(try desk.command("deliver", "--wait", good).line.hasPrefix("duplicate  "))
            let refused = try desk.command("deliver", "--wait", bad)
            #expect(refused.code == 1)
            #expect(refused.line.hasPrefix("rejected  ") && refused.line.contains("  bad.txt  json"))
            try desk.stop(serving)
        }
    }
}
