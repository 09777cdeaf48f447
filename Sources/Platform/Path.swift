import Glibc

/// A path as the kernel knows it: bytes in no particular encoding, never empty and never with a NUL inside.
///
/// Two paths are equal where their bytes are. As strings, a composed and a decomposed é would be equal, though they
/// name two files.
package struct Path: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Takes a path from a configuration or a command line.
    ///
    /// An empty string means the current directory. The kernel would read a path only up to a NUL, so each NUL becomes
    /// U+FFFD: then the path names nothing instead of another file.
    package init(_ string: String) {
        self.init(cleaning: Array(string.utf8))
    }

    /// Takes bytes as they are; nil where they are empty or contain a NUL.
    package init?(bytes: [UInt8]) {
        guard !bytes.isEmpty, !bytes.contains(0) else { return nil }
        self.bytes = bytes
    }

    private init(cleaning bytes: [UInt8]) {
        if bytes.isEmpty {
            self.bytes = [UInt8(ascii: ".")]
        } else if bytes.contains(0) {
            self.bytes = bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
        } else {
            self.bytes = bytes
        }
    }

    package static func == (one: Path, other: Path) -> Bool {
        one.bytes == other.bytes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}

extension Path {
    private static let slash = UInt8(ascii: "/")

    /// The path as text, nil where it is not UTF-8; to show it, use `description`.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    package var isAbsolute: Bool { bytes.first == Path.slash }

    package func appending(_ name: [UInt8]) -> Path {
        let separator = bytes.last == Path.slash ? [] : [Path.slash]
        return Path(cleaning: bytes + separator + name)
    }

    package func appending(_ component: String) -> Path {
        appending(Array(component.utf8))
    }

    /// The directory that contains this path's file; the root is its own parent.
    ///
    /// It comes from the text alone, not from the disk: the parent of `a` is `.`, and no symbolic link is followed.
    package var parent: Path {
        let trimmed = bytesWithoutTrailingSlashes
        guard let slash = trimmed.lastIndex(of: Path.slash) else {
            return trimmed.isEmpty ? Path("/") : Path(".")
        }
        let head = trimmed[..<slash]
        guard let end = head.lastIndex(where: { $0 != Path.slash }) else { return Path("/") }
        return Path(cleaning: Array(head[...end]))
    }

    /// The name after the last slash, not counting slashes at the end; that of the root is `/`.
    package var lastComponent: [UInt8] {
        let trimmed = bytesWithoutTrailingSlashes
        guard !trimmed.isEmpty else { return [Path.slash] }
        guard let slash = trimmed.lastIndex(of: Path.slash) else { return Array(trimmed) }
        return Array(trimmed[(slash + 1)...])
    }

    private var bytesWithoutTrailingSlashes: ArraySlice<UInt8> {
        guard let end = bytes.lastIndex(where: { $0 != Path.slash }) else { return [] }
        return bytes[...end]
    }

    /// The process's current directory.
    package static var current: Path {
        get throws(Errno) {
            // PATH_MAX with its NUL; for a longer path the call answers ERANGE, which is thrown.
            var buffer = [UInt8](repeating: 0, count: 4096)
            try SystemCall.call("getcwd") {
                unsafe buffer.withUnsafeMutableBytes { room in
                    guard let text = unsafe room.bindMemory(to: CChar.self).baseAddress else { return -1 }
                    return unsafe getcwd(text, room.count) == nil ? -1 : 0
                }
            }
            return Path(cleaning: Array(buffer.prefix { $0 != 0 }))
        }
    }

    /// This path from the root on, without `.` parts.
    ///
    /// Nothing else in it is resolved, since `..` after a symbolic link leads elsewhere. It stays as it is where the
    /// current directory is gone: nothing below that can be opened by either name.
    package var absolute: Path {
        guard !isAbsolute, let current = try? Path.current else { return self }
        let parts = bytes.split(separator: Path.slash).filter { $0 != [UInt8(ascii: ".")] }
        return parts.isEmpty ? current : current.appending(Array(parts.joined(separator: [Path.slash])))
    }
}

extension Path {
    /// Passes the path to a call as a C string.
    @discardableResult
    func withCString<Result: ~Copyable>(
        _ body: (UnsafePointer<CChar>) throws(Errno) -> Result
    ) throws(Errno) -> Result {
        try unsafe Path.withCString(bytes, body)
    }

    /// Passes a name to a call as a C string.
    ///
    /// - Throws: EINVAL where the name contains a NUL, since the kernel would read a shorter one.
    @discardableResult
    static func withCString<Result: ~Copyable>(
        _ bytes: [UInt8],
        _ body: (UnsafePointer<CChar>) throws(Errno) -> Result
    ) throws(Errno) -> Result {
        guard !bytes.contains(0) else { throw .invalid }
        let terminated = (bytes + [0]).map { CChar(bitPattern: $0) }
        return try unsafe terminated.span.withUnsafeBufferPointer { (buffer) throws(Errno) in
            guard let start = buffer.baseAddress else { throw .invalid }
            return try unsafe body(start)
        }
    }

    /// Passes the name of one file in a directory to a call as a C string.
    ///
    /// - Throws: EINVAL where it is not such a name: `..` or a slash would lead out of the directory, and no flag of
    ///   `openat` forbids that.
    @discardableResult
    static func withName<Result: ~Copyable>(
        _ name: [UInt8],
        _ body: (UnsafePointer<CChar>) throws(Errno) -> Result
    ) throws(Errno) -> Result {
        let dot = UInt8(ascii: ".")
        guard !name.isEmpty, !name.contains(slash), name != [dot], name != [dot, dot] else { throw .invalid }
        return try unsafe withCString(name, body)
    }
}
