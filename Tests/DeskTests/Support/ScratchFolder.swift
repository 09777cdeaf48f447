import Foundation
import Platform

/// A folder of a test's own, removed with all that is in it.
final class ScratchFolder {
    let path: String
    private let isOwn: Bool

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/copydesk-desk-" + UUID().uuidString
        isOwn = true
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    /// Another test's folder, which is left as it is: for the process that a test starts.
    init(lent path: String) throws {
        self.path = path
        isOwn = false
    }

    deinit {
        if isOwn { try? FileManager.default.removeItem(atPath: path) }
    }

    func file(_ name: String) -> String { path + "/" + name }

    func bytes(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    func place(_ name: String) -> Path { Path(file(name)) }

    /// Writes a file in place, making the folders above it, and waits until nobody has it open.
    ///
    /// A process that another test starts has what this one has open until its `exec`: a desk that looked then would see a
    /// writer, rightly, and look again later.
    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        SignalQueue.ignore([Signal.io])
        let written = try Descriptor.open(place(name), .readOnly)
        let end = Clock.monotonic + 30_000_000_000
        while Lease.take(on: written) == .writerPresent, Clock.monotonic < end { usleep(1000) }
    }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func has(_ name: String) -> Bool {
        (try? FileStatus.of(place(name), followingLinks: false)) != nil
    }

    func text(of name: String) throws -> String {
        String(decoding: try bytes(of: name), as: UTF8.self)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: file(name))
    }

    /// Names in a folder below, in order.
    func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: file(folder)).sorted()
    }

    /// Shortens or lengthens a file in place, so that it stays the same file.
    func truncate(_ name: String, to size: Int) throws {
        try Descriptor.open(place(name), [.writeOnly]).truncate(to: Int64(size))
    }

    func append(_ bytes: [UInt8], to name: String) throws {
        try Descriptor.open(place(name), [.writeOnly, .append]).write(all: bytes)
    }
}
