import Foundation
import Platform
import TestSupport
import Testing

extension SerialTests {
    /// What the tools of the trade look like from the inbox's side.
    @Suite struct InotifyTests {
        private let scratch: ScratchFolder
        private let inbox: Path

        init() throws {
            scratch = try ScratchFolder()
            inbox = scratch.place("inbox")
            try Directory.make(inbox, intermediates: false)
            try scratch.make("source", "words")
        }

        /// The events that a script brings about, all of them: once it has ended no more come.
        private func events(of script: String) throws -> [Inotify.Event] {
            let inotify = try Inotify()
            let watch = try inotify.watch(Directory.open(inbox))
            try Tool.shell(script, in: scratch.path)
            let events = try inotify.events()
            #expect(events.allSatisfy { $0.watch == watch })
            #expect(try inotify.events().isEmpty)
            return events
        }

        private let name = Array("a".utf8)

        @Test(arguments: ["cp source inbox/a", "echo words > inbox/a"])
        func `a copied file is closed after writing`(script: String) throws {
            let events = try events(of: script)
            #expect(events.contains { $0.name == name && $0.created })
            #expect(events.last?.name == name)
            #expect(events.last?.closedAfterWriting == true)
        }

        @Test func `a moved file is moved in, and nothing else`() throws {
            let events = try events(of: "mv source inbox/a")
            #expect(events.count == 1)
            #expect(events.first?.movedIn == true && events.first?.name == name)
        }

        @Test(arguments: ["ln source inbox/a", "ln -s /x inbox/a"])
        func `a hard link and a symbolic link are only created`(script: String) throws {
            let events = try events(of: script)
            #expect(events.count == 1)
            #expect(events.first?.created == true && events.first?.name == name)
        }

        @Test(.enabled(if: Tool.has("python3"), "python3 is not installed"))
        func `a file without a name that is linked in shows its name only by being created`() throws {
            let events = try events(
                of: """
                    python3 -c '
                    import os
                    f = os.open("inbox", os.O_TMPFILE | os.O_WRONLY)
                    os.write(f, b"words")
                    d = os.open("/proc/self/fd", os.O_RDONLY)
                    os.link(str(f), "inbox/a", src_dir_fd=d, follow_symlinks=True)
                    os.close(f)'
                    """
            )
            let named = events.filter { $0.name == name }
            #expect(named.count == 1)
            #expect(named.first?.created == true)
        }

        @Test func `a sub-directory says that it is one`() throws {
            let events = try events(of: "mkdir inbox/a; mv inbox/a moved; mv moved inbox/b")
            #expect(events.map(\.isDirectory) == [true, true])
            #expect(events.map(\.created) == [true, false])
            #expect(events.map(\.movedIn) == [false, true])
        }

        @Test func `reading, listing and changing rights is no event`() throws {
            try Tool.shell("cp source inbox/a", in: scratch.path)
            #expect(
                try events(of: "cat inbox/a >/dev/null; ls inbox >/dev/null; chmod 600 inbox/a; rm inbox/a").isEmpty
            )
        }

        @Test func `where rights are asked for, new ones are told of a file, of a folder in it, and of itself`() throws
        {
            try Tool.shell("cp source inbox/a; mkdir inbox/b", in: scratch.path)
            let inotify = try Inotify()
            let watch = try inotify.watch(Directory.open(inbox))
            #expect(try inotify.watch(Directory.open(inbox), rights: true) == watch)
            try Tool.shell("chmod 600 inbox/a; chmod 700 inbox/b; chmod 755 inbox", in: scratch.path)
            let events = try inotify.events()
            #expect(events.map { String(decoding: $0.name, as: UTF8.self) } == ["a", "b", ""])
            #expect(events.map(\.isDirectory) == [false, true, true])
        }

        @Test(arguments: ["rmdir inbox", "mv inbox elsewhere"])
        func `a removed and a moved inbox is lost`(script: String) throws {
            let events = try events(of: script)
            #expect(!events.isEmpty)
            #expect(events.allSatisfy { $0.lost && $0.name.isEmpty })
        }

        @Test func `more files than the queue holds end in an overflow, and afterwards events come again`() throws {
            let limit = Int(try contentsOfQueueLimit())
            let inotify = try Inotify()
            let watch = try inotify.watch(Directory.open(inbox))
            let directory = try Directory.open(inbox)
            // Each file is created and closed after writing: two events.
            for number in 0..<max(20_000, limit / 2 + 1000) {
                try directory.openFile(Array("\(number)".utf8), [.writeOnly, .create]).close()
            }
            var all: [Inotify.Event] = []
            while case let more = try inotify.events(), !more.isEmpty { all += more }
            #expect(all.count == limit + 1)
            #expect(all.count { $0.overflow } == 1)
            #expect(all.last?.overflow == true && all.last?.watch == -1)

            try directory.openFile(Array("after".utf8), [.writeOnly, .create]).close()
            #expect(try inotify.events().first == Inotify.Event(watch: watch, mask: 0x100, name: Array("after".utf8)))
        }

        private func contentsOfQueueLimit() throws -> Int32 {
            let file = try Descriptor.open(Path("/proc/sys/fs/inotify/max_queued_events"), .readOnly)
            let text = String(decoding: try file.readAll(limit: 20), as: UTF8.self)
            return try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        }

        @Test func `one call takes about a mebibyte and leaves the rest ready`() throws {
            let inotify = try Inotify()
            _ = try inotify.watch(Directory.open(inbox))
            let directory = try Directory.open(inbox)
            // 16 bytes of head and 208 of name: 16,000 events are 3.5 MB.
            let stem = String(repeating: "n", count: 190)
            for number in 0..<8000 {
                try directory.openFile(Array("\(stem)\(number)".utf8), [.writeOnly, .create]).close()
            }
            let first = try inotify.events().count
            #expect(first > 1000 && first < 8000)
            #expect(try Poll.wait(for: [inotify.pollSource], milliseconds: 0) == [inotify.pollSource])
        }

        @Test func `the open directory is watched, whatever stands at its path by now`() throws {
            let inotify = try Inotify()
            let directory = try Directory.open(inbox)
            try Tool.shell("mv inbox moved && mkdir inbox", in: scratch.path)
            let watch = try inotify.watch(directory)
            try Tool.shell("ln source inbox/elsewhere; ln source moved/a", in: scratch.path)
            let events = try inotify.events()
            #expect(events == [Inotify.Event(watch: watch, mask: 0x100, name: name)])
        }

        @Test
        func `a directory that is no longer watched gives no more hints, and stopping twice does no harm`() throws {
            let inotify = try Inotify()
            let watch = try inotify.watch(Directory.open(inbox))
            inotify.unwatch(watch)
            inotify.unwatch(watch)
            try Tool.shell("cp source inbox/a", in: scratch.path)
            let events = try inotify.events()
            #expect(events.count == 1)
            #expect(events.first?.lost == true)
        }

        @Test func `names arrive byte for byte`() throws {
            let inotify = try Inotify()
            _ = try inotify.watch(Directory.open(inbox))
            let directory = try Directory.open(inbox)
            let names: [[UInt8]] = [[0xFF, 0x0A, 0x1B], Array(repeating: 0x78, count: 255), [0x20]]
            for name in names { try directory.openFile(name, [.writeOnly, .create]).close() }
            #expect(try inotify.events().filter(\.created).map(\.name) == names)
        }
    }
}
