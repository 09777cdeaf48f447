import Glibc
import Testing

@testable import Platform

@Suite struct PollTests {
    @Test func `poll tells which descriptors are ready, and waits no longer than told`() throws {
        var first: [Int32] = [0, 0]
        var second: [Int32] = [0, 0]
        try #require(pipe(&first) == 0 && pipe(&second) == 0)
        defer { for raw in first + second { close(raw) } }
        let sources = [first[0], second[0]].map { Poll.Source(raw: $0) }
        let start = Clock.monotonic
        #expect(try Poll.wait(for: sources, milliseconds: 30).isEmpty)
        #expect(Clock.monotonic - start >= 29_000_000)
        write(second[1], "x", 1)
        #expect(try Poll.wait(for: sources, milliseconds: nil) == [sources[1]])
        #expect(try Poll.wait(for: [], milliseconds: 0).isEmpty)
    }

    @Test func `a closed writer and a closed descriptor are ready, so that somebody looks at them`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[1])
        let reader = Poll.Source(raw: ends[0])
        #expect(try Poll.wait(for: [reader], milliseconds: 1000) == [reader])
        close(ends[0])
        let closed = Poll.Source(raw: 1_000_000)
        #expect(try Poll.wait(for: [closed], milliseconds: 1000) == [closed])
    }
}
