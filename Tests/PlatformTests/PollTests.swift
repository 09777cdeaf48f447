import Glibc
import Platform
import Testing

@Suite struct PollTests {
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
}
