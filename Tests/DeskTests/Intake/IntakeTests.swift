import Foundation
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home
@testable import Store

extension SerialTests {
    /// The way of a file.
    @Suite struct IntakeTests {
        @Test func `a file goes from the inbox into database and log, and leaves`() throws {
            let desk = try ScratchDesk()
            try desk.drop("sub/000_0123456789abcdef.txt", ScratchDesk.story())
            let batch = try desk.drain()
            #expect(batch.outcomes == [.new: 1])
            #expect(batch.articles == 1)
            #expect(batch.retired == 1)
            #expect(try desk.inboxNames() == ["sub"])
            #expect(try desk.folder.names(in: "inbox/sub") == [])
            #expect(
                try desk.ask("SELECT path, page_key FROM deliveries JOIN dumps USING (sha256)", columns: 2) == [
                    "sub/000_0123456789abcdef.txt|0123456789abcdef"
                ]
            )
            try desk.expectWholeLog()
        }

        @Test(arguments: [0, 3])
        func `a delivery is new, a duplicate, the same text, or rejected`(workers: Int) throws {
            let desk = try ScratchDesk { $0.workers = workers }
            try desk.drop("1", ScratchDesk.story())
            try desk.drain()
            try desk.drop("2", ScratchDesk.story())
            try desk.drop("3", "\u{FEFF}" + ScratchDesk.story())
            try desk.drop("4", "")
            try desk.drop("5", "\u{1F}\u{8B}\u{8} compressed")
            try desk.drop("6", ScratchDesk.story(2))
            let batch = try desk.drain()
            #expect(batch.files == 5)
            #expect(
                try desk.ask("SELECT name, outcome FROM deliveries ORDER BY name", columns: 2) == [
                    "1|new", "2|duplicate", "3|same_text", "4|rejected", "5|rejected", "6|new",
                ]
            )
            try desk.expectWholeLog()
        }

        @Test func `workers make no difference to what is filed, nor to its order`() throws {
            let lines = try [0, 3].map { workers in
                let desk = try ScratchDesk { $0.workers = workers }
                for number in 0..<30 { try desk.drop("f\(100 + number)", ScratchDesk.story(number / 2)) }
                try desk.drain()
                return try desk.ask("SELECT type || id || coalesce(rev, '') FROM changes ORDER BY seq")
            }
            #expect(lines[0].count == 45)
            #expect(lines[0] == lines[1])
        }

        @Test func `a batch is full at its number of files; the rest waits`() throws {
            let desk = try ScratchDesk()
            for number in 0..<(Intake.batchFiles + 5) { try desk.drop("f\(number)", ScratchDesk.story(number)) }
            try desk.intake.scan()
            #expect(try desk.intake.takeBatch().files <= Intake.batchFiles)
            #expect(desk.intake.waiting == 5)
            #expect(try desk.drain().files >= 5)
            #expect(try desk.ask("SELECT count(*) FROM deliveries") == ["\(Intake.batchFiles + 5)"])
        }

        @Test func `a batch is full at its number of bytes; the rest waits and is taken next`() throws {
            let desk = try ScratchDesk()
            // Refused by its first bytes, so that nothing is read in them.
            let large = "%PDF-1.7" + String(repeating: "x", count: Intake.batchBytes / 2)
            for number in 0..<5 { try desk.drop("f\(number)", large + "\(number)") }
            try desk.intake.scan()
            #expect(try desk.intake.takeBatch().files == 2)
            try desk.drain()
            #expect(try desk.ask("SELECT count(*) FROM deliveries") == ["5"])
        }

        @Test
        func `an inbox that is kept is remembered: scanned again, touched or restarted, nothing is filed twice`() throws
        {
            let keep: (inout Configuration) -> Void = { $0.after = .keep }
            let desk = try ScratchDesk(change: keep)
            try desk.drop("a", ScratchDesk.story())
            try desk.drop("b.pdf", "%PDF-1.7")
            try desk.drain()
            #expect(try desk.inboxNames() == ["a", "b.pdf"])
            #expect(try desk.drain().files == 0)
            Clock.sleep(milliseconds: 20)
            try desk.drop("a", ScratchDesk.story())
            #expect(try desk.drain().files == 0)
            let next = try desk.restarted(change: keep)
            #expect(try next.drain().files == 0)
            #expect(try next.ask("SELECT count(*) FROM deliveries") == ["2"])
            #expect(try desk.folder.names(in: "rejected") == [])
        }

        @Test func `in an inbox that is kept a file with new contents is a new delivery`() throws {
            let desk = try ScratchDesk { $0.after = .keep }
            try desk.drop("a", ScratchDesk.story(1))
            try desk.drain()
            Clock.sleep(milliseconds: 20)
            try desk.drop("a", ScratchDesk.story(2))
            try desk.drain()
            #expect(try desk.ask("SELECT outcome FROM deliveries") == ["new", "new"])
            #expect(try desk.drain().files == 0)
        }

        @Test func `two names of one file are two deliveries`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", ScratchDesk.story())
            try FileManager.default.linkItem(atPath: desk.folder.file("inbox/a"), toPath: desk.folder.file("inbox/b"))
            try desk.drain()
            #expect(try desk.inboxNames() == [])
            #expect(
                try desk.ask("SELECT name, outcome FROM deliveries ORDER BY delivery", columns: 2) == [
                    "a|new", "b|duplicate",
                ]
            )
        }

        @Test func `hostile names are filed by their bytes and leave`() throws {
            let desk = try ScratchDesk()
            let inbox = try Directory.open(desk.folder.place("inbox"))
            let names: [[UInt8]] = [
                Array("new\nline".utf8), Array("\u{1B}[31mred".utf8), [0xFF, 0xFE, 0x41],
                Array(repeating: 0xC3, count: 255),
                Array("back\\slash".utf8), Array("'quote\"; DROP TABLE dump".utf8), Array("\u{202E}txt".utf8),
            ]
            for (number, name) in names.enumerated() {
                try inbox.openFile(name, [.writeOnly, .create]).write(all: Array(ScratchDesk.story(number).utf8))
            }
            try desk.drain()
            #expect(try desk.inboxNames() == [])
            #expect(try desk.ask("SELECT outcome FROM deliveries") == Array(repeating: "new", count: names.count))
            #expect(try Set(desk.ask("SELECT name FROM deliveries")) == Set(names.map { Path.display($0) }))
        }

        @Test
        func `a disk that cannot read one file holds up no other, and the file is said once and taken later`() throws {
            let desk = try ScratchDesk()
            for (number, name) in ["a", "b", "c"].enumerated() { try desk.drop(name, ScratchDesk.story(number)) }
            // Files are read in the order of their names, each by a first call for all of it.
            let batch = try failing("read", { $0 == 1 ? .inputOutput : nil }) {
                try desk.intake.scan()
                return try desk.intake.takeBatch()
            }
            #expect(try desk.ask("SELECT name FROM deliveries ORDER BY 1") == ["b", "c"])
            #expect(batch.complaints.count == 1)
            #expect(batch.complaints.first?.contains("EIO") == true)
            try desk.drain()
            #expect(try desk.ask("SELECT name FROM deliveries ORDER BY 1") == ["a", "b", "c"])
        }

        @Test(arguments: [Errno.access, .notPermitted])
        func `a file that cannot be removed is named once, and is not delivered again`(error: Errno) throws {
            let desk = try ScratchDesk()
            try desk.drop("a", ScratchDesk.story())
            let complaints = try failing("unlinkat", { _ in error }) {
                try (0..<3).map { _ in try desk.drain(patience: 0).complaints }
            }
            #expect(complaints.map(\.count) == [1, 0, 0])
            #expect(complaints.first?.first?.contains(error.symbol) == true)
            #expect(try desk.store.taken(at: [UInt8(ascii: "a")])?.fault?.contains(error.symbol) == true)
            #expect(try desk.store.totals().stuck.count == 1)
            #expect(try desk.ask("SELECT count(*) FROM deliveries") == ["1"])
            _ = try desk.intake.retryStuck()
            try desk.settleAccounts()
            #expect(try desk.inboxNames() == [])
            #expect(try desk.store.totals().stuck.isEmpty)
        }

        @Test func `a commit that fails leaves every file in the inbox and nothing in the database`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", ScratchDesk.story())
            try desk.store.connection.script("PRAGMA query_only = 1", doing: "refuse")
            #expect(throws: Fault.self) { try desk.drain() }
            try desk.store.connection.script("PRAGMA query_only = 0", doing: "allow")
            #expect(try desk.inboxNames() == ["a"])
            #expect(try desk.ask("SELECT count(*) FROM deliveries") == ["0"])
            #expect(try desk.drain().outcomes == [.new: 1])
        }
    }
}
