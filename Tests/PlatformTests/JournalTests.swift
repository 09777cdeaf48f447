import Glibc
import Testing

@testable import Platform

@Suite struct JournalTests {
    /// What a journal writes, by each `write` of its own: a datagram socket keeps them apart.
    private func written(terminal: Bool, _ priority: Journal.Priority, _ message: String) throws -> [String] {
        var ends: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0, &ends) == 0)
        let reader = Descriptor(owning: ends[0])
        do {
            let writer = Descriptor(owning: ends[1])
            Journal(descriptor: writer.raw, terminal: terminal).say(priority, message)
        }
        var writes: [String] = []
        while try Poll.wait(for: [Poll.Source(reader)], milliseconds: 0) == [Poll.Source(reader)] {
            var bytes: [UInt8] = []
            guard try reader.read(upTo: 65_536, into: &bytes) > 0 else { break }
            writes.append(String(decoding: bytes, as: UTF8.self))
        }
        return writes
    }

    private static let time = Timestamp(nanoseconds: 1_795_852_800_123_000_000)

    @Test(arguments: [
        (Journal.Priority.error, "<3>said\n"), (.warning, "<4>said\n"), (.notice, "<5>said\n"),
        (.info, "<6>said\n"), (.debug, "<7>said\n"),
    ])
    func `for the journal a line has its priority before it`(priority: Journal.Priority, line: String) {
        #expect(Journal.line(priority, "said", .journal, at: Self.time) == Array(line.utf8))
    }

    @Test(arguments: [
        (Journal.Priority.error, "2026-11-28T08:00:00.123Z error: said\n"),
        (.warning, "2026-11-28T08:00:00.123Z warning: said\n"), (.notice, "2026-11-28T08:00:00.123Z said\n"),
        (.info, "2026-11-28T08:00:00.123Z said\n"), (.debug, "2026-11-28T08:00:00.123Z said\n"),
    ])
    func `in a file or a pipe a line has its time, and no priority of the journal`(
        priority: Journal.Priority,
        line: String
    ) {
        #expect(Journal.line(priority, "said", .plain, at: Self.time) == Array(line.utf8))
    }

    @Test func `a line is one write, and where no journal reads it begins with the time`() throws {
        let lines = try written(terminal: false, .warning, "said")
        let line = try #require(lines.first)
        #expect(lines.count == 1 && line.contains(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warning: said\n$/))
    }

    @Test func `a person sees colours instead of priorities, and only where something is wrong`() throws {
        #expect(try written(terminal: true, .error, "said") == ["\u{1B}[31msaid\u{1B}[0m\n"])
        #expect(try written(terminal: true, .warning, "said") == ["\u{1B}[33msaid\u{1B}[0m\n"])
        #expect(try written(terminal: true, .info, "said") == ["said\n"])
    }

    @Test(arguments: [
        ("a\nb<3>c\rd", "<6>a\\nb<3>c\\rd\n"), ("\u{1B}[2J\u{7}", "<6>\\x1b[2J\\x07\n"),
        ("\u{9B}31m", "<6>\\xc2\\x9b31m\n"), ("a\tb", "<6>a\tb\n"), ("Zürich 東京", "<6>Zürich 東京\n"),
        ("kept\\x0a", "<6>kept\\x0a\n"), ("", "<6>\n"), ("\u{42}\u{142}\u{2082}", "<6>\u{42}\u{142}\u{2082}\n"),
    ])
    func `a message stays on its line and commands no terminal`(message: String, line: String) {
        #expect(Journal.line(.info, message, .journal, at: Self.time) == Array(line.utf8))
    }

    @Test func `a journal that is closed does no harm`() {
        Journal(descriptor: -1, terminal: false).say(.error, "said to nobody")
    }
}
