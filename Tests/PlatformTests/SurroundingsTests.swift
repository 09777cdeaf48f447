import Foundation
import Platform
import Testing

/// The small answers: poll, file system, terminal, process, randomness.
@Suite struct SurroundingsTests {
    @Test func `poll tells which descriptors are ready, and waits no longer than told`() throws {
        var first: [Int32] = [0, 0]
        var second: [Int32] = [0, 0]
        try #require(pipe(&first) == 0 && pipe(&second) == 0)
        defer { for raw in first + second { close(raw) } }
        let start = Clock.monotonic
        #expect(try Poll.wait(for: [first[0], second[0]], milliseconds: 30).isEmpty)
        #expect(Clock.monotonic - start >= 29_000_000)
        write(second[1], "x", 1)
        #expect(try Poll.wait(for: [first[0], second[0]], milliseconds: nil) == [second[0]])
        #expect(try Poll.wait(for: [], milliseconds: 0).isEmpty)
    }

    @Test func `a closed writer and a closed descriptor are ready, so that somebody looks at them`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[1])
        #expect(try Poll.wait(for: [ends[0]], milliseconds: 1000) == [ends[0]])
        close(ends[0])
        #expect(try Poll.wait(for: [1_000_000], milliseconds: 1000) == [1_000_000])
    }

    @Test func `the file system of /proc is known by name and is not remote`() throws {
        #expect(try FileSystem.name(Path("/proc")) == "proc")
        #expect(try !FileSystem.isRemote(Path("/proc")))
        #expect(try FileSystem.freeBytes(Path("/proc")) == 0)
        #expect(throws: Errno.noEntry) { try FileSystem.isRemote(Path("/nonexistent")) }
    }

    @Test func `the free bytes are those that df tells`() throws {
        let path = FileManager.default.temporaryDirectory.path
        var facts = statvfs()
        try #require(statvfs(path, &facts) == 0)
        let expected = Int64(facts.f_bavail) * Int64(facts.f_frsize)
        // Other tests write meanwhile.
        #expect(abs(try FileSystem.freeBytes(Path(path)) - expected) < 1 << 30)
    }

    @Test func `a pipe is no terminal and 80 columns wide; a terminal has its own width`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for raw in ends { close(raw) } }
        #expect(!Terminal.isTerminal(ends[0]))
        #expect(Terminal.width(ends[0]) == 80)

        let main = try Descriptor.open(Path("/dev/ptmx"), [.readWrite, .noControllingTerminal])
        // TIOCSPTLCK and TIOCGPTN, macros with a type in them: unlock the other end, and tell its number.
        var zero: Int32 = 0
        var number: UInt32 = 0
        try #require(ioctl(main.raw, 0x4004_5431, &zero) == 0 && ioctl(main.raw, 0x8004_5430, &number) == 0)
        let terminal = try Descriptor.open(Path("/dev/pts/\(number)"), [.readWrite, .noControllingTerminal])
        var size = winsize(ws_row: 24, ws_col: 132, ws_xpixel: 0, ws_ypixel: 0)
        try #require(ioctl(main.raw, UInt(TIOCSWINSZ), &size) == 0)
        #expect(Terminal.isTerminal(terminal.raw))
        #expect(Terminal.width(terminal.raw) == 132)
    }

    @Test func `the process knows its number, its program and its environment`() throws {
        #expect(ProcessFacts.pid == ProcessInfo.processInfo.processIdentifier)
        let program = try #require(ProcessFacts.executablePath)
        #expect(program.isAbsolute)
        #expect(try FileStatus.of(program).kind == .regular)
        #expect(ProcessFacts.environment("PATH") == ProcessInfo.processInfo.environment["PATH"])
        #expect(ProcessFacts.environment("COPYDESK_NO_SUCH_VARIABLE") == nil)
    }

    @Test func `random bytes are as many as asked for, and never the same`() throws {
        #expect(try Random.bytes(0).isEmpty)
        #expect(try Random.bytes(100_000).count == 100_000)
        #expect(try Random.bytes(16) != Random.bytes(16))
    }
}
