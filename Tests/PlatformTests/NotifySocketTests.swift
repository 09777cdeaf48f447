import Foundation
import Platform
import TestSupport
import Testing

@Suite struct NotifySocketTests {
    /// A service manager's end, bound to an address as `sun_path` has it.
    private func manager(at address: [UInt8]) throws -> Int32 {
        let raw = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: address) }
        let bound = withUnsafePointer(to: &target) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(raw, $0, socklen_t(2 + address.count)) }
        }
        try #require(bound == 0)
        return raw
    }

    private func received(by raw: Int32) throws -> String? {
        let end = Descriptor(owning: dup(raw))
        guard try !Poll.wait(for: [Poll.Source(end)], milliseconds: 0).isEmpty else { return nil }
        var bytes: [UInt8] = []
        try end.read(upTo: 4096, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a state arrives whole at a path`() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/notify"
        let raw = try manager(at: Array(path.utf8))
        defer { close(raw) }
        let notify = try #require(NotifySocket(path: path))
        #expect(notify.send("READY=1\nSTATUS=watching"))
        #expect(try received(by: raw) == "READY=1\nSTATUS=watching")
    }

    @Test func `a state arrives at an abstract name`() throws {
        let name = "copydesk-" + UUID().uuidString
        let raw = try manager(at: [0] + Array(name.utf8))
        defer { close(raw) }
        let notify = try #require(NotifySocket(path: "@" + name))
        #expect(notify.send("WATCHDOG=1"))
        #expect(try received(by: raw) == "WATCHDOG=1")
    }

    @Test func `nobody listening is no failure of the desk's`() throws {
        let notify = try #require(NotifySocket(path: "/nonexistent/notify"))
        #expect(!notify.send("READY=1"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `a manager that does not read holds nothing up`() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/notify"
        let raw = try manager(at: Array(path.utf8))
        defer { close(raw) }
        let notify = try #require(NotifySocket(path: path))
        #expect((0..<20_000).contains { _ in !notify.send("WATCHDOG=1") })
    }

    @Test(arguments: [nil, "", "@", "relative", "/nul\0inside", "/" + String(repeating: "x", count: 107)])
    func `what is no address is none`(path: String?) {
        #expect(NotifySocket(path: path) == nil)
    }

    @Test func `the longest address is taken`() {
        #expect(NotifySocket(path: "/" + String(repeating: "x", count: 106)) != nil)
    }
}
