package import Home
package import Platform

/// A file that is written under a hidden name and gets its own when it is whole, so that a file that exists can be
/// trusted.
package enum NewFile {
    /// Writes a file.
    ///
    /// - Parameters:
    ///   - target: Its name.
    ///   - what: What it is, for messages: `report`.
    ///   - replacing: Whether a file of that name may exist; it stays as it is until the new one is whole.
    ///   - body: Writes it, by giving bytes to the function that it gets, some hundred kilobytes at a time at most.
    /// - Returns: How many bytes it has.
    /// - Throws: `Fault` where the file exists or cannot be written, and what `body` throws; then nothing is left of it.
    package static func write(
        _ target: Path,
        what: String,
        replacing: Bool,
        _ body: ((_ bytes: [UInt8]) throws(Fault) -> Void) throws(Fault) -> Void
    ) throws(Fault) -> Int {
        let writing = "write the \(what) \(target)"
        if let status = try? FileStatus.of(target) {
            guard replacing else { throw Fault(.refused, "cannot \(writing): the file exists; --force replaces it") }
            guard status.kind == .regular else { throw Fault(.refused, "cannot \(writing): it is no regular file") }
        }
        let hidden = try target.hiddenBeside()
        do throws(Fault) {
            let file = try doing(writing) { () throws(Errno) in
                try Descriptor.open(hidden, [.writeOnly, .create, .exclusive, .noFollow], mode: 0o644)
            }
            var count = 0
            try body { (bytes) throws(Fault) in
                count += bytes.count
                try doing(writing) { () throws(Errno) in try file.write(all: bytes) }
            }
            try doing(writing) { () throws(Errno) in
                try file.sync()
                try FileSystem.rename(hidden, to: target, replacing: replacing)
                try Directory.open(target.parent).sync()
            }
            return count
        } catch {
            try? FileSystem.unlink(hidden)
            throw error
        }
    }
}
