import Glibc
import Testing

@testable import Platform

@Suite struct TerminalTests {
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
}
