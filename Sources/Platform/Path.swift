import Glibc

/// A path as the kernel knows it: bytes in no particular encoding, never empty and never with a NUL inside.
///
/// Two paths are equal where their bytes are. As Strings, a composed and a decomposed é would be one name, though they
/// are two files.
package struct Path: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Takes a path from a configuration or a command line.
    ///
    /// An empty string is the current directory. A NUL cannot be passed to the kernel, which would act on what stands
    /// before it; it becomes U+FFFD, so that the path names nothing instead of something else.
    package init(_ string: String) {
        self.init(cleaning: Array(string.utf8))
    }

    /// Takes bytes as they are; nil where they are empty or hold a NUL.
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

    /// The path as text, nil where it is no UTF-8; for people there is `description`.
    package var text: String? { String(validating: bytes, as: UTF8.self) }

    package var isAbsolute: Bool { bytes.first == Path.slash }

    package func appending(_ name: [UInt8]) -> Path {
        let separator = bytes.last == Path.slash ? [] : [Path.slash]
        return Path(cleaning: bytes + separator + name)
    }

    package func appending(_ component: String) -> Path {
        appending(Array(component.utf8))
    }

    /// The directory that holds this path's file; the root is its own parent.
    ///
    /// It is found in the text, not on disk: the parent of `a` is `.`, and no symbolic link is followed.
    package var parent: Path {
        let trimmed = bytesWithoutTrailingSlashes
        guard let slash = trimmed.lastIndex(of: Path.slash) else {
            return trimmed.isEmpty ? Path("/") : Path(".")
        }
        let head = trimmed[..<slash]
        guard let end = head.lastIndex(where: { $0 != Path.slash }) else { return Path("/") }
        return Path(cleaning: Array(head[...end]))
    }

    /// The name after the last slash, trailing slashes aside; the root's is `/`.
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
            // PATH_MAX with its NUL; a deeper directory answers ERANGE, which is thrown.
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

    /// This path from the root, without `.` parts; nothing else in it is resolved, for `..` after a link leads elsewhere.
    ///
    /// It stays as it is where the current directory is gone: nothing can be opened below that by either name.
    package var absolute: Path {
        guard !isAbsolute, let current = try? Path.current else { return self }
        let parts = bytes.split(separator: Path.slash).filter { $0 != [UInt8(ascii: ".")] }
        return parts.isEmpty ? current : current.appending(Array(parts.joined(separator: [Path.slash])))
    }
}

extension Path {
    /// Lends the path to a call as a C string.
    @discardableResult
    func withCString<Result: ~Copyable>(
        _ body: (UnsafePointer<CChar>) throws(Errno) -> Result
    ) throws(Errno) -> Result {
        try unsafe Path.withCString(bytes, body)
    }

    /// Lends a name to a call as a C string.
    ///
    /// - Throws: EINVAL where the name holds a NUL, for the kernel would read a shorter one.
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

    /// Lends the name of one file in a directory to a call as a C string.
    ///
    /// - Throws: EINVAL where it is not one: `..`, or a slash inside, would lead out of the directory, which no flag of
    ///   `openat` forbids.
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
