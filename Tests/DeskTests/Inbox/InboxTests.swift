import Foundation
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

extension SerialTests {
    @Suite struct InboxTests {
        private func inbox(_ folder: ScratchFolder) throws -> Inbox {
            try folder.write("", to: "inbox/.keep")
            return try Inbox(folder.place("inbox"))
        }

        private func names(_ inbox: Inbox) -> Set<String> {
            Set(inbox.take(1000).map { String(decoding: $0.path, as: UTF8.self) }).subtracting([".keep"])
        }

        @Test func `a scan finds what is there, below sub-folders too, in order of the names`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            for name in ["c", "a", "b/d", "b/e/f"] { try folder.write("x", to: "inbox/" + name) }
            #expect(inbox.scanIsDue)
            try inbox.scanEverything()
            #expect(!inbox.scanIsDue)
            let found = inbox.take(1000).map { String(decoding: $0.path, as: UTF8.self) }
            #expect(found.filter { $0 != ".keep" } == ["a", "b/d", "b/e/f", "c"])
        }

        @Test func `after the scan events tell of new files, renamed ones and hard links`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try inbox.scanEverything()
            _ = inbox.take(1000)
            try folder.write("x", to: "inbox/written")
            try folder.write("x", to: "outside")
            try FileManager.default.linkItem(atPath: folder.file("outside"), toPath: folder.file("inbox/linked"))
            try FileManager.default.moveItem(atPath: folder.file("outside"), toPath: folder.file("inbox/moved"))
            try inbox.readEverything()
            #expect(names(inbox) == ["written", "linked", "moved"])
        }

        @Test(arguments: [false, true])
        func `names that were listed before a fault are handed out all the same`(isBelow: Bool) throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            if !isBelow { try FileManager.default.removeItem(atPath: folder.file("inbox/.keep")) }
            for number in 0..<50 { try folder.write("x", to: (isBelow ? "inbox/below/" : "inbox/") + "\(number)") }
            _ = try inbox.beginScan()
            var found = 0
            // Of the folder itself and its parent come two names more, and of the inbox those two and one or two others.
            let error = try failing("readdir", { $0 > 20 ? .inputOutput : nil }) { () throws -> (any Error)? in
                fault { () throws(Fault) in
                    while let listed = try inbox.nextNames() { found += listed.arrivals.count }
                }
            }
            #expect((10...20).contains(found))
            if isBelow {
                #expect(error == nil)
                #expect(inbox.folderFaults[Array("below".utf8)] == .inputOutput)
            } else {
                #expect((error as? Fault)?.kind == .machine)
            }
        }

        @Test func `names are handed out some at a time, those of a large folder all of them`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            let directory = try Directory.open(folder.place("inbox"))
            let names = (0..<2500).map { "f\($0)" }
            for name in names { try directory.openFile(Array(name.utf8), [.writeOnly, .create]).close() }
            try folder.write("x", to: "inbox/below/g")
            _ = try inbox.beginScan()
            var found: [String] = []
            var most = 0
            while let listed = try inbox.nextNames() {
                most = max(most, listed.arrivals.count)
                found += listed.arrivals.map { String(decoding: $0.path, as: UTF8.self) }
            }
            #expect(most == 1024)
            #expect(found.count == Set(found).count)
            #expect(Set(found) == Set(names + [".keep", "below/g"]))
            #expect(inbox.count == 0)
        }

        @Test func `a sub-folder that came with files, before it could be watched, is listed`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try inbox.scanEverything()
            _ = inbox.take(1000)
            try folder.write("x", to: "inbox/new/deeper/early")
            try inbox.readEverything()
            #expect(names(inbox).contains("new/deeper/early"))
            try folder.write("x", to: "inbox/new/deeper/late")
            try inbox.readEverything()
            #expect(names(inbox) == ["new/deeper/late"])
        }

        @Test(arguments: [true, false])
        func `a hidden sub-folder is left alone, whether a scan or an event finds it`(byScan: Bool) throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            if !byScan { try inbox.scanEverything() }
            _ = inbox.take(1000)
            // Where rsync --delay-updates puts whole files until all of them are there.
            try folder.write("x", to: "inbox/.~tmp~/page.txt")
            if byScan { try inbox.scanEverything() } else { try inbox.readEverything() }
            #expect(names(inbox) == [])
        }

        @Test func `a folder that was renamed is watched under its new name`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try folder.write("x", to: "inbox/old/a")
            try inbox.scanEverything()
            _ = inbox.take(1000)
            try FileManager.default.moveItem(atPath: folder.file("inbox/old"), toPath: folder.file("inbox/new"))
            try inbox.readEverything()
            if inbox.scanIsDue { try inbox.scanEverything() }
            #expect(names(inbox).contains("new/a"))
            try folder.write("x", to: "inbox/new/b")
            try inbox.readEverything()
            #expect(names(inbox).contains("new/b"))
        }

        @Test func `a symbolic link to a folder is an arrival, not a folder to go into`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try folder.write("x", to: "outside/secret")
            try FileManager.default.createSymbolicLink(
                atPath: folder.file("inbox/link"),
                withDestinationPath: folder.file("outside")
            )
            try inbox.scanEverything()
            #expect(names(inbox) == ["link"])
            #expect(throws: Errno.self) { try open(inbox, "link") }
        }

        private func open(_ inbox: Inbox, _ folder: String) throws {
            _ = try inbox.open(Array(folder.utf8))
        }

        @Test func `after an overflow of the kernel's queue a scan is due, and finds every file`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try inbox.scanEverything()
            let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
            let count = try #require(Int(limit.split(separator: "\n").first ?? ""))
            let directory = try Directory.open(folder.place("inbox"))
            // Two events a file: made, and closed after writing.
            for number in 0..<(count / 2 + 200) {
                try directory.openFile(Array("f\(number)".utf8), [.writeOnly, .create]).close()
            }
            try inbox.readEverything()
            #expect(inbox.complaints().contains { $0.contains("overflowed") })
            #expect(inbox.scanIsDue)
            try inbox.scanEverything()
            var found: Set<Arrival> = []
            while inbox.count > 0 { found.formUnion(inbox.take(4096)) }
            #expect(found.count == count / 2 + 201)
        }

        @Test func `past the bound only the fact is kept that a scan is due`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try inbox.scanEverything()
            _ = inbox.take(1000)
            for number in 0..<Inbox.capacity { inbox.add(Arrival(path: Array("f\(number)".utf8))) }
            #expect(inbox.count == Inbox.capacity)
            #expect(!inbox.scanIsDue)
            inbox.add(Arrival(path: Array("one more".utf8)))
            #expect(inbox.count == Inbox.capacity)
            #expect(inbox.scanIsDue)
        }

        @Test func `a name that waits already does not wait twice; taken, it may come again`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            let arrival = Arrival(path: [65])
            inbox.add(arrival)
            inbox.add(arrival)
            #expect(inbox.take(10) == [arrival])
            inbox.add(arrival)
            #expect(inbox.count == 1)
        }

        @Test(arguments: [3, 5])
        func `names given back come first and in their order`(taken: Int) throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            let arrivals = (0..<5).map { Arrival(path: [65 + UInt8($0)]) }
            for arrival in arrivals { inbox.add(arrival) }
            let first = inbox.take(taken)
            inbox.putBack(first[1...])
            #expect(inbox.count == 4)
            #expect(inbox.take(10) == Array(arrivals[1...]))
        }

        @Test func `another folder at the inbox's path is noticed, and watched from the next scan on`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try inbox.scanEverything()
            #expect(!inbox.wasReplaced())
            try FileManager.default.moveItem(atPath: folder.file("inbox"), toPath: folder.file("away"))
            #expect(inbox.wasReplaced())
            try folder.write("x", to: "inbox/early")
            #expect(inbox.wasReplaced())
            try inbox.readEverything()
            #expect(inbox.scanIsDue)
            try inbox.scanEverything()
            #expect(!inbox.wasReplaced())
            #expect(names(inbox).contains("early"))
            try folder.write("x", to: "inbox/late")
            try folder.write("x", to: "away/elsewhere")
            try inbox.readEverything()
            #expect(names(inbox) == ["late"])
        }

        @Test func `an inbox that is gone is a fault of the machine, and is found again when it is back`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            try inbox.scanEverything()
            try folder.remove("inbox")
            let fault = fault { () throws(Fault) in try inbox.scanEverything() }
            #expect(fault?.kind == .machine)
            try folder.write("x", to: "inbox/back")
            try inbox.scanEverything()
            #expect(names(inbox).contains("back"))
        }

        @Test func `folders nested deeper than anybody needs are noted and left alone`() throws {
            let folder = try ScratchFolder()
            let inbox = try inbox(folder)
            let deep = Array(repeating: "d", count: InboxPath.depthLimit + 3).joined(separator: "/")
            try folder.write("x", to: "inbox/" + deep + "/lost")
            try folder.write("x", to: "inbox/found")
            try inbox.scanEverything()
            #expect(names(inbox) == ["found"])
            #expect(inbox.folderFaults.count == 1)
            #expect(inbox.complaints().count == 1)
            try inbox.scanEverything()
            #expect(inbox.complaints() == [])
        }
    }
}
