import Foundation
import Platform

/// A directory of a test's own, removed with all that is in it.
final class ScratchDirectory {
    let path: Path

    init() throws {
        let name = "copydesk-platform-" + UUID().uuidString
        path = Path(FileManager.default.temporaryDirectory.path).appending(name)
        try Directory.make(path, mode: 0o700, intermediates: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: text)
    }

    /// The path for a shell or a child process; the names that tests choose for it hold nothing to escape.
    var text: String { String(decoding: path.bytes, as: UTF8.self) }

    /// Makes a file with these contents, closed again.
    @discardableResult
    func file(_ name: String, _ contents: String = "") throws -> Path {
        let path = path.appending(name)
        let file = try Descriptor.open(path, [.writeOnly, .create, .truncate])
        try file.write(all: Array(contents.utf8))
        try file.close()
        return path
    }

    func contents(of name: String) throws -> String {
        let file = try Descriptor.open(path.appending(name), .readOnly)
        return String(decoding: try file.readAll(limit: 1 << 20), as: UTF8.self)
    }

    /// How many of this process's descriptors are files in here.
    ///
    /// Counting all of them would count those of the tests that run beside.
    func openDescriptors() throws -> Int {
        let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return links.count { link in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + link)
            return target?.hasPrefix(text) ?? false
        }
    }
}
