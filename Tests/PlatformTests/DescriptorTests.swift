import Foundation
import TestSupport
import Testing

@testable import Platform

@Suite struct DescriptorTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test(arguments: [0, 1, 4096, 300_000])
    func `what is written is read back`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = scratch.place("a")
        let file = try Descriptor.open(path, [.writeOnly, .create, .exclusive])
        try file.write(all: bytes.span)
        try file.sync()
        try file.dataSync()
        try file.close()
        let again = try Descriptor.open(path, .readOnly)
        #expect(try again.size == Int64(count))
        #expect(try again.readAll(limit: 1 << 20) == bytes)
    }

    @Test(arguments: [(0, 1), (9, 10), (10, 10), (11, 10), (.max, 10)])
    func `no more than one byte past the limit is read`(limit: Int, expected: Int) throws {
        let file = try Descriptor.open(Path(try scratch.make("a", "0123456789")), .readOnly)
        #expect(try file.readAll(limit: limit).count == expected)
    }

    @Test func `a file that tells no size is read to its end`() throws {
        let file = try Descriptor.open(Path("/proc/self/maps"), .readOnly)
        #expect(try file.size == 0)
        #expect(try file.readAll(limit: 1 << 22).count > 1000)
    }

    @Test func `a full device says so`() throws {
        let file = try Descriptor.open(Path("/dev/full"), .writeOnly)
        #expect(throws: Errno.noSpace) { try file.write(all: [1]) }
    }

    @Test func `a file that gives all in its first read or not at all is read whole`() throws {
        let file = try Descriptor.open(Path("/proc/sys/kernel/ostype"), .readOnly)
        #expect(try file.readAll(limit: 100) == Array("Linux\n".utf8))
    }

    @Test func `reading at a place is short only at the end and leaves the offset alone`() throws {
        let file = try Descriptor.open(Path(try scratch.make("a", "0123456789")), .readOnly)
        #expect(try file.readAt(offset: 3, count: 4) == Array("3456".utf8))
        #expect(try file.readAt(offset: 8, count: 100) == Array("89".utf8))
        #expect(try file.readAt(offset: 10, count: 1).isEmpty)
        #expect(try file.readAt(offset: 0, count: .max) == Array("0123456789".utf8))
        #expect(try file.readAt(offset: 0, count: -1).isEmpty)
        #expect(throws: Errno.invalid) { try file.readAt(offset: -1, count: 1) }
        #expect(try file.readAll(limit: 100).count == 10)
    }

    @Test func `a large file is read at a place whole`() throws {
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        let file = try Descriptor.open(scratch.place("a"), [.readWrite, .create])
        try file.write(all: bytes)
        #expect(try file.readAt(offset: 1, count: 699_000) == Array(bytes[1..<699_001]))
    }

    @Test func `after rewinding, what is written stands at the beginning`() throws {
        let file = try Descriptor.open(Path(try scratch.make("a", "0123456789")), .readWrite)
        #expect(try file.readAll(limit: 100).count == 10)
        try file.truncate(to: 3)
        try file.rewind()
        try file.write(all: Array("x".utf8))
        #expect(try scratch.text(of: "a") == "x12")
    }

    @Test func `reading appends to what is there, and nothing at the end`() throws {
        let file = try Descriptor.open(Path(try scratch.make("a", "xyz")), .readOnly)
        var bytes = Array("ab".utf8)
        #expect(try file.read(upTo: 2, into: &bytes) == 2)
        #expect(try file.read(upTo: 100, into: &bytes) == 1)
        #expect(try file.read(upTo: 100, into: &bytes) == 0)
        #expect(bytes == Array("abxyz".utf8))
    }

    @Test func `a failed read leaves the bytes as they were`() throws {
        let directory = try Descriptor.open(scratch.place, [.readOnly, .directory])
        var bytes = Array("ab".utf8)
        #expect(throws: Errno.isDirectory) { try directory.read(upTo: 10, into: &bytes) }
        #expect(bytes == Array("ab".utf8))
    }

    @Test func `a descriptor is closed on exec`() throws {
        let file = try Descriptor.open(Path(try scratch.make("a")), .readOnly)
        #expect(fcntl(file.raw, F_GETFD) & FD_CLOEXEC != 0)
        #expect(fcntl(try file.duplicate().raw, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test func `descriptors are closed by their owner's end, by close, and where an open fails`() throws {
        let path = Path(try scratch.make("a"))
        do {
            let file = try Descriptor.open(path, .readOnly)
            let other = try file.duplicate()
            #expect(try scratch.openDescriptors() == 2)
            try other.close()
            #expect(try scratch.openDescriptors() == 1)
        }
        #expect(throws: Errno.noEntry) { _ = try Descriptor.open(scratch.place("b"), .readOnly).raw }
        #expect(try scratch.openDescriptors() == 0)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a FIFO without a writer opens at once and reads as empty`() throws {
        let path = scratch.place("fifo")
        #expect(mkfifo(String(decoding: path.bytes, as: UTF8.self), 0o600) == 0)
        let file = try Descriptor.open(path, [.readOnly, .nonBlocking, .noFollow, .noControllingTerminal])
        #expect(try file.status().kind == .fifo)
        #expect(try file.readAll(limit: 10).isEmpty)
    }

    @Test func `a symbolic link is not followed`() throws {
        try scratch.make("a")
        symlink("a", scratch.path + "/link")
        #expect(throws: Errno.loop) {
            _ = try Descriptor.open(scratch.place("link"), [.readOnly, .noFollow]).raw
        }
        #expect(try FileStatus.of(scratch.place("link")).kind == .regular)
        #expect(try FileStatus.of(scratch.place("link"), followingLinks: false).kind == .symbolicLink)
    }

    @Test func `a socket cannot be opened, and says so`() throws {
        let text = scratch.path + "/s"
        let raw = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(raw) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(text.utf8).prefix(107)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(raw, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        #expect(throws: Errno.noDeviceOrAddress) { _ = try Descriptor.open(Path(text), .readOnly).raw }
        #expect(try FileStatus.of(Path(text)).kind == .socket)
    }

    @Test func `status tells size, links, rights and owner as stat does`() throws {
        let path = Path(try scratch.make("a", "12345"))
        let file = try Descriptor.open(path, .readOnly)
        try file.setMode(0o604)
        link(scratch.path + "/a", scratch.path + "/b")
        let status = try file.status()
        #expect(status.size == 5)
        #expect(status.links == 2)
        #expect(status.mode == 0o604)
        #expect(status.owner == ProcessFacts.effectiveUser)
        #expect(status.kind == .regular)
        #expect(try status.identity == FileStatus.of(scratch.place("b")).identity)
        #expect(abs(Clock.wall - status.modifiedNanoseconds) < 60_000_000_000)
    }

    @Test func `a write changes the identity, though size and inode stay`() throws {
        let path = Path(try scratch.make("a", "12345"))
        let before = try FileStatus.of(path)
        Clock.sleep(milliseconds: 10)
        let file = try Descriptor.open(path, .writeOnly)
        try file.write(all: Array("54321".utf8))
        let after = try file.status()
        #expect(after.inode == before.inode && after.size == before.size)
        #expect(after.identity != before.identity)
    }

    @Test func `times that do not fit are held at the ends of the range`() throws {
        let path = Path(try scratch.make("a"))
        let times = [timespec(tv_sec: 10_000_000_000, tv_nsec: 5), timespec(tv_sec: 10_000_000_000, tv_nsec: 5)]
        try #require(utimensat(AT_FDCWD, scratch.path + "/a", times, 0) == 0)
        let status = try FileStatus.of(path)
        // A file system may hold fewer seconds itself; then there is nothing to saturate.
        var raw = stat()
        stat(scratch.path + "/a", &raw)
        let fits = raw.st_mtim.tv_sec < 9_223_372_036
        #expect(status.modifiedNanoseconds == (fits ? Int64(raw.st_mtim.tv_sec) * 1_000_000_000 + 5 : .max))
    }
}
