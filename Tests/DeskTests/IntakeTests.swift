import Foundation
import Platform
import Testing

@testable import Desk
@testable import Store

extension DeskRoom {
    /// The way of a file.
    @Suite struct IntakeTests {
        @Test func `a file goes from the inbox into database and log, and leaves`() throws {
            let bench = try DeskBench()
            try bench.drop("sub/000_0123456789abcdef.txt", DeskBench.story())
            let batch = try bench.drain()
            #expect(batch.outcomes == [.new: 1])
            #expect(batch.articles == 1)
            #expect(batch.retired == 1)
            #expect(try bench.inboxNames() == ["sub"])
            #expect(try bench.folder.names(in: "inbox/sub") == [])
            #expect(
                try bench.ask("SELECT path, page_key FROM deliveries JOIN dumps USING (sha256)", columns: 2) == [
                    "sub/000_0123456789abcdef.txt|0123456789abcdef"
                ]
            )
            try bench.expectWholeLog()
        }

        @Test(arguments: [0, 3])
        func `a delivery is new, a duplicate, the same text, or rejected`(workers: Int) throws {
            let bench = try DeskBench { $0.workers = workers }
            try bench.drop("1", DeskBench.story())
            try bench.drain()
            try bench.drop("2", DeskBench.story())
            try bench.drop("3", "\u{FEFF}" + DeskBench.story())
            try bench.drop("4", "")
            try bench.drop("5", "\u{1F}\u{8B}\u{8} compressed")
            try bench.drop("6", DeskBench.story(2))
            let batch = try bench.drain()
            #expect(batch.files == 5)
            #expect(
                try bench.ask("SELECT name, outcome FROM deliveries ORDER BY name", columns: 2) == [
                    "1|new", "2|duplicate", "3|same_text", "4|rejected", "5|rejected", "6|new",
                ]
            )
            try bench.expectWholeLog()
        }

        @Test func `workers make no difference to what is filed, nor to its order`() throws {
            let lines = try [0, 3].map { workers in
                let bench = try DeskBench { $0.workers = workers }
                for number in 0..<30 { try bench.drop("f\(100 + number)", DeskBench.story(number / 2)) }
                try bench.drain()
                return try bench.ask("SELECT type || id || coalesce(rev, '') FROM changes ORDER BY seq")
            }
            #expect(lines[0].count == 45)
            #expect(lines[0] == lines[1])
        }

        @Test func `a batch is full at its number of files; the rest waits`() throws {
            let bench = try DeskBench()
            for number in 0..<(Intake.batchFiles + 5) { try bench.drop("f\(number)", DeskBench.story(number)) }
            try bench.intake.inbox.scan()
            #expect(try bench.intake.takeBatch().files <= Intake.batchFiles)
            #expect(bench.intake.waiting == 5)
            #expect(try bench.drain().files >= 5)
            #expect(try bench.ask("SELECT count(*) FROM deliveries") == ["\(Intake.batchFiles + 5)"])
        }

        @Test func `a batch is full at its number of bytes; the rest waits and is taken next`() throws {
            let bench = try DeskBench()
            // Refused by its first bytes, so that nothing is read in them.
            let large = "%PDF-1.7" + String(repeating: "x", count: Intake.batchBytes / 2)
            for number in 0..<5 { try bench.drop("f\(number)", large + "\(number)") }
            try bench.intake.inbox.scan()
            #expect(try bench.intake.takeBatch().files == 2)
            try bench.drain()
            #expect(try bench.ask("SELECT count(*) FROM deliveries") == ["5"])
        }

        @Test
        func `an inbox that is kept is remembered: scanned again, touched or restarted, nothing is filed twice`() throws
        {
            let keep: (inout Configuration) -> Void = { $0.after = .keep }
            let bench = try DeskBench(change: keep)
            try bench.drop("a", DeskBench.story())
            try bench.drop("b.pdf", "%PDF-1.7")
            try bench.drain()
            #expect(try bench.inboxNames() == ["a", "b.pdf"])
            #expect(try bench.drain().files == 0)
            Clock.sleep(milliseconds: 20)
            try bench.drop("a", DeskBench.story())
            #expect(try bench.drain().files == 0)
            let next = try bench.restarted(change: keep)
            #expect(try next.drain().files == 0)
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["2"])
            #expect(try bench.folder.names(in: "rejected") == [])
        }

        @Test func `in an inbox that is kept a file with new contents is a new delivery`() throws {
            let bench = try DeskBench { $0.after = .keep }
            try bench.drop("a", DeskBench.story(1))
            try bench.drain()
            Clock.sleep(milliseconds: 20)
            try bench.drop("a", DeskBench.story(2))
            try bench.drain()
            #expect(try bench.ask("SELECT outcome FROM deliveries") == ["new", "new"])
            #expect(try bench.drain().files == 0)
        }

        @Test func `two names of one file are two deliveries`() throws {
            let bench = try DeskBench()
            try bench.drop("a", DeskBench.story())
            try FileManager.default.linkItem(atPath: bench.folder.file("inbox/a"), toPath: bench.folder.file("inbox/b"))
            try bench.drain()
            #expect(try bench.inboxNames() == [])
            #expect(
                try bench.ask("SELECT name, outcome FROM deliveries ORDER BY delivery", columns: 2) == [
                    "a|new", "b|duplicate",
                ]
            )
        }

        @Test func `hostile names are filed by their bytes and leave`() throws {
            let bench = try DeskBench()
            let inbox = try Directory.open(bench.folder.place("inbox"))
            let names: [[UInt8]] = [
                Array("new\nline".utf8), Array("\u{1B}[31mred".utf8), [0xFF, 0xFE, 0x41],
                Array(repeating: 0xC3, count: 255),
                Array("back\\slash".utf8), Array("'quote\"; DROP TABLE dump".utf8), Array("\u{202E}txt".utf8),
            ]
            for (number, name) in names.enumerated() {
                try inbox.openFile(name, [.writeOnly, .create]).write(all: Array(DeskBench.story(number).utf8))
            }
            try bench.drain()
            #expect(try bench.inboxNames() == [])
            #expect(try bench.ask("SELECT outcome FROM deliveries") == Array(repeating: "new", count: names.count))
            #expect(try Set(bench.ask("SELECT name FROM deliveries")) == Set(names.map { Path.display($0) }))
        }

        @Test
        func `a disk that cannot read one file holds up no other, and the file is said once and taken later`() throws {
            let bench = try DeskBench()
            for (number, name) in ["a", "b", "c"].enumerated() { try bench.drop(name, DeskBench.story(number)) }
            // Files are read in the order of their names, each by a first call for all of it.
            let batch = try failing("read", { $0 == 1 ? .inputOutput : nil }) {
                try bench.intake.inbox.scan()
                return try bench.intake.takeBatch()
            }
            #expect(try bench.ask("SELECT name FROM deliveries ORDER BY 1") == ["b", "c"])
            #expect(batch.complaints.count == 1)
            #expect(batch.complaints.first?.contains("EIO") == true)
            try bench.drain()
            #expect(try bench.ask("SELECT name FROM deliveries ORDER BY 1") == ["a", "b", "c"])
        }

        @Test(arguments: [Errno.access, .notPermitted])
        func `a file that cannot be removed is named once, and is not delivered again`(error: Errno) throws {
            let bench = try DeskBench()
            try bench.drop("a", DeskBench.story())
            let complaints = try failing("unlinkat", { _ in error }) {
                try (0..<3).map { _ in try bench.drain(patience: 0).complaints }
            }
            #expect(complaints.map(\.count) == [1, 0, 0])
            #expect(complaints.first?.first?.contains(error.symbol) == true)
            #expect(try bench.store.taken(at: [UInt8(ascii: "a")])?.fault?.contains(error.symbol) == true)
            #expect(try bench.store.totals().stuck.count == 1)
            #expect(try bench.ask("SELECT count(*) FROM deliveries") == ["1"])
            _ = try bench.intake.retryStuck()
            try bench.settleAccounts()
            #expect(try bench.inboxNames() == [])
            #expect(try bench.store.totals().stuck.isEmpty)
        }

        @Test func `a commit that fails leaves every file in the inbox and nothing in the database`() throws {
            let bench = try DeskBench()
            try bench.drop("a", DeskBench.story())
            try bench.store.connection.script("PRAGMA query_only = 1", doing: "refuse")
            #expect(throws: Fault.self) { try bench.drain() }
            try bench.store.connection.script("PRAGMA query_only = 0", doing: "allow")
            #expect(try bench.inboxNames() == ["a"])
            #expect(try bench.ask("SELECT count(*) FROM deliveries") == ["0"])
            #expect(try bench.drain().outcomes == [.new: 1])
        }
    }
}
