import Foundation
import TestSupport
import Testing

@testable import Platform

@Suite struct JournalSocketTests {
    /// The journal's end of both ways in: a socket for messages with fields, and a pipe for lines.
    private final class Ends {
        let scratch: ScratchFolder
        let listener: Int32
        let reading: Int32
        let writing: Int32

        init() throws {
            scratch = try ScratchFolder()
            let raw = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            var target = sockaddr_un()
            target.sun_family = sa_family_t(AF_UNIX)
            let address = Array((scratch.path + "/socket").utf8)
            withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: address) }
            let bound = withUnsafePointer(to: &target) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(raw, $0, socklen_t(2 + address.count)) }
            }
            listener = raw
            try #require(bound == 0)
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            reading = ends[0]
            writing = ends[1]
        }

        deinit {
            for raw in [listener, reading, writing] { close(raw) }
        }

        /// `$JOURNAL_STREAM` as systemd sets it for the pipe.
        func stream() throws -> String {
            var status = stat()
            try #require(fstat(writing, &status) == 0)
            return "\(status.st_dev):\(status.st_ino)"
        }

        func journal(stream: String?) -> Journal {
            Journal(descriptor: writing, terminal: false, stream: stream, socket: scratch.path + "/socket")
        }

        func received(by raw: Int32) throws -> String? {
            let end = Descriptor(owning: dup(raw))
            guard try !Poll.wait(for: [Poll.Source(end)], milliseconds: 0).isEmpty else { return nil }
            var bytes: [UInt8] = []
            try end.read(upTo: 4096, into: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test func `where descriptor 2 leads to the journal, a message goes to its socket with its fields`() throws {
        let ends = try Ends()
        let journal = ends.journal(stream: try ends.stream())
        journal.say(.warning, "rejected a.txt", [Journal.Field("DELIVERY", "7"), Journal.Field("REASON", "json")])
        #expect(
            try ends.received(by: ends.listener)
                == "MESSAGE=rejected a.txt\nPRIORITY=4\nSYSLOG_IDENTIFIER=copydesk\nDELIVERY=7\nREASON=json\n"
        )
        #expect(try ends.received(by: ends.reading) == nil)
    }

    @Test func `a value with a line end goes with its length, so that it forges no field`() throws {
        let ends = try Ends()
        ends.journal(stream: try ends.stream()).say(.info, "said", [Journal.Field("DUMP_PATH", "a\nREASON=x")])
        let length = "\n\u{A}\0\0\0\0\0\0\0a\nREASON=x\n"
        #expect(try ends.received(by: ends.listener)?.hasSuffix("DUMP_PATH" + length) == true)
    }

    @Test(arguments: [true, false])
    func `where descriptor 2 leads elsewhere since, or nobody names a journal, lines are written`(isNamed: Bool) throws
    {
        let ends = try Ends()
        ends.journal(stream: isNamed ? "1:1" : nil).say(.error, "said", [Journal.Field("REASON", "x")])
        let line = try #require(try ends.received(by: ends.reading))
        #expect(line.hasSuffix("Z error: said\n") && !line.contains("<"))
        #expect(try ends.received(by: ends.listener) == nil)
    }

    @Test func `a journal that does not listen gets a line on descriptor 2`() throws {
        let ends = try Ends()
        let journal = Journal(
            descriptor: ends.writing,
            terminal: false,
            stream: try ends.stream(),
            socket: ends.scratch.path + "/nobody"
        )
        journal.say(.notice, "said")
        #expect(try ends.received(by: ends.reading) == "<5>said\n")
    }
}
