import Foundation

/// A folder of a test's own, removed with all that is in it.
package final class ScratchFolder: Sendable {
    package let path: String
    private let isOwn: Bool

    /// Makes one among the temporary files, or elsewhere.
    package init(in place: String = FileManager.default.temporaryDirectory.path) throws {
        path = place + "/copydesk-test-" + UUID().uuidString
        isOwn = true
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    /// Another test's folder, which is left as it is: for the process that a test starts.
    package init(lent path: String) {
        self.path = path
        isOwn = false
    }

    deinit {
        if isOwn { try? FileManager.default.removeItem(atPath: path) }
    }

    /// The path of what has this name in here, or will have it.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Makes a file with these contents, and the folders above it; returns its path.
    @discardableResult
    package func make(_ name: String, _ contents: [UInt8]) throws -> String {
        let path = file(name)
        let above = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
        // By `open`: a program that another test starts meanwhile must not get the descriptor, and be taken for a writer.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ScriptFailure("cannot write \(path): \(String(cString: strerror(errno)))") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(contents))
        try handle.close()
        return path
    }

    /// Makes a file with this text.
    @discardableResult
    package func make(_ name: String, _ text: String = "") throws -> String {
        try make(name, Array(text.utf8))
    }

    /// Makes a folder and those above it; returns its path.
    @discardableResult
    package func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
        return file(name)
    }

    package func bytes(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    package func text(of name: String) throws -> String {
        String(decoding: try bytes(of: name), as: UTF8.self)
    }

    /// Whether something has this name, be it a link to nowhere.
    package func has(_ name: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: file(name))) != nil
    }

    package func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: file(name))
    }

    /// Names in the folder, or in one below, in order.
    package func names(in folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: file(folder)).sorted()
    }
}
