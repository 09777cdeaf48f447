import Foundation
import Pages
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

extension SerialTests {
    @Suite struct SettlingTests {
        private static let hasPython = Tool.has("python3")

        private func settling(
            quiet: Int64 = 2_000_000_000,
            limit: Int = 1000,
            later: Int64 = 0,
            isRemote: Bool = false
        ) -> Settling {
            Settling(
                maxDumpBytes: limit,
                quietNanoseconds: quiet,
                wallClock: Clock.wall + later,
                monotonicClock: Clock.monotonic + later,
                isRemote: isRemote
            )
        }

        private func settle(
            _ settling: Settling,
            _ name: String,
            in folder: ScratchFolder,
            stoodSince: (FileStatus.Identity) -> Int64? = { _ in nil }
        ) throws -> Settling.Answer {
            let directory = try Directory.open(Path(folder.path))
            return try settling.settle(Arrival(path: Array(name.utf8)), in: directory, stoodSince: stoodSince)
        }

        /// The answer's kind, and what a refusal's reason is.
        private func kind(_ answer: Settling.Answer) -> String {
            switch answer {
            case .file: "file"
            case .refused(let refusal, _): refusal.reason.rawValue
            case .unfinished: "unfinished"
            case .folder: "folder"
            case .gone: "gone"
            }
        }

        @Test func `a file that nobody has open is taken at the first look, with its bytes`() throws {
            let folder = try ScratchFolder()
            try folder.write("a whole file", to: "a")
            guard case .file(let file) = try settle(settling(), "a", in: folder) else {
                Issue.record("not taken")
                return
            }
            #expect(file.bytes == Array("a whole file".utf8))
            #expect(file.status.size == 12)
        }

        @Test(.enabled(if: hasPython, "skipped: no python3 here"), arguments: ["open('a', 'ab')", "open('a', 'r+b')"])
        func `a file that another process has open for writing is not taken, however long it stood still`(
            opening: String
        ) throws {
            let folder = try ScratchFolder()
            try folder.write("half of it", to: "a")
            let script = "python3 -c \"import sys; f = \(opening); print('open', flush=True); sys.stdin.readline()\""
            let writer = try OtherProcess(script, in: folder)
            #expect(try kind(settle(settling(quiet: 0, later: 60_000_000_000), "a", in: folder)) == "unfinished")
            writer.finish()
            #expect(try kind(settle(settling(), "a", in: folder)) == "file")
        }

        @Test(.enabled(if: hasPython, "skipped: no python3 here"))
        func `a shared writable mapping counts as a writer, though its descriptor is closed`() throws {
            let folder = try ScratchFolder()
            try folder.write("mapped text", to: "a")
            let script = """
                python3 -c "import sys, mmap
                f = open('a', 'r+b'); m = mmap.mmap(f.fileno(), 0); f.close()
                print('mapped', flush=True); sys.stdin.readline()"
                """
            let writer = try OtherProcess(script, in: folder)
            #expect(try kind(settle(settling(later: 60_000_000_000), "a", in: folder)) == "unfinished")
            writer.finish()
            #expect(try kind(settle(settling(), "a", in: folder)) == "file")
        }

        @Test func `the lease is given back, so a writer need not wait`() throws {
            let folder = try ScratchFolder()
            try folder.write("text", to: "a")
            let answer = try settle(settling(), "a", in: folder)
            let file = try Descriptor.open(folder.place("a"), [.writeOnly, .nonBlocking])
            try file.close()
            #expect(kind(answer) == "file")
        }

        @Test func `an empty file waits for the quiet period, then it is whole`() throws {
            let folder = try ScratchFolder()
            try folder.write("", to: "a")
            #expect(try kind(settle(settling(), "a", in: folder)) == "unfinished")
            #expect(try kind(settle(settling(later: 3_000_000_000), "a", in: folder)) == "file")
        }

        @Test(arguments: [Errno.access, .invalid])
        func `where no lease can be had, a file waits for the quiet period`(error: Errno) throws {
            let folder = try ScratchFolder()
            try folder.write("text", to: "a")
            try failing("setlease", { _ in error }) { () throws -> Void in
                #expect(try kind(settle(settling(), "a", in: folder)) == "unfinished")
                #expect(try kind(settle(settling(later: 3_000_000_000), "a", in: folder)) == "file")
            }
        }

        @Test func `on another host's file system only what was seen standing still counts`() throws {
            let folder = try ScratchFolder()
            try folder.write("text", to: "a")
            try failing("setlease", { _ in .invalid }) {
                let remote = settling(later: 3_000_000_000, isRemote: true)
                #expect(try kind(settle(remote, "a", in: folder)) == "unfinished")
                let recent = try settle(remote, "a", in: folder) { _ in remote.monotonicClock - 1 }
                #expect(kind(recent) == "unfinished")
                let long = try settle(remote, "a", in: folder) { _ in remote.monotonicClock - 2_000_000_000 }
                #expect(kind(long) == "file")
            }
        }

        @Test func `a change time in the future, from a clock set back, does not make a file wait for ever`() throws {
            let folder = try ScratchFolder()
            try folder.write("", to: "a")
            let back = settling(later: -86_400_000_000_000)
            #expect(try kind(settle(back, "a", in: folder)) == "unfinished")
            let stood = try settle(back, "a", in: folder) { _ in back.monotonicClock - 2_000_000_000 }
            #expect(kind(stood) == "file")
        }

        @Test(arguments: [1000, 1001])
        func `a file of just the limit is taken, one byte more is refused`(size: Int) throws {
            let folder = try ScratchFolder()
            try folder.write(String(repeating: "x", count: size), to: "a")
            #expect(try kind(settle(settling(limit: 1000), "a", in: folder)) == (size > 1000 ? "too_large" : "file"))
        }

        @Test func `a file that outgrew the room for it since it was seen is looked at again`() throws {
            let folder = try ScratchFolder()
            try folder.write("twelve bytes", to: "a")
            let directory = try Directory.open(Path(folder.path))
            for (room, expected) in [(12, "file"), (11, "unfinished")] {
                let answer = try settling().settle(Arrival(path: [97]), in: directory, upTo: Int64(room)) { _ in nil }
                #expect(kind(answer) == expected)
            }
        }

        @Test func `a file that grows while it is read is looked at again`() throws {
            let folder = try ScratchFolder()
            try folder.write("first part", to: "a")
            let path = folder.place("a")
            // The second process's write, made to fall between our look and our read: without a lease it may.
            let answer = try failing(
                "setlease",
                { call in
                    if call == 1 { try? Descriptor.open(path, [.writeOnly, .append]).write(all: [65]) }
                    return .invalid
                }
            ) { try settle(settling(later: 60_000_000_000), "a", in: folder) }
            #expect(kind(answer) == "unfinished")
        }

        @Test func `a file rewritten with as many bytes while it is read is looked at again`() throws {
            let folder = try ScratchFolder()
            try folder.write("first text", to: "a")
            let path = folder.place("a")
            let answer = try failing(
                "setlease",
                { call in
                    if call == 1 { try? Descriptor.open(path, [.writeOnly]).write(all: Array("other text".utf8)) }
                    return .invalid
                }
            ) { try settle(settling(later: 60_000_000_000), "a", in: folder) }
            #expect(kind(answer) == "unfinished")
        }

        @Test func `what is no regular file is refused and never opened`() throws {
            let folder = try ScratchFolder()
            try folder.write("x", to: "outside")
            try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: "outside")
            try FileManager.default.createSymbolicLink(atPath: folder.file("dangling"), withDestinationPath: "nowhere")
            #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
            try folder.write("x", to: "folder/x")
            #expect(try kind(settle(settling(), "link", in: folder)) == "not_regular")
            #expect(try kind(settle(settling(), "dangling", in: folder)) == "not_regular")
            #expect(try kind(settle(settling(), "pipe", in: folder)) == "not_regular")
            #expect(try kind(settle(settling(), "folder", in: folder)) == "folder")
            #expect(try kind(settle(settling(), "nothing", in: folder)) == "gone")
        }

        @Test(arguments: [Errno.access, .notPermitted])
        func `a file the desk may not read waits for its rights, then it is refused`(error: Errno) throws {
            let folder = try ScratchFolder()
            try folder.write("x", to: "a")
            // The first open is that of the folder, which the helper does.
            try failing("openat", { $0 == 2 || $0 == 4 ? error : nil }) { () throws -> Void in
                #expect(try kind(settle(settling(), "a", in: folder)) == "unfinished")
                #expect(try kind(settle(settling(later: 3_000_000_000), "a", in: folder)) == "unreadable")
            }
        }

        @Test func `a sick disk is thrown, not taken for the file's own fault`() throws {
            let folder = try ScratchFolder()
            try folder.write("x", to: "a")
            #expect(throws: Errno.inputOutput) {
                try failing("read", { _ in .inputOutput }) { _ = try settle(settling(), "a", in: folder) }
            }
        }
    }
}
